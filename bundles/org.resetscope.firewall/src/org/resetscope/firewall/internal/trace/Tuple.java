package org.resetscope.firewall.internal.trace;

import java.math.BigInteger;

/** Addresses and ports of a segment. */
record Tuple(BigInteger source, int sourcePort, BigInteger destination, int destinationPort) {

    Tuple reversed() {
        return new Tuple(destination, destinationPort, source, sourcePort);
    }

    Tuple from(BigInteger newSource, int newPort) {
        return new Tuple(newSource, newPort, destination, destinationPort);
    }

    Tuple to(BigInteger newDestination, int newPort) {
        return new Tuple(source, sourcePort, newDestination, newPort);
    }
}
