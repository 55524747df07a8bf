package org.resetscope.core.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.resetscope.core.model.Problem;

/**
 * The packets of one capture in file order. Not thread-safe. Damage never throws away what was read: a truncated or broken record
 * ends the stream or is skipped, and is told by {@link #problems()}.
 */
public interface PacketSource extends Closeable {

    /**
     * Moves the cursor to the next packet.
     *
     * @return false at the end of what can be read; for good, unless the input {@link CaptureInput#mayGrow() may grow}
     * @throws IOException when the medium fails (not when the contents are damaged)
     */
    boolean next(PacketView view) throws IOException;

    /** Bytes of the input consumed so far, for progress; never above {@link #size()}. */
    long position();

    /** Bytes of the (uncompressed) input. */
    long size();

    /** Short name of the format as in the report: pcap, pcap-nanosecond, pcapng, snoop. */
    String format();

    /** Packets that the capturing machine says it lost, or -1 where the capture does not tell. */
    long droppedPackets();

    /** What was wrong with the input so far; complete after {@link #next(PacketView)} returned false. */
    List<Problem> problems();
}
