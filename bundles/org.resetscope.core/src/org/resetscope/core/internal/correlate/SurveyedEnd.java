package org.resetscope.core.internal.correlate;

import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Sequence;

/** What one end of a connection sent past a capture point, as far as it survives NAT and other clocks. Resets are not counted. */
final class SurveyedEnd {

    /** As much as a snap length of 96 bytes leaves of the payload behind the longest usual headers. */
    private static final int DIGEST_BYTES = 16;

    long segments;
    boolean synSeen;
    int isn;
    long synNanos;
    boolean synTimestamps;
    int synTsVal;
    /** Sequence numbers sent, from {@code lowest} to before {@code highest}; meaningless where segments is 0. */
    int lowest;
    int highest;
    int ttl = -1;
    boolean dataSeen;
    int firstDataSeq;
    long firstDataNanos;
    /** Of the first bytes of the first data segment; 0 where the snap length cut them off. */
    long firstDataDigest;

    void take(TcpPacket p, long nanos) {
        if (p.has(RST)) {
            return;
        }
        int end = p.seq + p.sequenceLength();
        if (segments == 0) {
            lowest = p.seq;
            highest = end;
        } else {
            lowest = Sequence.after(lowest, p.seq) ? p.seq : lowest;
            highest = Sequence.after(end, highest) ? end : highest;
        }
        segments++;
        ttl = Math.max(ttl, p.ttl);
        if (p.has(SYN) && !synSeen) {
            synSeen = true;
            isn = p.seq;
            synNanos = nanos;
            synTimestamps = p.timestamps;
            synTsVal = p.tsVal;
        }
        if (!dataSeen && p.payloadLength > 0) {
            dataSeen = true;
            firstDataSeq = p.seq;
            firstDataNanos = nanos;
            firstDataDigest = digest(p);
        }
    }

    /** Sequence numbers from the start of the stream, where the start was seen. */
    boolean firstDataIsStart() {
        return dataSeen && synSeen && firstDataSeq == isn + 1;
    }

    private static long digest(TcpPacket p) {
        int length = Math.min(DIGEST_BYTES, p.payloadLength);
        if (p.payloadCaptured < length) {
            return 0;
        }
        long digest = length;
        for (int i = 0; i < length; i++) {
            digest = digest * 0x100000001b3L ^ p.buffer.get(p.payloadOffset + i) & 0xff;
        }
        return digest * 0x9e3779b97f4a7c15L | 1;
    }
}
