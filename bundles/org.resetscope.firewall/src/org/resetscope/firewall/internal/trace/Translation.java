package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.conntrack.Tuple;

/** How the addresses of a connection are translated. */
final class Translation {

    private final Tuple original;
    private Tuple reply;
    private boolean destinationSet;
    private boolean sourceSet;

    /** @param original addresses of the connection's first segment */
    Translation(Tuple original) {
        this.original = original;
        this.reply = original.reversed();
    }

    /** Addresses of the answers, as sent. */
    Tuple reply() {
        return reply;
    }

    /** @param newReply addresses of the answers that the translated segment gets */
    void translate(Tuple newReply) {
        reply = newReply;
    }

    /** Whether the rules were asked. */
    boolean set(boolean source) {
        return source ? sourceSet : destinationSet;
    }

    void setSet(boolean source) {
        if (source) {
            sourceSet = true;
        } else {
            destinationSet = true;
        }
    }

    boolean ofSource() {
        return !reply.destination().equals(original.source()) || reply.destinationPort() != original.sourcePort();
    }

    boolean ofDestination() {
        return !reply.source().equals(original.destination()) || reply.sourcePort() != original.destinationPort();
    }

    /** Addresses of a segment once all of them are translated. */
    Tuple translated(boolean isReply) {
        return isReply ? original.reversed() : reply.reversed();
    }
}
