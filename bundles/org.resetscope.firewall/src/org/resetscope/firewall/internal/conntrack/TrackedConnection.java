package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.TcpBits;

/** An entry of conntrack's table. */
public final class TrackedConnection {

    private static final long SECOND = 1_000_000_000L;

    private final Tuple original;
    private TcpPeer client = new TcpPeer();
    private TcpPeer server = new TcpPeer();
    /** A SYN that did not fit and was let pass; null where another segment came since. */
    private TcpSegment odd;
    private Tuple reply;
    private TcpState state;
    private boolean answered;
    private boolean witnessed;
    private TcpSegment last;
    private boolean lastWasReply;
    private long lastSeen;
    private long expires;

    /** @param first its first segment, a SYN unless conntrack takes the connection up in its middle */
    TrackedConnection(Tuple original, TcpSegment first, TcpState state) {
        this.original = original;
        this.reply = original.reversed();
        this.state = state;
        client.begin(first);
        if (state == TcpState.ESTABLISHED) {
            client.highestEnd = client.end + (int) client.largestWindow;
            client.sackPermitted = true;
            server.sackPermitted = true;
            client.liberal = true;
            server.liberal = true;
        }
    }

    /** Addresses of its first segment, as sent. */
    public Tuple original() {
        return original;
    }

    /** Addresses of the answers, as sent: others than the first segment's where those are translated. */
    public Tuple reply() {
        return reply;
    }

    void translate(Tuple newReply) {
        reply = newReply;
    }

    /** Whether it was seen to pass, so that its translation is known. */
    public boolean witnessed() {
        return witnessed;
    }

    void setWitnessed() {
        witnessed = true;
    }

    public TcpState state() {
        return state;
    }

    /** Whether both ends have sent. */
    public boolean answered() {
        return answered;
    }

    TcpPeer sender(boolean isReply) {
        return isReply ? server : client;
    }

    /** Whether a SYN may open a connection with the same addresses anew. */
    boolean reopens(boolean isReply) {
        return client.closing || server.closing || last != null && last.has(TcpBits.RST) && lastWasReply == isReply;
    }

    /** Whether a reset follows at once on what its sender sent last. */
    boolean continues(TcpSegment reset, boolean isReply) {
        return last != null && lastWasReply == isReply && !last.has(TcpBits.SYN | TcpBits.FIN | TcpBits.RST) && last.end() == reset.sequence();
    }

    /** Whether it is forgotten by a time. */
    public boolean expired(long nanos) {
        return nanos - expires > 0;
    }

    /** A SYN of the client is let pass although the connection is open: conntrack may be wrong, the answer will tell. */
    void passOver(TcpSegment segment, boolean isReply) {
        odd = !isReply && segment.has(TcpBits.SYN) && !segment.has(TcpBits.ACK) ? segment : null;
    }

    /** Whether a SYN was let pass just before. */
    boolean oddSyn() {
        return odd != null;
    }

    /** Whether a SYN-ACK answers a SYN that was let pass: both ends began anew, and so does this entry. */
    boolean beginsAnew(TcpSegment segment, boolean isReply) {
        boolean answers = isReply && odd != null && segment.has(TcpBits.SYN) && segment.has(TcpBits.ACK) && segment.acknowledgement() == odd.end();
        if (answers) {
            client = new TcpPeer();
            server = new TcpPeer();
            client.begin(odd);
            state = TcpState.SYN_SENT;
        }
        return answers;
    }

    /** A segment was counted. */
    void seen(TcpState newState, TcpSegment segment, boolean isReply, long nanos, TrackingSettings settings) {
        boolean repeatedSyn = last != null && !answered && state == TcpState.SYN_SENT && newState == TcpState.SYN_SENT;
        boolean oneSided = !answered && newState == TcpState.ESTABLISHED; // taken up in its middle
        state = newState;
        odd = null;
        last = segment;
        lastWasReply = isReply;
        sender(isReply).closing |= newState == TcpState.FIN_WAIT;
        answered |= isReply;
        if (repeatedSyn) {
            return; // prolongs nothing
        }
        long seconds = settings.seconds().get(segment.has(TcpBits.RST) ? TcpState.CLOSE : newState);
        if (client.unacknowledged || server.unacknowledged || oneSided) {
            seconds = Math.min(seconds, settings.unacknowledged());
        }
        lastSeen = nanos;
        expires = nanos + seconds * SECOND;
    }

    /** When its last segment that counted came. */
    public long lastSeenNanos() {
        return lastSeen;
    }

    /** For how long it is kept after that. */
    public long timeoutNanos() {
        return expires - lastSeen;
    }

    void close(long nanos, TrackingSettings settings) {
        state = TcpState.CLOSE;
        expires = Math.min(expires, nanos + settings.seconds().get(TcpState.CLOSE) * SECOND);
    }

    void setAnswered() {
        answered = true;
    }
}
