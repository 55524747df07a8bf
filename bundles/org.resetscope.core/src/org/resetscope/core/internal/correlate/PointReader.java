package org.resetscope.core.internal.correlate;

import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.decode.TcpPacket;

/** Reads the TCP segments of a capture point once more. */
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
        int worked = 0;
        try (PointCursor cursor = new PointCursor(inputs, formats)) {
            while (cursor.next()) {
                sink.listening(cursor.nanos());
                TcpPacket packet = cursor.tcp();
                if (packet != null) {
                    sink.take(packet, cursor.frame(), cursor.nanos(), cursor.fractionDigits());
                }
                if (cursor.frame() % STRIDE == 0) {
                    if (told != null) {
                        int reached = (int) (cursor.read() * TICKS);
                        told.worked(reached - worked);
                        worked = reached;
                    }
                    if (monitor.isCanceled()) {
                        return;
                    }
                }
            }
        }
    }
}
