package org.resetscope.core.model;

import java.util.List;

/**
 * One capture that was read.
 *
 * @param id unique within the analysis: c1, c2, ...
 * @param point name of the capture point, or null where the capture stands alone
 * @param file as the user named it
 * @param format pcap, pcapng, ...; null where it could not be read
 * @param bytes of the uncompressed input
 * @param start time of the first packet, or null where there is none
 */
public record Capture(String id, String point, String file, String format, long packets, long tcpPackets, long flows, long resets,
        long bytes, Timestamp start, Timestamp end, List<Problem> problems) {

    /** Whether its format was recognised, so that packets could be read. */
    public boolean readable() {
        return format != null;
    }
}
