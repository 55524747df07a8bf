package org.resetscope.core.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
/**
 * A copy of one packet, for showing it.
 *
 * @param timeNanos and {@code fractionDigits} as in {@link PacketView}
 * @param linkType LINKTYPE_ value
 * @param originalLength bytes on the wire; more than {@code bytes} for a sliced packet
 * @param bytes as captured; not to be changed
 */
public record CapturedPacket(long frame, long timeNanos, int fractionDigits, int linkType, int originalLength, byte[] bytes) {

    /**
     * Finds a packet again by its number, reading the capture from the start.
     *
     * @param frame from 1, as Wireshark counts
     * @return empty where the capture has no such frame, or ends before it
     */
    public static Optional<CapturedPacket> read(CaptureInput input, List<CaptureFormat> formats, long frame) throws IOException {
        try (PacketSource packets = Captures.read(input, formats)) {
            PacketView view = new PacketView();
            while (packets.next(view)) {
                if (view.frame() >= frame) {
                    return view.frame() == frame ? Optional.of(copy(view)) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /** Keeps what a cursor shows. */
    public static CapturedPacket copy(PacketView view) {
        byte[] bytes = new byte[view.capturedLength()];
        view.buffer().get(view.offset(), bytes);
        return new CapturedPacket(view.frame(), view.timeNanos(), view.fractionDigits(), view.linkType(), view.originalLength(), bytes);
    }
}
