package org.resetscope.core.model;

/** One end of a TCP connection: address in text form (RFC 5952 for IPv6) and port. */
public record Endpoint(String address, int port) {

    // Written out: what a record makes itself takes a hundredth of a second to link, a good part of a small run.

    @Override
    public boolean equals(Object other) {
        return other instanceof Endpoint e && port == e.port && address.equals(e.address);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + port;
    }

    @Override
    public String toString() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
