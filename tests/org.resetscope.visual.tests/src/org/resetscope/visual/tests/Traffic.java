package org.resetscope.visual.tests;

import java.util.function.Supplier;

import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** Connections that are hard to draw. */
enum Traffic {

    REFUSED(() -> CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end()),

    /** A device answers the first segment after three minutes. */
    IDLE(() -> opening(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").ttl(64, 52)).client("GET /").serverAck().server(1460)
            .clientAck().at("181.5").client("GET /again").afterMicros(1200).with(p -> p.ttl(63)).serverRst().end()),

    /** Bulk, a hole and its repair, a closed window, a keep-alive, an abort. */
    BULK(() -> {
        FlowBuilder flow = opening(CaptureBuilder.pcapng().flow("10.0.0.1:40000", "10.0.0.2:443")).client(517);
        for (int i = 0; i < 150; i++) {
            flow.server(1448).clientAck();
        }
        flow.serverLost(1448).server(1448).clientAck().serverRetransmits(1448).with(p -> p.window(0)).clientAck();
        return flow.afterMillis(2000).serverKeepAlive().with(p -> p.window(0)).clientAck().afterMillis(30).serverAbort().end();
    }),

    /** Every other segment is lost and sent again. */
    LOSSY(() -> {
        FlowBuilder flow = opening(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443")).client(517);
        for (int i = 0; i < 20; i++) {
            flow.serverLost(1448).server(1448).clientAck().serverRetransmits(1448).clientAck();
        }
        return flow.client(300).serverAbort().end();
    }),

    LONG_ADDRESSES(() -> opening(CaptureBuilder.pcap().flow("[2001:db8:1111:2222:3333:4444:5555:6666]:65534",
            "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff]:65535")).client("x").server(100).clientAbort().end()),

    /** Huge numbers and all flags. */
    ODD(() -> opening(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").isn(4_294_967_290L, 4_294_967_295L))
            .client(p -> p.flags("FPAUEC").payload(65_000)).server("x").forgeServer(p -> p.flags("RAPUEC").seq(3_000_000_000L)
                    .ack(2_999_999_999L).window(0)).end()),

    /** Nothing but the reset. */
    ALONE(() -> CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").serverRst().end()),

    /** A hundred resets in a row. */
    BURST(() -> {
        FlowBuilder flow = opening(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80")).client("GET /");
        for (int i = 0; i < 100; i++) {
            flow.serverRst();
        }
        return flow.end();
    });

    private final Supplier<CaptureBuilder> capture;

    Traffic(Supplier<CaptureBuilder> capture) {
        this.capture = capture;
    }

    CaptureBuilder capture() {
        return capture.get();
    }

    private static FlowBuilder opening(FlowBuilder flow) {
        return flow.handshake();
    }
}
