package org.resetscope.core.model;

/** One end of a TCP connection: address in text form (RFC 5952 for IPv6) and port. */
public record Endpoint(String address, int port) {

    @Override
    public String toString() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
