package org.resetscope.core.internal.analyze;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.model.Problem;

/** Opens captures for several readings: what was opened once stays open, so that a stream is spooled once only. */
public final class KeptInputs implements Opener, Closeable {

    private final Opener opener;
    private final List<CaptureInput> open = new ArrayList<>();

    public KeptInputs(Opener opener) {
        this.opener = opener;
    }

    @Override
    public CaptureInput open(String file, BooleanSupplier cancelled) throws CaptureException {
        CaptureInput input = opener.open(file, cancelled);
        open.add(input);
        return new Lent(input);
    }

    /** Those that could be opened, in the order in which they were. */
    public List<CaptureInput> inputs() {
        return List.copyOf(open);
    }

    @Override
    public void close() {
        for (CaptureInput input : open) {
            try {
                input.close();
            } catch (IOException e) {
                // it was only read: nothing is lost
            }
        }
    }

    /** Closing it closes nothing. */
    private record Lent(CaptureInput input) implements CaptureInput {

        @Override
        public String name() {
            return input.name();
        }

        @Override
        public long size() {
            return input.size();
        }

        @Override
        public void read(ByteBuffer into, long offset) throws IOException {
            input.read(into, offset);
        }

        @Override
        public List<Problem> problems() {
            return input.problems();
        }

        @Override
        public void close() {
            // kept
        }
    }
}
