package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.TcpBits;

/** An entry of conntrack's table. */
public final class TrackedConnection {

    private static final long SECOND = 1_000_000_000L;

    private final Tuple original;
    private final TcpPeer client = new TcpPeer();
    private final TcpPeer server = new TcpPeer();
    private Tuple reply;
    private TcpState state;
    private boolean answered;
    private boolean lastWasReset;
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
        return client.closing || server.closing || lastWasReset && lastWasReply == isReply;
    }

    /** Whether it is forgotten by a time. */
    public boolean expired(long nanos) {
        return nanos - expires > 0;
    }

    /** A segment was counted. */
    void seen(TcpState newState, TcpSegment segment, boolean isReply, long nanos, TrackingSettings settings) {
        state = newState;
        lastWasReset = segment.has(TcpBits.RST);
        lastWasReply = isReply;
        sender(isReply).closing |= newState == TcpState.FIN_WAIT;
        answered |= isReply;
        long seconds = settings.seconds().get(newState);
        if (client.unacknowledged || server.unacknowledged) {
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
