package org.resetscope.firewall.internal.conntrack;

import org.resetscope.core.detect.Sequence;
import org.resetscope.firewall.internal.model.TcpBits;
import org.resetscope.firewall.internal.trace.TcpState;

/**
 * A connection in conntrack's table: its state and the windows of both sides, as nf_conntrack_proto_tcp.c of Linux 6.x keeps them. Not
 * followed: simultaneous opens, and challenge acknowledgements to a SYN that reuses a connection.
 */
final class Entry {

    /** Acknowledgements may lag that far behind at least (MAXACKWINCONST). */
    private static final long ACK_LAG = 66_000;

    /** What became of a segment. */
    enum Result {
        ACCEPTED,
        /** Passes, but changes nothing. */
        IGNORED,
        INVALID,
        /** Opens the connection anew: this entry is no more. */
        REOPENS
    }

    private final Kernel kernel;
    private final Direction[] sides = { new Direction(), new Direction() };
    private TcpState state;
    private boolean answered;
    private boolean assured;
    private long expires;
    private long lastSeen;
    private String fault = "";

    private int lastKind = -1;
    private int lastSide = -1;
    private int lastSeq;
    private int lastAck;
    private int lastEnd;
    private int lastWindow = -1;
    private int retransmissions;

    private Entry(Kernel kernel) {
        this.kernel = kernel;
    }

    /** For the first segment of a connection; null where conntrack begins none with it. */
    static Entry of(Header h, Kernel kernel) {
        TcpState first = TcpState.NONE.after(h.flags(), false);
        if (first != TcpState.SYN_SENT && !(first == TcpState.ESTABLISHED && kernel.loose)) {
            return null;
        }
        Entry entry = new Entry(kernel);
        entry.state = TcpState.NONE;
        if (first == TcpState.SYN_SENT) {
            entry.sides[0].begin(h);
        } else {
            entry.sides[0].pickUp(h, 0);
            for (Direction side : entry.sides) {
                side.sackPermitted = true;
                side.liberal = true;
            }
        }
        return entry;
    }

    TcpState state() {
        return state;
    }

    boolean answered() {
        return answered;
    }

    boolean expired(long nanos) {
        return nanos - expires > 0;
    }

    /** How long it was to be remembered after its last segment. */
    long timeoutNanos() {
        return expires - lastSeen;
    }

    long lastSeenNanos() {
        return lastSeen;
    }

    /** Why the last INVALID segment was. */
    String fault() {
        return fault;
    }

    /** A rule has reset the connection. */
    void close(long nanos) {
        state = TcpState.CLOSE;
        expires = Math.min(expires, nanos + kernel.nanos(TcpState.CLOSE));
    }

    /** @param side 0 for the direction of the connection's first segment, 1 for the other */
    Result take(Header h, int side, long nanos) {
        TcpState old = state;
        TcpState next = old.after(h.flags(), side == 1);
        if (next == TcpState.INVALID) {
            fault = "a segment with these flags does not belong to a connection in state " + old;
            return Result.INVALID;
        }
        int kind = kind(h);
        if (next == TcpState.SYN_SENT && old.compareTo(TcpState.TIME_WAIT) >= 0) {
            if (sides[0].closedFirst || sides[1].closedFirst || lastSide == side && lastKind == TcpBits.RST) {
                return Result.REOPENS;
            }
            next = TcpState.IGNORE;
        }
        if (next == TcpState.IGNORE) {
            if (!resynchronises(h, side, kind)) {
                remember(kind, side, h);
                lastWindow = h.window();
                return Result.IGNORED;
            }
            old = TcpState.SYN_SENT;
            next = TcpState.SYN_RECV;
        }
        boolean checked = true;
        if (next == TcpState.CLOSE && kind == TcpBits.RST) {
            if (old.compareTo(TcpState.FIN_WAIT) >= 0 && old.compareTo(TcpState.CLOSE) <= 0) {
                checked = false; // closing: what is known of sequence numbers may be outdated
            } else if (wildReset(h, side)) {
                fault = "a reset with sequence number " + Sequence.unsigned(h.seq()) + ", below " + Sequence.unsigned(sides[1 - side].maxAck)
                        + ", which was acknowledged already";
                return Result.INVALID;
            } else {
                next = mayBeChallenged(h, side) ? old : next;
                checked = !answersIgnored(h);
            }
        }
        Result result = checked ? window(h, side, kind) : Result.ACCEPTED;
        if (result != Result.ACCEPTED) {
            return result;
        }
        accept(h, side, kind, old, next, nanos);
        return Result.ACCEPTED;
    }

