package org.resetscope.core.internal.correlate;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.reading.Captures;

/** The packets of a capture point, one after the other. What is wrong with its files was said when they were read first. */
final class PointCursor implements Closeable {

    private final List<CaptureInput> inputs;
    private final List<CaptureFormat> formats;
    private final PacketView view = new PacketView();
    private final PacketDecoder decoder = new PacketDecoder();
    private TcpPacket packet = new TcpPacket();
    private PacketSource source;
    private int opened;
    private long before;
    private long last;

    /** @param inputs consecutive parts of one capture, null where one could not be opened; frames are counted through */
    PointCursor(List<CaptureInput> inputs, List<CaptureFormat> formats) {
        this.inputs = inputs;
        this.formats = formats;
    }

    /** Moves to the next packet. @return false at the end */
    boolean next() {
        while (source != null || opened < inputs.size()) {
            try {
                if (source == null) {
                    CaptureInput input = inputs.get(opened++);
                    source = input == null ? null : Captures.read(input, formats);
                } else if (source.next(view)) {
                    last = view.frame();
                    return true;
                } else {
                    close();
                }
            } catch (CaptureException e) {
                close(); // the first reading has told
            } catch (IOException e) {
                close(); // likewise; what was read until here is compared
            }
        }
        return false;
    }

    /** Decodes it. @return null where it is no TCP segment; else valid until the next call, unless {@link #keep} is called before */
    TcpPacket tcp() {
        return decoder.decode(view, packet) == PacketDecoder.Kind.TCP ? packet : null;
    }

    /** Hands the segment over, as a copy of its own. */
    TcpPacket keep() {
        TcpPacket kept = packet;
        kept.keep(Integer.MAX_VALUE);
        packet = new TcpPacket();
        return kept;
    }

    long frame() {
        return before + last;
    }

    long nanos() {
        return view.timeNanos();
    }

    int fractionDigits() {
        return view.fractionDigits();
    }

    /** How many of the parts were read. */
    double read() {
        return opened - (source == null ? 0 : 1 - source.position() / (double) Math.max(1, source.size()));
    }

    @Override
    public void close() {
        before += last;
        last = 0;
        PacketSource closing = source;
        source = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException e) {
            // it was only read: nothing is lost
        }
    }
}
