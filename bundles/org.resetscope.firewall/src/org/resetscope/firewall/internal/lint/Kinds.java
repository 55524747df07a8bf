package org.resetscope.firewall.internal.lint;

import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** The packets that the checks ask about. */
final class Kinds {

    private static final int HANDSHAKE = TcpBits.SYN | TcpBits.FIN | TcpBits.RST | TcpBits.ACK;

    /** The first packet of a connection. */
    static final PacketKind SYN = new PacketKind("a SYN", CtState.NEW, TcpBits.ALL, TcpBits.SYN, true);
    /** A segment of a connection that conntrack knows. */
    static final PacketKind ESTABLISHED = segment("an ESTABLISHED segment", CtState.ESTABLISHED);
    /** A segment of an open connection that does not fit what conntrack has seen: beyond the window, say. */
    static final PacketKind INVALID = segment("an INVALID segment", CtState.INVALID);
    /** A segment of a connection that conntrack has forgotten. */
    static final PacketKind MIDSTREAM = segment("a segment that conntrack takes for a new connection", CtState.NEW);

    /** What a server answers a SYN with. */
    static final PacketKind ANSWER = new PacketKind("a SYN-ACK", CtState.ESTABLISHED, TcpBits.ALL, TcpBits.SYN | TcpBits.ACK, false);

    private Kinds() {
    }

    private static PacketKind segment(String name, CtState state) {
        return new PacketKind(name, state, HANDSHAKE, TcpBits.ACK, null);
    }

    /** A reset that the machine sends. */
    static PacketKind reset(CtState state) {
        return new PacketKind("the reset", state, HANDSHAKE & ~TcpBits.ACK, TcpBits.RST, false);
    }
}
