package org.resetscope.core.internal.correlate;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.internal.flow.Ends;

/** Addresses and ports of a connection; its two ends are called low and high by the order of their addresses, whoever is the client. */
record Tuple(long lowHigh, long lowLow, int lowPort, long highHigh, long highLow, int highPort) {

    static Tuple of(TcpPacket p) {
        return Ends.fromLow(p) ? new Tuple(p.sourceHigh, p.sourceLow, p.sourcePort, p.destinationHigh, p.destinationLow, p.destinationPort)
                : new Tuple(p.destinationHigh, p.destinationLow, p.destinationPort, p.sourceHigh, p.sourceLow, p.sourcePort);
    }

    boolean is(TcpPacket p, boolean fromLow) {
        return fromLow
                ? lowPort == p.sourcePort && highPort == p.destinationPort && lowLow == p.sourceLow && highLow == p.destinationLow
                        && lowHigh == p.sourceHigh && highHigh == p.destinationHigh
                : lowPort == p.destinationPort && highPort == p.sourcePort && lowLow == p.destinationLow && highLow == p.sourceLow
                        && lowHigh == p.destinationHigh && highHigh == p.sourceHigh;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple t && lowPort == t.lowPort && highPort == t.highPort && lowLow == t.lowLow && highLow == t.highLow
                && lowHigh == t.lowHigh && highHigh == t.highHigh;
    }

    /** The same for both directions, and that of {@link #hashCode()}. */
    static int hash(TcpPacket p) {
        return hash(p.sourceHigh + p.destinationHigh, p.sourceLow + p.destinationLow, p.sourceLow ^ p.destinationLow,
                p.sourcePort + p.destinationPort, p.sourcePort ^ p.destinationPort);
    }

    @Override
    public int hashCode() {
        return hash(lowHigh + highHigh, lowLow + highLow, lowLow ^ highLow, lowPort + highPort, lowPort ^ highPort);
    }

    private static int hash(long highs, long lows, long difference, int ports, int portDifference) {
        long h = highs * 0x9e3779b97f4a7c15L ^ lows;
        h = h * 0xc2b2ae3d27d4eb4fL + difference + ((long) portDifference << 32) + ports;
        h *= 0x9e3779b97f4a7c15L;
        return (int) (h >>> 32);
    }

    boolean sameEnd(boolean low, Tuple other, boolean otherLow) {
        return high(low) == other.high(otherLow) && low(low) == other.low(otherLow) && port(low) == other.port(otherLow);
    }

    boolean sameHost(boolean low, Tuple other, boolean otherLow) {
        return high(low) == other.high(otherLow) && low(low) == other.low(otherLow);
    }

    int port(boolean ofLow) {
        return ofLow ? lowPort : highPort;
    }

    private long high(boolean ofLow) {
        return ofLow ? lowHigh : highHigh;
    }

    private long low(boolean ofLow) {
        return ofLow ? lowLow : highLow;
    }
}
