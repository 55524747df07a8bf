package org.resetscope.core.tests.flow;

import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/**
 * Beginnings of connections as a capture next to the client sees them: the client at hand (TTL 64), the server seven hops and ten
 * milliseconds away (TTL 57).
 */
public final class Scene {

    public static final String CLIENT = "10.0.0.1:40000";
    public static final String SERVER = "10.0.0.2:80";

    public static final int TTL_OF_CLIENT = 64;
    public static final int TTL_OF_SERVER = 57;

    public static final int ROUND_TRIP_MILLIS = 10;
    /** Until the client's own stack answers. */
    public static final int AT_ONCE_MICROS = 50;

    private Scene() {
    }

    public static FlowBuilder flow() {
        return flow(CaptureBuilder.pcap());
    }

    public static FlowBuilder flow(CaptureBuilder capture) {
        return flow(capture, CLIENT, SERVER);
    }

    public static FlowBuilder flow(CaptureBuilder capture, String client, String server) {
        return capture.flow(client, server).ttl(TTL_OF_CLIENT, TTL_OF_SERVER);
    }

    /** Frames 1 to 3: the handshake. */
    public static FlowBuilder opened() {
        return open(flow());
    }

    public static FlowBuilder open(FlowBuilder flow) {
        return flow.syn().afterMillis(ROUND_TRIP_MILLIS).synAck().afterMicros(AT_ONCE_MICROS).clientAck();
    }

    /** Frames 1 to 7: the handshake, a request of 100 bytes, its acknowledgement, an answer of 1000 bytes, its acknowledgement. */
    public static FlowBuilder busy() {
        return exchange(opened());
    }

    public static FlowBuilder exchange(FlowBuilder flow) {
        return flow.client(100).afterMillis(ROUND_TRIP_MILLIS).serverAck().afterMicros(AT_ONCE_MICROS).server(1000)
                .afterMicros(AT_ONCE_MICROS).clientAck();
    }
}
