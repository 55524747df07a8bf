package org.resetscope.ui.internal.packet;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.reading.Captures;
import org.resetscope.core.decode.Dissection;
import org.resetscope.core.extension.Extensions;
import org.resetscope.ui.session.OpenFrame;

/** Reads one packet in the background; of several asked for in a row the last one wins. */
final class PacketLoader extends Job {

    /**
     * @param packet null where it could not be read
     * @param problem why, in words; null where it could
     */
    record Loaded(OpenFrame frame, CapturedPacket packet, Dissection dissection, String problem) {
    }

    private final Consumer<Loaded> ready;
    private volatile OpenFrame asked;

    /** @param ready called in the background */
    PacketLoader(Consumer<Loaded> ready) {
        super("Reading a packet");
        this.ready = ready;
        setSystem(true);
        setPriority(INTERACTIVE);
    }

    void ask(OpenFrame frame) {
        asked = frame;
        schedule();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == PacketLoader.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        OpenFrame frame = asked;
        Loaded loaded = load(frame);
        if (frame == asked) {
            ready.accept(loaded);
        }
        return Status.OK_STATUS;
    }

    private static Loaded load(OpenFrame frame) {
        String file = frame.capture().file(frame.frame()).toString();
        try (CaptureInput input = Captures.open(file, null)) {
            Optional<CapturedPacket> packet = CapturedPacket.read(input, formats(), frame.frame().frame());
            return packet.map(p -> new Loaded(frame, p, Dissection.of(p), null))
                    .orElseGet(() -> new Loaded(frame, null, null, file + " has no frame " + frame.frame().frame() + " (any more)."));
        } catch (IOException e) {
            return new Loaded(frame, null, null, e.getMessage());
        }
    }

    private static List<CaptureFormat> formats() {
        return Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class).all().stream()
                .map(format -> format.<CaptureFormat>call(f -> f, null)).filter(Objects::nonNull).toList();
    }
}
