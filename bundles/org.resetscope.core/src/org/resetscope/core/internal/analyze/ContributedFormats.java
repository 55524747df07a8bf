package org.resetscope.core.internal.analyze;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

/** Capture formats as plug-ins contribute them, with every call isolated: also those of the packet sources that they hand out. */
public final class ContributedFormats {

    private ContributedFormats() {
    }

    public static List<CaptureFormat> of(Extensions<CaptureFormat> extensions) {
        return extensions.all().stream().<CaptureFormat>map(Guarded::new).toList();
    }

    private record Guarded(Contribution<CaptureFormat> format) implements CaptureFormat {

        @Override
        public boolean recognises(ByteBuffer head) {
            return format.call(f -> f.recognises(head), false);
        }

        @Override
        public PacketSource open(CaptureInput input) throws IOException {
            PacketSource source = format.callIo(f -> f.open(input), null);
            if (source == null) {
                throw new IOException("the plug-in for its format (" + format.id() + ") failed");
            }
            return new GuardedSource(format, source);
        }
    }

    private static final class GuardedSource implements PacketSource {

        private final Contribution<CaptureFormat> format;
        private final PacketSource source;
        private Problem failure;

        private GuardedSource(Contribution<CaptureFormat> format, PacketSource source) {
            this.format = format;
            this.source = source;
        }

        @Override
        public boolean next(PacketView view) throws IOException {
            try {
                return source.next(view);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                format.fail(e);
                failure = Problem.of("contributor-failed", "Reading stopped before the end: the plug-in for format " + format.id() + " failed");
                return false;
            }
        }

        @Override
        public long position() {
            return source.position();
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public String format() {
            return source.format();
        }

        @Override
        public long droppedPackets() {
            return source.droppedPackets();
        }

        @Override
        public List<Problem> problems() {
            List<Problem> all = new ArrayList<>(source.problems());
            if (failure != null) {
                all.add(failure);
            }
            return all;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
