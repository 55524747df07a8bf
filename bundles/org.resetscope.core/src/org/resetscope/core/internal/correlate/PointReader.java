package org.resetscope.core.internal.correlate;

import java.io.IOException;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.reading.Captures;

/** Reads the TCP segments of a capture point once more. What is wrong with its files was said when they were read first. */
public final class PointReader {

    private static final int STRIDE = 4096;
    private static final int TICKS = 1000;

    /** Takes one segment after the other; the packet is valid for the call only. */
    public interface Sink {

        /** Any packet, TCP or not: the capture was listening. */
        default void listening(long nanos) {
            // of interest to few
        }

        void take(TcpPacket packet, long frame, long nanos, int fractionDigits);
    }

    private PointReader() {
    }

    /**
     * @param inputs consecutive parts of one capture, null where one could not be opened; frames are counted through
     * @param tells whether this thread is the one that tells the monitor how far it is; all ask it whether to go on
     */
    public static void read(List<CaptureInput> inputs, List<CaptureFormat> formats, Sink sink, SubMonitor monitor, boolean tells) {
        SubMonitor told = tells ? monitor.setWorkRemaining(inputs.size() * TICKS) : null;
        long base = 0;
        for (CaptureInput input : inputs) {
            if (input != null && !monitor.isCanceled()) {
                base += read(input, formats, base, sink, monitor, told);
            }
        }
    }

    private static long read(CaptureInput input, List<CaptureFormat> formats, long base, Sink sink, SubMonitor monitor, SubMonitor told) {
        PacketView view = new PacketView();
        PacketDecoder decoder = new PacketDecoder();
        TcpPacket packet = new TcpPacket();
        long last = 0;
        int worked = 0;
        try (PacketSource source = Captures.read(input, formats)) {
            while (source.next(view)) {
                last = view.frame();
                sink.listening(view.timeNanos());
                if (decoder.decode(view, packet) == PacketDecoder.Kind.TCP) {
                    sink.take(packet, base + last, view.timeNanos(), view.fractionDigits());
                }
                if (last % STRIDE == 0) {
                    if (told != null) {
                        int reached = (int) (source.position() * (double) TICKS / Math.max(1, source.size()));
                        told.worked(reached - worked);
                        worked = reached;
                    }
                    if (monitor.isCanceled()) {
                        break;
                    }
                }
            }
        } catch (CaptureException e) {
            // the first reading has told
        } catch (IOException e) {
            // likewise; what was read until here is compared
        }
        return last;
    }
}
