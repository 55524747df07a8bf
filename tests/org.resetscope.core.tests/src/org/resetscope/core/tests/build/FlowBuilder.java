package org.resetscope.core.tests.build;

import java.util.function.Consumer;

/**
 * Writes the packets of one TCP connection into a capture, in the order of the calls, and keeps both ends' sequence numbers.
 *
 * <pre>
 * flow("10.0.0.1:40000", "10.0.0.2:80").handshake().client("GET /").serverAck().server(1460).afterMillis(300).serverRst()
 * </pre>
 *
 * Each packet comes {@link CaptureBuilder#STEP_NANOS one millisecond} after the last one of the capture; {@link #afterMillis},
 * {@link #afterMicros} and {@link #at} say otherwise for the next packet. {@link #with} changes the next packet only:
 * {@code .with(p -> p.ttl(250).ipId(0)).serverRst()}. Timestamps, window scale and SACK are negotiated unless {@link #plain()}.
 * Every packet's numbers are those that the end really would send; a forged packet is {@link #forgeClient} or {@link #forgeServer}.
 */
public final class FlowBuilder {

    /** What one end of the connection would put into its next packet. */
    private static final class End {
        final String endpoint;
        final long mac;
        int ttl = 64;
        int next;
        int acknowledged;
        int ipId;
        int window = 502;
        int clock;
        int lastClockSeen;

        End(String endpoint, long mac, int next, int ipId, int clock) {
            this.endpoint = endpoint;
            this.mac = mac;
            this.next = next;
            this.ipId = ipId;
            this.clock = clock;
        }
    }

    private final CaptureBuilder capture;
    private final End client;
    private final End server;
    private final long born;
    private boolean timestamps = true;
    private boolean options = true;
    private Consumer<PacketBuilder> always = p -> { };
    private Consumer<PacketBuilder> once = p -> { };

    FlowBuilder(CaptureBuilder capture, String client, String server) {
        this.capture = capture;
        this.client = new End(client, 0x020000000001L, 1_000_000, 4000, 100_000);
        this.server = new End(server, 0x020000000002L, 2_000_000_000, 30_000, 700_000);
        this.born = capture.now();
    }

    // How the ends behave; before the packets that it concerns

    /** No TCP options but the maximum segment size. */
    public FlowBuilder plain() {
        timestamps = false;
        options = false;
        return this;
    }

    public FlowBuilder noTimestamps() {
        timestamps = false;
        return this;
    }

    public FlowBuilder ttl(int ofClient, int ofServer) {
        client.ttl = ofClient;
        server.ttl = ofServer;
        return this;
    }

    /** Initial sequence numbers. */
    public FlowBuilder isn(long ofClient, long ofServer) {
        client.next = (int) ofClient;
        server.next = (int) ofServer;
        return this;
    }

    /** The IP identification of each end's next packet; it counts up by one from there. */
    public FlowBuilder ipIds(int ofClient, int ofServer) {
        client.ipId = ofClient;
        server.ipId = ofServer;
        return this;
    }

    public FlowBuilder windows(int ofClient, int ofServer) {
        client.window = ofClient;
        server.window = ofServer;
        return this;
    }

    /** Changes every packet of this flow from here on, such as {@code p -> p.vlan(7)}; replaces an earlier call's. */
    public FlowBuilder every(Consumer<PacketBuilder> change) {
        always = change;
        return this;
    }

    /** Changes the next packet only, last of all. */
    public FlowBuilder with(Consumer<PacketBuilder> change) {
        once = once.andThen(change);
        return this;
    }

    // Time

    /** The next packet comes that long after the previous one. */
    public FlowBuilder afterMillis(long millis) {
        return afterMicros(millis * 1000);
    }

    public FlowBuilder afterMicros(long micros) {
        capture.gap(micros * 1000);
        return this;
    }

    /** The next packet comes at that many seconds after the start of the capture, such as "12.000250". */
    public FlowBuilder at(String seconds) {
        capture.at(seconds);
        return this;
    }

    // Opening

    /** SYN, SYN/ACK, ACK. */
    public FlowBuilder handshake() {
        return syn().synAck().clientAck();
    }

    public FlowBuilder syn() {
        return emit(client, server, p -> p.flags("S").ack(0).window(64_240).options(synOptions(client, 1460, 7)), true);
    }

    public FlowBuilder synAck() {
        return emit(server, client, p -> p.flags("SA").window(65_160).options(synOptions(server, 1460, 9)), true);
    }

    // Data; an acknowledgement goes with it

    public FlowBuilder client(String text) {
        return emit(client, server, p -> p.flags("PA").payload(text), true);
    }

    public FlowBuilder client(int bytes) {
        return emit(client, server, p -> p.flags("PA").payload(bytes), true);
    }

    /** Starts as an empty ACK; sequence numbers follow what it becomes. */
    public FlowBuilder client(Consumer<PacketBuilder> segment) {
        return emit(client, server, segment, true);
    }

    public FlowBuilder server(String text) {
        return emit(server, client, p -> p.flags("PA").payload(text), true);
    }

