package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.conntrack.TcpState;
import org.resetscope.firewall.internal.conntrack.Tuple;

/** An entry of conntrack's table. */
final class Connection {

    private Tuple original;
    private Tuple reply;
    private TcpState state;
    private final boolean takenUp;
    private boolean answered;
    private boolean destinationSet;
    private boolean sourceSet;

    /**
     * An entry that a segment makes.
     *
     * @param tuple of its first segment
     * @param state after that; a connection that conntrack takes up in its middle is ESTABLISHED at once
     */
    Connection(Tuple tuple, TcpState state) {
        this.takenUp = state == TcpState.ESTABLISHED;
        this.original = tuple;
        this.reply = tuple.reversed();
        this.state = state;
    }

    Tuple original() {
        return original;
    }

    Tuple reply() {
        return reply;
    }

    TcpState state() {
        return state;
    }

    void state(TcpState newState) {
        state = newState;
    }

    /** Whether conntrack did not see its beginning: numbers are not held against the window then (tcp_new). */
    boolean takenUp() {
        return takenUp;
    }

    /** Whether both sides have sent. */
    boolean answered() {
        return answered;
    }

    void setAnswered() {
        answered = true;
    }

    boolean translationSet(boolean source) {
        return source ? sourceSet : destinationSet;
    }

    void setTranslation(boolean source) {
        if (source) {
            sourceSet = true;
        } else {
            destinationSet = true;
        }
    }

    /** @param newReply addresses of the answers that the translated segment gets */
    void translate(Tuple newReply) {
        reply = newReply;
    }

    boolean sourceTranslated() {
        return !reply.destination().equals(original.source()) || reply.destinationPort() != original.sourcePort();
    }

    boolean destinationTranslated() {
        return !reply.source().equals(original.destination()) || reply.sourcePort() != original.destinationPort();
    }

    /** Addresses of a segment once all of them are translated. */
    Tuple translated(boolean isReply) {
        return isReply ? original.reversed() : reply.reversed();
    }
}
