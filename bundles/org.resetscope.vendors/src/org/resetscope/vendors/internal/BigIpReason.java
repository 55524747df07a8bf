package org.resetscope.vendors.internal;

import java.util.List;

import org.resetscope.core.model.Causes;

/**
 * Reset causes of a BIG-IP, in the words of its statistics (tmsh show net rst-cause) and of resets seen on the wire. Where a reason fits
 * a BIG-IP that ends the connection itself as well as one that only forwards it, there is a cause for each.
 */
enum BigIpReason {
    FLOW_EXPIRED("Flow expired", Causes.IDLE, Causes.DEVICE_STATE_EXPIRED),
    NO_FLOW("No flow found for ACK", Causes.STATE_LOST, Causes.DEVICE_STATE_LOST),
    HA_DISCONNECT("HA disconnect", Causes.STATE_LOST, Causes.DEVICE_STATE_LOST),
    NO_LISTENER("No local listener", Causes.REFUSED, Causes.REJECT),
    PORT_DENIED("Port denied", Causes.REFUSED, Causes.REJECT),
    VIP_DOWN("VIP down", Causes.REFUSED, Causes.REJECT),
    CONNECTION_LIMIT("Connection limit exceeded", Causes.REFUSED, Causes.REJECT),
    HANDSHAKE_REJECTED("TCP 3WHS rejected", Causes.REFUSED, Causes.REJECT),
    INTERNAL_HOST("RST from BIG-IP internal Linux host", Causes.REFUSED),
    HANDSHAKE_TIMEOUT("handshake timeout", Causes.GAVE_UP),
    RETRANSMIT_TIMEOUT("TCP retransmit timeout", Causes.GAVE_UP),
    NO_POOL_MEMBER("No pool member available", Causes.PROXY),
    NO_SERVER("No server selected", Causes.PROXY),
    NO_ROUTE("No route to host", Causes.PROXY),
    NO_LOCAL_PORT("Unable to select local port", Causes.PROXY),
    REMOTE_RESET("TCP RST from remote system", Causes.PROXY),
    POLICY("Policy action", Causes.ABORT, Causes.CONTENT),
    DOS("DOS Attack signature", Causes.ABORT, Causes.CONTENT),
    CLOSING("Closing", Causes.ABORT);

    private static final String CHILD = ".f5-big-ip";

    private final String words;
    private final List<String> causes;

    BigIpReason(String words, String... causes) {
        this.words = words;
        this.causes = List.of(causes);
    }

    /** The reason of a message, or null where it is another one, or cut off. */
    static BigIpReason of(BigIpMessage message) {
        for (BigIpReason reason : values()) {
            if (message.reason().regionMatches(true, 0, reason.words, 0, reason.words.length())) {
                return reason;
            }
        }
        return null;
    }

    /** Children of the catalogue's causes. */
    List<String> causes(boolean peer) {
        // what the other side's stack gave up or reset is passed on to this side
        List<String> own = peer && causes.contains(Causes.GAVE_UP) ? List.of(Causes.PROXY) : causes;
        return own.stream().map(cause -> cause + CHILD).toList();
    }
}