    private void accept(Header h, int side, int kind, TcpState old, TcpState next, long nanos) {
        lastKind = kind;
        lastSide = side;
        state = next;
        if (old != next && next == TcpState.FIN_WAIT) {
            sides[side].closedFirst = true;
        }
        boolean wasAnswered = answered;
        answered |= side == 1;
        if (!wasAnswered) {
            if (h.has(TcpBits.RST)) {
                expires = nanos - 1; // forgotten at once: the only answer is a reset
                lastSeen = nanos;
                return;
            }
            if (kind == TcpBits.SYN && old == TcpState.SYN_SENT) {
                return; // a repeated SYN does not prolong anything
            }
        } else if (!assured && (old == TcpState.SYN_RECV || old == TcpState.ESTABLISHED) && next == TcpState.ESTABLISHED) {
            assured = true;
        }
        long timeout = timeout(next, kind);
        if (!wasAnswered && next == TcpState.ESTABLISHED) {
            timeout = Math.min(timeout, kernel.unacknowledgedNanos);
        }
        expires = nanos + timeout;
        lastSeen = nanos;
    }

    private long timeout(TcpState next, int kind) {
        long usual = kernel.nanos(next);
        if (retransmissions >= kernel.mostRetransmissions && usual > kernel.retransmittedNanos) {
            return kernel.retransmittedNanos;
        } else if (kind == TcpBits.RST) {
            return kernel.nanos(TcpState.CLOSE);
        } else if ((sides[0].unacknowledged || sides[1].unacknowledged) && usual > kernel.unacknowledgedNanos) {
            return kernel.unacknowledgedNanos;
        } else if (lastWindow == 0 && usual > kernel.retransmittedNanos) {
            return kernel.retransmittedNanos;
        }
        return usual;
    }

    /** A SYN that was passed over turns out to be good: the other side has answered it. */
    private boolean resynchronises(Header h, int side, int kind) {
        if (kind != (TcpBits.SYN | TcpBits.ACK) || lastKind != TcpBits.SYN || lastSide == side || h.ack() != lastEnd) {
            return false;
        }
        Direction opener = sides[1 - side];
        opener.end = lastEnd;
        opener.maxEnd = lastEnd;
        opener.maxWindow = Math.max(1, lastWindow);
        sides[side] = new Direction();
        return true;
    }

    private boolean wildReset(Header h, int side) {
        Direction receiver = sides[1 - side];
        boolean answersSyn = h.seq() == 0 && !established();
        return receiver.ackSeen && lastKind != TcpBits.SYN && !answersSyn && Sequence.after(receiver.maxAck, h.seq())
                && !kernel.ignoresInvalidResets;
    }

    /** A reset whose sequence number is not exactly the one expected: the receiver will ask (RFC 5961, 3.2), so that the entry stays. */
    private boolean mayBeChallenged(Header h, int side) {
        Direction receiver = sides[1 - side];
        boolean followsData = lastKind == TcpBits.ACK && lastSide == side && h.seq() == lastEnd;
        return receiver.ackSeen && lastKind != TcpBits.SYN && established() && h.seq() != receiver.maxAck && !followsData;
    }

    private boolean answersIgnored(Header h) {
        return h.ack() == lastEnd && (answered && lastKind == TcpBits.SYN || !assured && lastKind == TcpBits.ACK);
    }

    private boolean established() {
        return state.compareTo(TcpState.SYN_RECV) >= 0 && state.compareTo(TcpState.TIME_WAIT) < 0;
    }

    /** Whether the segment is in the window (tcp_in_window), and what it tells of both sides. */
    private Result window(Header h, int side, int kind) {
        Direction sender = sides[side];
        Direction receiver = sides[1 - side];
        int seq = h.seq();
        int end = h.end();
        int ack = h.ack();
        int sack = receiver.sackPermitted ? h.sack() : ack;
        boolean syn = h.has(TcpBits.SYN);
        if (sender.maxWindow == 0) {
            if (syn) {
                begin(sender, receiver, h, side);
                if (!h.has(TcpBits.ACK)) {
                    return Result.ACCEPTED; // both open at once
                }
            } else {
                sender.pickUp(h, sender.scale);
                if (receiver.maxWindow == 0) {
                    receiver.end = sack;
                    receiver.maxEnd = sack;
                } else if (sack == receiver.end + 1) {
                    receiver.end++; // likely the answer to a keepalive
                }
            }
        } else if (syn && Sequence.after(end, sender.end) && (state == TcpState.SYN_SENT || state == TcpState.SYN_RECV)) {
            begin(sender, receiver, h, side);
            if (side == 1 && !h.has(TcpBits.ACK)) {
                return Result.ACCEPTED;
            }
        }
        if (!h.has(TcpBits.ACK) || h.has(TcpBits.RST) && ack == 0) {
            ack = receiver.end;
            sack = receiver.end;
        }
        if (h.has(TcpBits.RST) && seq == 0 && state == TcpState.SYN_SENT) {
            seq = sender.end;
            end = sender.end;
        }
        Result result = bounds(seq, end, sack, sender, receiver);
        if (result != Result.ACCEPTED) {
            return sender.liberal || kernel.liberal ? Result.ACCEPTED : result;
        }
        update(h, seq, end, ack, sack, side);
        if (kind == TcpBits.ACK) {
            countRetransmission(h, side, seq, end, ack);
        }
        return Result.ACCEPTED;
    }

