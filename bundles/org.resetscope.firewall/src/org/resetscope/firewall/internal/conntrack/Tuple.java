package org.resetscope.firewall.internal.conntrack;

import java.math.BigInteger;

/** Addresses and ports of a segment. */
public record Tuple(BigInteger source, int sourcePort, BigInteger destination, int destinationPort) {

    public Tuple reversed() {
        return new Tuple(destination, destinationPort, source, sourcePort);
    }

    public Tuple from(BigInteger newSource, int newPort) {
        return new Tuple(newSource, newPort, destination, destinationPort);
    }

    public Tuple to(BigInteger newDestination, int newPort) {
        return new Tuple(source, sourcePort, newDestination, newPort);
    }
}
