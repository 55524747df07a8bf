package org.resetscope.core.live;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.ContributedFormats;
import org.resetscope.core.internal.capture.Inputs;
import org.resetscope.core.internal.capture.StreamedInput;
import org.resetscope.core.internal.capture.TailStream;
import org.resetscope.core.model.Problem;
import org.resetscope.core.reading.Captures;

/**
 * A capture that grows: a file that another program writes, a pipe, standard input. What is there already comes first. A packet that is
 * written in part is waited for. Where another file takes the place of this one (rotation), that is read on.
 */
public final class FollowedCapture implements PacketFeed {

    private static final long POLL_MILLIS = 50;

    private final String file;
    private final Consumer<String> notes;
    private final List<CaptureFormat> formats = ContributedFormats.of(Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class));
    private final List<Problem> before = new ArrayList<>();
    private InputStream stream;
    private StreamedInput input;
    private PacketSource source;
    /** Frames of the files that this one replaced. */
    private long base;
    private long frame;
    private boolean ended;
    private volatile String format;
    private volatile List<Problem> problems = List.of();

    private FollowedCapture(String file, Consumer<String> notes) throws CaptureException {
        this.file = file;
        this.notes = notes;
        open();
    }

    /**
     * @param file a path, or "-" for standard input
     * @param notes takes sentences about what is no problem, but good to know: that the file was replaced
     * @throws CaptureException where there is nothing to follow
     */
    public static FollowedCapture open(String file, Consumer<String> notes) throws CaptureException {
        return new FollowedCapture(file, notes);
    }

    private void open() throws CaptureException {
        stream = Inputs.follow(file);
        input = new StreamedInput("-".equals(file) ? "standard input" : file, stream);
    }

    @Override
    public boolean next(PacketView view) throws IOException {
        if (ended) {
            return false;
        }
        boolean last = !input.mayGrow(); // asked first: what comes meanwhile is read next time
        if (source == null && !recognise(last)) {
            return pause(last);
        }
        if (!source.next(view)) {
            return pause(last);
        }
        frame = base + view.frame();
        if (base > 0) {
            view.wrap(frame, view.timeNanos(), view.fractionDigits(), view.linkType(), view.interfaceId(), view.buffer(), view.offset(),
                    view.capturedLength(), view.originalLength(), view.fileOffset());
        }
        return true;
    }

    private boolean recognise(boolean last) throws IOException {
        if (!last && input.size() < CaptureFormat.HEAD) {
            // a file header alone may be shorter than what formats may look at; what does not fit yet may fit soon
            try {
                source = Captures.read(input, formats);
            } catch (CaptureException e) {
                return false;
            }
        } else if (input.size() == 0 && input.failure() == null) {
            return false;
        } else {
            source = Captures.read(input, formats);
        }
        format = source.format();
        return true;
    }

    /** Nothing to read for now, or for good. */
    private boolean pause(boolean last) throws IOException {
        tell();
        if (!last) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
        if (input.failure() != null) {
            ended = true;
            throw new CaptureException(CaptureException.Code.IO, input.name() + " cannot be read on: " + input.failure().getMessage() + ".",
                    input.failure());
        }
        if (stream instanceof TailStream tail && tail.replaced()) {
            notes.accept(file + " was replaced or emptied after " + frame + " packets: what it holds now is read on, its frames counted on.");
            before.addAll(source == null ? List.of() : source.problems());
            close();
            base = frame;
            source = null;
            open();
        } else {
            ended = true;
            if (source == null) {
                throw new CaptureException(CaptureException.Code.EMPTY, input.name() + " is empty.");
            }
        }
        return false;
    }

    private void tell() {
        if (source != null) {
            List<Problem> all = new ArrayList<>(before);
            all.addAll(source.problems());
            problems = all;
        }
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public String name() {
        return file;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public Losses losses() {
        long dropped = source == null ? -1 : source.droppedPackets();
        return dropped < 0 ? Losses.UNKNOWN : new Losses(dropped, 0);
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
        input.close();
    }
}
