package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.TcpBits;

/**
 * Holds a segment against what both ends have sent and offered, as nf_conntrack_proto_tcp.c does after Guido van Rooij's "Real Stateful
 * TCP Packet Filtering in IP Filter": four bounds, two for the sequence number and two for the acknowledgement.
 */
final class WindowCheck {

    /** How it fits. */
    enum Fit {
        IN_WINDOW,
        /** Beyond what the receiver allows by no more than a window: some senders do that. */
        LITTLE_BEYOND,
        /** Far beyond what the receiver allows, or acknowledging what was not sent. */
        BEYOND,
        /** Old: already acknowledged, or an acknowledgement that is long outdated. */
        BEHIND
    }

    /**
     * A segment's fit.
     *
     * @param why in words; null where it is in the window
     */
    record Result(Fit fit, String why) {
        private static final Result GOOD = new Result(Fit.IN_WINDOW, null);
    }

    /** The least that an acknowledgement may lag behind; delayed ones are common. */
    private static final long LEAST_ACK_WINDOW = 66_000;

    private final TcpPeer sender;
    private final TcpPeer receiver;
    private final TcpState state;
    private final TcpSegment segment;

    /** @param state of the connection before the segment */
    WindowCheck(TcpPeer sender, TcpPeer receiver, TcpState state, TcpSegment segment) {
        this.sender = sender;
        this.receiver = receiver;
        this.state = state;
        this.segment = segment;
    }

    /** Updates both ends where it fits. */
    Result check() {
        if (begins()) {
            return Result.GOOD;
        }
        boolean acknowledges = segment.has(TcpBits.ACK) && !(segment.has(TcpBits.RST) && segment.acknowledgement() == 0);
        int ack = acknowledges ? segment.acknowledgement() : receiver.end;
        int sack = acknowledges && receiver.sackPermitted ? segment.highestSack() : ack;
        // a reset that answers a SYN has no number of its own
        boolean answersSyn = segment.has(TcpBits.RST) && segment.sequence() == 0 && state == TcpState.SYN_SENT;
        int sequence = answersSyn ? sender.end : segment.sequence();
        int end = answersSyn ? sender.end : segment.end();
        if (after(sequence, sender.highestEnd)) {
            return beyondWindow(end, sack);
        } else if (after(sack, receiver.end)) {
            return new Result(Fit.BEYOND, "it acknowledges " + distance(sack, receiver.end) + " bytes that were not seen being sent");
        } else if (receiver.largestWindow > 0 && !after(end, sender.end - (int) receiver.largestWindow - 1)) {
            return new Result(Fit.BEHIND, "it lies " + distance(sender.end, end) + " bytes behind what was sent");
        } else if (outdated(sack)) {
            return new Result(Fit.BEHIND, "its acknowledgement is " + distance(receiver.end, sack) + " bytes old");
        }
        update(ack, sack, end);
        return Result.GOOD;
    }

    private boolean outdated(int sack) {
        return !after(sack, receiver.end - (int) Math.max(LEAST_ACK_WINDOW, sender.largestWindow) - 1);
    }

    private Result beyondWindow(int end, int sack) {
        long over = distance(end, sender.highestEnd) + 1;
        boolean little = over <= receiver.largestWindow && !after(sack, receiver.end) && !outdated(sack);
        if (little) { // so that its acknowledgement fits
            sender.end = end;
            sender.unacknowledged = true;
        }
        return new Result(little ? Fit.LITTLE_BEYOND : Fit.BEYOND, "it reaches " + over + " bytes beyond the receiver's window");
    }

    /** @return whether it is the first of its end in a simultaneous opening, of which nothing can be checked */
    private boolean begins() {
        boolean syn = segment.has(TcpBits.SYN);
        if (sender.largestWindow == 0) {
            if (syn) {
                sender.begin(segment);
                TcpPeer.agree(sender, receiver);
                return !segment.has(TcpBits.ACK);
            }
            middle();
        } else if (syn && (state == TcpState.SYN_SENT || state == TcpState.SYN_RECV) && after(segment.end(), sender.end)) {
            sender.begin(segment); // opened anew with other numbers
        }
        return false;
    }

    /** The first that is seen of an end, and no SYN. */
    private void middle() {
        sender.end = segment.end();
        sender.largestWindow = Math.max(1, (long) segment.window() << sender.scale);
        sender.highestEnd = sender.end + (int) sender.largestWindow;
        if (receiver.largestWindow == 0) {
            receiver.end = segment.acknowledgement();
            receiver.highestEnd = receiver.end;
        } else if (segment.acknowledgement() == receiver.end + 1) {
            receiver.end++; // the answer to a keepalive
        }
    }

    private void update(int ack, int sack, int end) {
        long window = segment.has(TcpBits.SYN) ? segment.window() : (long) segment.window() << sender.scale;
        sender.largestWindow = Math.max(sender.largestWindow, window + distance(sack, ack));
        if (after(end, sender.end)) {
            sender.end = end;
            sender.unacknowledged = true;
        }
        if (segment.has(TcpBits.ACK) && (!sender.ackSeen || after(ack, sender.highestAck))) {
            sender.highestAck = ack;
            sender.ackSeen = true;
        }
        if (receiver.largestWindow != 0 && after(end, sender.highestEnd)) {
            receiver.largestWindow += distance(end, sender.highestEnd);
        }
        int allowed = sack + (int) window;
        if (after(allowed, receiver.highestEnd - 1)) {
            receiver.highestEnd = allowed + (window == 0 ? 1 : 0);
        }
        if (ack == receiver.end) {
            receiver.unacknowledged = false;
        }
    }

    static boolean after(int a, int b) {
        return a - b > 0;
    }

    private static long distance(int a, int b) {
        return Integer.toUnsignedLong(a - b);
    }
}