    public FlowBuilder server(int bytes) {
        return emit(server, client, p -> p.flags("PA").payload(bytes), true);
    }

    public FlowBuilder server(Consumer<PacketBuilder> segment) {
        return emit(server, client, segment, true);
    }

    public FlowBuilder clientAck() {
        return emit(client, server, p -> { }, true);
    }

    public FlowBuilder serverAck() {
        return emit(server, client, p -> { }, true);
    }

    /** A zero-length keep-alive probe one below the next number (RFC 9293, 3.8.4). */
    public FlowBuilder clientKeepAlive() {
        return emit(client, server, p -> p.seq(client.next - 1), false);
    }

    public FlowBuilder serverKeepAlive() {
        return emit(server, client, p -> p.seq(server.next - 1), false);
    }

    /** The last {@code bytes} again. */
    public FlowBuilder clientRetransmits(int bytes) {
        return emit(client, server, p -> p.flags("PA").seq(client.next - bytes).payload(bytes), false);
    }

    public FlowBuilder serverRetransmits(int bytes) {
        return emit(server, client, p -> p.flags("PA").seq(server.next - bytes).payload(bytes), false);
    }

    // Closing

    public FlowBuilder clientFin() {
        return emit(client, server, p -> p.flags("FA"), true);
    }

    public FlowBuilder serverFin() {
        return emit(server, client, p -> p.flags("FA"), true);
    }

    /** FIN, FIN/ACK, ACK, begun by the client. */
    public FlowBuilder close() {
        return clientFin().serverFin().clientAck();
    }

    /** RST,ACK at the sender's own next number, with its live options and IP-ID series: the owner aborts. */
    public FlowBuilder clientAbort() {
        return emit(client, server, p -> p.flags("RA"), false);
    }

    public FlowBuilder serverAbort() {
        return emit(server, client, p -> p.flags("RA"), false);
    }

    /** RST alone, its number copied from the other side's acknowledgement, no options, window 0, IP-ID 0: the answer to a segment. */
    public FlowBuilder clientRst() {
        return emit(client, server, p -> answer(p, server), false);
    }

    public FlowBuilder serverRst() {
        return emit(server, client, p -> answer(p, client), false);
    }

    /** RST,ACK with number 0 that acknowledges the SYN: a closed port. */
    public FlowBuilder serverRefuses() {
        return emit(server, client, p -> p.flags("RA").seq(0).ack(client.next).window(0).noOptions().ipId(0), false);
    }

    // What neither end sent

    /** A packet that bears the client's name and current numbers, but moves neither end's state. */
    public FlowBuilder forgeClient(Consumer<PacketBuilder> packet) {
        return emit(client, server, packet, false);
    }

    public FlowBuilder forgeServer(Consumer<PacketBuilder> packet) {
        return emit(server, client, packet, false);
    }

    /** The last {@code bytes} or control flags got lost before the capture point: the numbers move, no packet is written. */
    public FlowBuilder clientLost(int bytes) {
        client.next += bytes;
        return this;
    }

    public FlowBuilder serverLost(int bytes) {
        server.next += bytes;
        return this;
    }

    /** @return the next sequence number of the client */
    public int clientNext() {
        return client.next;
    }

    public int serverNext() {
        return server.next;
    }

    /** Back to the capture, for the next flow or to write it. */
    public CaptureBuilder end() {
        return capture;
    }

    private static void answer(PacketBuilder packet, End other) {
        packet.flags("R").seq(other.acknowledged).ack(0).window(0).noOptions().ipId(0);
    }

    private byte[][] synOptions(End end, int mss, int scale) {
        if (!options) {
            return new byte[][] { TcpOption.mss(mss) };
        }
        byte[] stamp = timestamps ? TcpOption.timestampsOnSyn(clock(end), end.lastClockSeen)
            : Bytes.join(TcpOption.noOperation(), TcpOption.noOperation());
        return new byte[][] { TcpOption.mss(mss), TcpOption.sackPermitted(), stamp, TcpOption.windowScale(scale) };
    }

    private int clock(End end) {
        return end.clock + (int) ((capture.nextTime() - born) / 1_000_000);
    }

    private FlowBuilder emit(End from, End to, Consumer<PacketBuilder> kind, boolean moves) {
        PacketBuilder packet = PacketBuilder.tcp(from.endpoint, to.endpoint).macs(from.mac, to.mac).ttl(from.ttl).seq(from.next)
                .ack(to.next).window(from.window).ipId(from.ipId & 0xffff);
        if (timestamps) {
            packet.options(TcpOption.timestamps(clock(from), from.lastClockSeen));
        }
        int clock = clock(from);
        kind.accept(packet);
        always.accept(packet);
        once.accept(packet);
        once = p -> { };
        capture.packet(packet);
        if (moves) {
            from.next = packet.seq() + packet.payloadLength() + (packet.has('S') ? 1 : 0) + (packet.has('F') ? 1 : 0);
            from.ipId++;
            if (packet.has('A')) {
                from.acknowledged = packet.ack();
            }
            to.lastClockSeen = clock;
        }
        return this;
    }
}
