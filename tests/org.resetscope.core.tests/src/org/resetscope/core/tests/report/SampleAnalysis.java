package org.resetscope.core.tests.report;

import java.util.List;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Reset.Form;
import org.resetscope.core.model.Reset.Phase;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;

/** An analysis with something of everything, made by hand: reporters are tested without the engine. */
final class SampleAnalysis {

    private static final long START = 1_767_225_600L * 1_000_000_000L;

    private SampleAnalysis() {
    }

    static Timestamp at(double seconds, int digits) {
        return new Timestamp(START + Math.round(seconds * 1e9), digits);
    }

    static Analysis empty() {
        Capture capture = new Capture("c1", null, "quiet.pcap", "pcap", 2, 0, 0, 0, 204, at(0, 6), at(1, 6), List.of());
        return new Analysis(List.of(capture), List.of(), List.of(), false);
    }

    static Analysis full() {
        List<Capture> captures = List.of(
                new Capture("c1", "client", "lan/client.pcap", "pcap", 1234, 1200, 12, 4, 98_765, at(0, 6), at(303.123456, 6),
                        List.of(new Problem("truncated", "The last packet of lan/client.pcap is cut off; 1234 packets were read.", 98_700L))),
                new Capture("c2", "server", "wan/server.pcapng", "pcapng", 2000, 1900, 12, 2, 150_000, at(0.0005, 9), at(303.2, 9), List.of()),
                new Capture("c3", null, "evil\u001b[2J\u202e|<b>.pcap", null, 0, 0, 0, 0, 0, null, null,
                        List.of(Problem.of("unknown-format", "evil\u001b[2J\u202e|<b>.pcap is not a packet capture."))));
        List<Problem> problems = List.of(Problem.of("contributor-failed",
                "detector \"x\" of plug-in com.example.x failed and is disabled: java.lang.IllegalStateException: no (at X.y(X.java:1))"));
        return new Analysis(captures, List.of(refused("r1", "i1", 40000, 12, 1.5), middlebox(), blind(), refused("r4", "i4", 40001, 90, 8)),
                problems, true);
    }

    private static Reset refused(String id, String incident, int port, long frame, double seconds) {
        Flow flow = new Flow(new Endpoint("10.0.0.1", port), new Endpoint("10.0.0.2", 443), false, "Sr");
        Verdict verdict = new Verdict(Sender.SERVER, Map.of(Sender.CLIENT, 0.0, Sender.SERVER, 0.9734567, Sender.INTERMEDIARY, 0.0265433),
                null, "endpoint.refused", 0.91, Sender.SERVER, List.of(new Verdict.Alternative("middlebox.reject", 0.0265)), true,
                "The server 10.0.0.2 refused the connection: nothing listens on port 443, or the host's own firewall rejects it.",
                "A SYN reached a host without a listening socket for that address and port; its TCP answers RST,ACK (RFC 9293, 3.10.7.1).",
                List.of("Check that the service runs and listens on this address and port (ss -ltn on the server)."), List.of(),
                List.of(new Evidence("form", "form", "The reset answers the SYN in frame " + (frame - 1) + ".",
                        Map.of("endpoint.refused", 12, "middlebox", -3), List.of(new FrameRef("c1", frame - 1), new FrameRef("c1", frame)))));
        return new Reset(id, incident, flow, List.of(new Reset.Packet(new FrameRef("c1", frame), at(seconds, 6), "RA", 0, 1001)),
                Sender.SERVER, Form.ANSWER_TO_SYN, Phase.SYN_SENT, new FrameRef("c1", frame - 1), verdict);
    }

    private static Reset middlebox() {
        Flow flow = new Flow(new Endpoint("2001:db8::1", 50000), new Endpoint("2001:db8::2", 8443), true, "ADad");
        Verdict verdict = new Verdict(Sender.INTERMEDIARY, Map.of(Sender.CLIENT, 0.004, Sender.SERVER, 0.001, Sender.INTERMEDIARY, 0.995),
                "between client and server", "middlebox.state-lost.expired", 0.8, Sender.INTERMEDIARY,
                List.of(new Verdict.Alternative("middlebox.reject", 0.1), new Verdict.Alternative("injected.on-path", 0.05)), null,
                "A device between client and server had dropped the state of this idle connection and rejects its next segment.",
                "NAT and stateful firewalls forget connections that are silent for longer than their time-out.",
                List.of("Switch on keepalives.", "Raise the time-out for established connections on the device."),
                List.of("Capture at the client and at the server at the same time."),
                List.of(new Evidence("presence", "presence", "The reset is missing in the capture taken at the server | its own.",
                        Map.of("intermediary", 25), List.of(new FrameRef("c1", 800))),
                        new Evidence("idle", "timing", "Nothing was sent for 3600.0 s before frame 799.", Map.of("middlebox.state-lost", 9),
                                List.of())));
        return new Reset("r2", "i2", flow,
                List.of(new Reset.Packet(new FrameRef("c1", 800), at(4, 6), "R", 4_294_967_295L, 0),
                        new Reset.Packet(new FrameRef("c2", 801), at(4.000300123, 9), "R", 4_294_967_295L, 0)),
                Sender.SERVER, Form.ANSWER_TO_ACK, Phase.ESTABLISHED, null, verdict);
    }

    private static Reset blind() {
        Flow flow = new Flow(new Endpoint("10.0.0.1", 41000), new Endpoint("10.0.0.3", 22), false, "ShAR");
        Verdict verdict = new Verdict(Sender.UNDETERMINED, Map.of(Sender.CLIENT, 0.4, Sender.SERVER, 0.1, Sender.INTERMEDIARY, 0.5), null,
                "unknown", Double.NaN, null, List.of(), false, "=HYPERLINK(\"x\"), \"said\" 10.0.0.1.", "", List.of(), List.of(), List.of());
        return new Reset("r3", "i3", flow, List.of(new Reset.Packet(new FrameRef("c2", 5), at(5, 9), "R", 7, 0)), Sender.CLIENT, Form.OTHER,
                Phase.ESTABLISHED, null, verdict);
    }
}
