package org.resetscope.firewall.internal.trace;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

import org.resetscope.firewall.internal.conntrack.Tuple;

/**
 * Where the machine stands between client and server.
 *
 * @param client its address
 * @param server the address that the client connects to
 * @param realServer the server's own address
 * @param clientLink the machine's interface toward the client; null where the client is the machine itself
 * @param serverLink likewise
 * @param own the machine's addresses by interface
 * @param answersBypass whether the server's segments reach the client without passing the machine
 * @param returnRoute whether the server can send to the client's own address
 */
record Network(BigInteger client, int clientPort, BigInteger server, int serverPort, BigInteger realServer, String clientLink,
        String serverLink, Map<String, BigInteger> own, boolean answersBypass, boolean returnRoute) {

    static final String LOOPBACK = "lo";

    Network {
        own = Map.copyOf(new HashMap<>(own));
    }

    /** The connection as the client sees it. */
    Tuple connection() {
        return new Tuple(client, clientPort, server, serverPort);
    }

    boolean local(BigInteger address) {
        return own.containsValue(address);
    }

    /** The interface toward an address; null for the machine's own. */
    String route(BigInteger address) {
        if (local(address)) {
            return null;
        }
        return address.equals(client) || serverLink == null ? clientLink : serverLink;
    }

    boolean hasClient() {
        return clientLink == null;
    }

    boolean hasServer() {
        return serverLink == null;
    }
}