    private void begin(Direction sender, Direction receiver, Header h, int side) {
        sender.begin(h);
        if (side == 1 && !(sender.scales && receiver.scales)) {
            sender.scale = 0;
            receiver.scale = 0;
        }
    }

    private Result bounds(int seq, int end, int sack, Direction sender, Direction receiver) {
        int ackLimit = receiver.end - (int) Math.max(ACK_LAG, sender.maxWindow);
        int oldest = sender.end - (int) receiver.maxWindow;
        boolean recent = receiver.maxWindow == 0 || Sequence.after(end, oldest - 1);
        if (Sequence.after(seq, sender.maxEnd)) {
            long over = Sequence.unsigned(end - sender.maxEnd + 1);
            fault = "its sequence number " + Sequence.unsigned(seq) + " is " + Sequence.unsigned(seq - sender.maxEnd)
                    + " above the highest that the other side's window allows (" + Sequence.unsigned(sender.maxEnd) + ")";
            boolean slight = receiver.maxWindow > 0 && recent && Sequence.after(sack, ackLimit - 1) && over <= receiver.maxWindow
                    && !Sequence.after(sack, receiver.end);
            if (slight) {
                sender.end = end;
                sender.unacknowledged = true;
                return old();
            }
            return Result.INVALID;
        }
        if (Sequence.after(sack, receiver.end)) {
            fault = "it acknowledges " + Sequence.unsigned(sack) + ", " + Sequence.unsigned(sack - receiver.end)
                    + " beyond what was seen of the other side (" + Sequence.unsigned(receiver.end) + ")";
            return Result.INVALID;
        }
        if (!recent) {
            fault = "it is older than the other side's window reaches back";
            return old();
        }
        if (!Sequence.after(sack, ackLimit - 1)) {
            fault = "its acknowledgement is too old";
            return old();
        }
        return Result.ACCEPTED;
    }

    private Result old() {
        return kernel.oldIsInvalid ? Result.INVALID : Result.IGNORED;
    }

    private void update(Header h, int seq, int end, int ack, int sack, int side) {
        Direction sender = sides[side];
        Direction receiver = sides[1 - side];
        long window = h.has(TcpBits.SYN) ? h.window() : (long) h.window() << sender.scale;
        sender.maxWindow = Math.max(sender.maxWindow, window + Sequence.unsigned(sack - ack));
        if (Sequence.after(end, sender.end)) {
            sender.end = end;
            sender.unacknowledged = true;
        }
        if (h.has(TcpBits.ACK) && (!sender.ackSeen || Sequence.after(ack, sender.maxAck))) {
            sender.maxAck = ack;
            sender.ackSeen = true;
        }
        if (receiver.maxWindow != 0 && Sequence.after(end, sender.maxEnd)) {
            receiver.maxWindow += Sequence.unsigned(end - sender.maxEnd);
        }
        int allowed = sack + (int) window;
        if (!Sequence.after(receiver.maxEnd, allowed)) {
            receiver.maxEnd = window == 0 ? allowed + 1 : allowed;
        }
        if (ack == receiver.end) {
            receiver.unacknowledged = false;
        }
    }

    private void countRetransmission(Header h, int side, int seq, int end, int ack) {
        if (lastSide == side && lastSeq == seq && lastAck == ack && lastEnd == end && lastWindow == h.window()) {
            retransmissions++;
            return;
        }
        retransmissions = 0;
        remember(lastKind, side, h);
        lastAck = ack;
        lastEnd = end;
        lastWindow = h.window();
    }

    private void remember(int kind, int side, Header h) {
        lastKind = kind;
        lastSide = side;
        lastSeq = h.seq();
        lastEnd = h.end();
    }

    /** The flag that decides, as the kernel looks at them. */
    private static int kind(Header h) {
        if (h.has(TcpBits.RST)) {
            return TcpBits.RST;
        } else if (h.has(TcpBits.SYN)) {
            return h.flags() & (TcpBits.SYN | TcpBits.ACK);
        }
        return h.has(TcpBits.FIN) ? TcpBits.FIN : h.flags() & TcpBits.ACK;
    }
}
