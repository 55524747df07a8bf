package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.ReplaySummary;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

/** Captures held against a firewall's rules: which rule made which reset, and when none did. */
class ReplayTest {

    private static final String CLIENT = "10.1.0.2:40000";
    private static final String SERVER = "203.0.113.2:80";
    private static final String FOLK = "-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n"
            + "-A FORWARD -p tcp --dport 80 --syn -m conntrack --ctstate NEW -j ACCEPT\n-A FORWARD -p tcp -j REJECT --reject-with tcp-reset\n";
    private static final int FOLK_REJECT = 7;
    private static final int FAR = 3_000_000;

    @TempDir
    private Path directory;

    private static String filter(String rules) {
        return "*filter\n:INPUT ACCEPT\n:FORWARD ACCEPT\n:OUTPUT ACCEPT\n" + rules + "COMMIT\n";
    }

    private static String filter(String first, String more) {
        return filter(first + "\n" + more);
    }

    /** A connection seen on the client's side of a router that is two hops from the server. */
    private static FlowBuilder flow(CaptureBuilder capture) {
        return capture.flow(CLIENT, SERVER).ttl(64, 62);
    }

    private Analysis analyze(CaptureBuilder capture, Circumstances circumstances, String... rules) {
        List<ConfigurationText> texts = new ArrayList<>();
        for (String text : rules) {
            texts.add(ConfigurationText.of("rules" + (texts.isEmpty() ? "" : texts.size()), text));
        }
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(capture.write(directory, "a.pcap").toString())),
                new Settings(false, null, texts, circumstances, List.of()), null);
        assertEquals(List.of(), analysis.problems());
        return analysis;
    }

    private Reset last(CaptureBuilder capture, String... rules) {
        List<Reset> resets = analyze(capture, Circumstances.USUAL, rules).resets();
        return resets.get(resets.size() - 1);
    }

    private static String told(Reset reset) {
        return reset.verdict().evidence().stream().filter(e -> e.detector().equals("firewall-replay")).map(Evidence::text).findFirst().orElse("");
    }

    /** Has gone two hops less than what the server sends. */
    private static void byRouter(PacketBuilder reset) {
        reset.ttl(64);
    }

    @Test
    void namesTheRuleThatRefusesASyn() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).syn().with(ReplayTest::byRouter).serverRefuses();
        Reset reset = last(capture, filter("-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset\n"));
        assertEquals(5, reset.rule().line());
        assertEquals("rules", reset.rule().file());
        assertEquals("-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset", reset.rule().text());
        assertEquals(new FrameRef("c1", 1), reset.rule().trigger());
        assertEquals(Sender.INTERMEDIARY, reset.verdict().sender());
        assertEquals(Causes.REJECT, reset.verdict().cause());
    }

    @Test
    void namesNoRuleForARefusalThatTheRulesWouldHaveLetHappen() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).syn().serverRefuses();
        Reset reset = last(capture, filter("-A FORWARD -p tcp --dport 8080 -j REJECT --reject-with tcp-reset\n"));
        assertNull(reset.rule());
        assertEquals(Sender.SERVER, reset.verdict().sender());
        assertTrue(told(reset).startsWith("No rule of the firewall rejects"), told(reset));
    }

    @Test
    void namesTheRuleThatASegmentOutsideTheWindowFallsTo() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder flow = flow(capture).handshake().client(100).serverAck();
        flow.with(p -> p.seq(flow.clientNext() + FAR)).forgeClient(p -> p.flags("PA").payload(10)).with(ReplayTest::byRouter).serverRst();
        Analysis analysis = analyze(capture, Circumstances.USUAL, filter(FOLK));
        Reset reset = analysis.resets().get(0);
        assertEquals(FOLK_REJECT, reset.rule().line());
        assertEquals(6, reset.rule().trigger().frame());
        assertEquals(Causes.INVALID, reset.verdict().cause());
        assertTrue(told(reset).contains("INVALID, for it reaches "), told(reset));
        ReplaySummary summary = analysis.replays().get(0);
        assertEquals(7, summary.packets());
        assertEquals(6, summary.frames().get(0).frame());
        assertTrue(summary.frames().get(0).why().contains("beyond the receiver's window"), summary.toString());
    }

    @Test
    void namesNoRuleWhereInvalidIsDroppedBefore() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder flow = flow(capture).handshake().client(100).serverAck();
        flow.with(p -> p.seq(flow.clientNext() + FAR)).forgeClient(p -> p.flags("PA").payload(10)).with(ReplayTest::byRouter).serverRst();
        assertNull(last(capture, filter("-A FORWARD -m conntrack --ctstate INVALID -j DROP", FOLK)).rule());
    }

    @Test
    void aLiberalKernelCallsNothingInvalidForItsNumbers() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder flow = flow(capture).handshake().client(100).serverAck();
        flow.with(p -> p.seq(flow.clientNext() + FAR)).forgeClient(p -> p.flags("PA").payload(10)).with(ReplayTest::byRouter).serverRst();
        Analysis analysis = analyze(capture, new Circumstances(Map.of("nf_conntrack_tcp_be_liberal", "1"), null), filter(FOLK));
        assertEquals(0, analysis.replays().get(0).invalid());
    }

    @Test
    void namesTheRuleThatMeetsAConnectionAfterItsTime() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).handshake().client(100).server(100).clientAck().afterMillis(5000).client(10).with(ReplayTest::byRouter).serverRst();
        Reset reset = last(capture, filter(FOLK), "net.netfilter.nf_conntrack_tcp_timeout_established = 2\n");
        assertEquals(FOLK_REJECT, reset.rule().line());
        assertEquals(Causes.DEVICE_STATE_EXPIRED, reset.verdict().cause());
        assertTrue(told(reset).contains("NEW, for its connection was silent for 5.0 s, and in state ESTABLISHED it is kept for 2 s"), told(reset));
    }

    @Test
    void saysWhenOnlyAnEarlierLossOfTheConnectionExplainsAReset() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).handshake().client(100).server(100).clientAck().afterMillis(5000).client(10).with(ReplayTest::byRouter).serverRst();
        Reset reset = last(capture, filter(FOLK));
        assertTrue(told(reset).contains("if the firewall had forgotten the connection"), told(reset));
        assertTrue(reset.rule() == null || Causes.within(reset.verdict().cause(), Causes.DEVICE_STATE_LOST));
    }

    @Test
    void aResetOfItsOwnIsNoAnswerOfARule() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).handshake().client(100).serverAbort();
        Reset reset = last(capture, filter("-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset\n"));
        assertNull(reset.rule());
        assertTrue(told(reset).startsWith("The firewall's rules do not explain"), told(reset));
    }

    @Test
    void aTextThatARuleLooksForIsLookedForInThePayload() {
        String rules = filter("-A FORWARD -p tcp --dport 80 -m string --algo bm --string ATTACK -j REJECT --reject-with tcp-reset\n");
        CaptureBuilder with = CaptureBuilder.pcap();
        flow(with).handshake().client("GET /ATTACK").with(ReplayTest::byRouter).serverRst();
        Reset reset = last(with, rules);
        assertEquals(Causes.CONTENT, reset.verdict().cause());
        assertEquals(4, reset.rule().trigger().frame());
        CaptureBuilder without = CaptureBuilder.pcap();
        flow(without).handshake().client("GET /").with(ReplayTest::byRouter).serverRst();
        assertNull(last(without, rules).rule());
    }

    @Test
    void aHostsOwnRuleIsTheHostsReset() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).syn().serverRefuses();
        Reset reset = last(capture, filter("-A INPUT -p tcp --dport 80 -j REJECT --reject-with tcp-reset\n"));
        assertEquals(5, reset.rule().line());
        assertEquals(Sender.SERVER, reset.verdict().sender());
        assertEquals(Causes.REFUSED, reset.verdict().cause());
    }

    @Test
    void ofARouterWithRulesForItselfTheForwardingOnesCountForWhatItForwards() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).syn().serverRefuses();
        Reset reset = last(capture, filter("-A INPUT -p tcp -j REJECT --reject-with tcp-reset\n-A FORWARD -p tcp --dport 22 -j DROP\n"));
        assertNull(reset.rule());
    }

    @Test
    void anInterfaceThatTheCaptureDoesNotTellMakesARulePossible() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).syn().with(ReplayTest::byRouter).serverRefuses();
        Reset reset = last(capture, filter("-A FORWARD -i lan0 -p tcp --dport 80 -j REJECT --reject-with tcp-reset\n"));
        assertTrue(told(reset).contains("depending on what was not captured"), told(reset));
    }

    @Test
    void destinationsAreComparedAsTheyAreAfterTranslation() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        flow(capture).syn().with(ReplayTest::byRouter).serverRefuses();
        Reset reset = last(capture, "*nat\n:PREROUTING ACCEPT\n:POSTROUTING ACCEPT\n-A PREROUTING -d 203.0.113.2 -p tcp --dport 80 -j DNAT"
                + " --to-destination 192.168.7.7:8080\nCOMMIT\n" + filter("-A FORWARD -d 192.168.7.7 -p tcp --dport 8080 -j REJECT --reject-with tcp-reset\n"));
        assertNotNull(reset.rule());
        assertEquals(10, reset.rule().line());
    }

    @Test
    void whatATranslatorHasForgottenItsOwnStackResets() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        capture.flow("198.51.100.1:40000", SERVER).handshake().client(100).server(100).clientAck().afterMillis(5000).server(10).clientRst();
        Reset reset = last(capture, "*nat\n:POSTROUTING ACCEPT\n-A POSTROUTING -o wan0 -j MASQUERADE\nCOMMIT\n",
                "net.netfilter.nf_conntrack_tcp_timeout_established = 2\n");
        assertNull(reset.rule());
        assertTrue(told(reset).contains("its own TCP stack"), told(reset));
    }

    @Test
    void packetsSeenOnBothInterfacesAreTrackedOnce() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder flow = flow(capture).handshake().client(100).serverAck();
        PacketBuilder[] seen = capture.packets().toArray(PacketBuilder[]::new);
        CaptureBuilder both = CaptureBuilder.pcap();
        for (PacketBuilder p : seen) {
            both.packet(p.copy()).packet(p.copy().hops(1));
        }
        assertEquals(5, flow.end().packets().size());
        assertEquals(5, analyze(both, Circumstances.USUAL, filter(FOLK)).replays().get(0).packets());
    }

    @Test
    void oneAnswerOfSeveralPoints() {
        CaptureBuilder lan = CaptureBuilder.pcap();
        flow(lan).syn().with(ReplayTest::byRouter).serverRefuses();
        CaptureBuilder client = lan.map(p -> p.copy());
        List<CaptureFile> points = List.of(new CaptureFile(client.write(directory, "client.pcap").toString(), "client"),
                new CaptureFile(lan.write(directory, "lan.pcap").toString(), "lan"));
        Analysis analysis = new ResetScope().analyze(points, new Settings(false, null,
                List.of(ConfigurationText.of("rules", filter("-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset\n"))), Circumstances.USUAL, List.of()), null);
        assertEquals(1, analysis.resets().size());
        Reset reset = analysis.resets().get(0);
        assertEquals(5, reset.rule().line());
        assertEquals(2, reset.packets().size());
        assertEquals(1, reset.verdict().evidence().stream().filter(e -> e.detector().equals("firewall-replay")).count());
    }

    @Test
    void anythingCanBeReplayed() {
        Random random = new Random(7);
        String flags = "SAFRPU";
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 3000; i++) {
            StringBuilder some = new StringBuilder();
            flags.chars().filter(c -> random.nextInt(3) == 0).forEach(c -> some.append((char) c));
            boolean there = random.nextBoolean();
            capture.packet(PacketBuilder.tcp(there ? CLIENT : SERVER, there ? SERVER : CLIENT).flags(some.toString()).seq(random.nextInt(9) * 20_000)
                    .ack(random.nextInt(9) * 20_000).window(random.nextInt(3) * 400).payload(random.nextInt(40)));
            capture.afterMillis(random.nextInt(200) == 0 ? 500_000 : random.nextInt(30));
        }
        Analysis analysis = analyze(capture, Circumstances.USUAL, filter(FOLK));
        assertEquals(3000, analysis.replays().get(0).packets());
        assertTrue(analysis.resets().stream().anyMatch(r -> !told(r).isEmpty()));
    }

    /** Captures of real firewalls, with their rules. */
    private Analysis real(String name, boolean settings) {
        List<ConfigurationText> texts = new ArrayList<>();
        texts.add(ConfigurationText.of(name + ".rules", text(name + ".rules")));
        if (settings) {
            texts.add(ConfigurationText.of(name + ".sysctl", text(name + ".sysctl")));
        }
        try (InputStream in = open(name + ".pcap")) {
            Path file = directory.resolve(name + ".pcap");
            Files.copy(in, file);
            return new ResetScope().analyze(List.of(CaptureFile.of(file.toString())), new Settings(false, null, texts, Circumstances.USUAL, List.of()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = ReplayTest.class.getResourceAsStream("captures/" + name);
        assertNotNull(in, name);
        return in;
    }

    private static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rules(Analysis analysis) {
        return analysis.resets().stream().map(r -> r.packets().get(0).frame().frame() + ":"
                + (r.rule() == null ? "-" : r.rule().line() + ":" + r.rule().trigger().frame())).toList();
    }

    /** The router saw the SYN but not its answer. */
    @Test
    void oneDirectionOnly() {
        Analysis analysis = real("one-direction", false);
        assertEquals(List.of("5:9:4", "7:9:6", "9:-"), rules(analysis));
        assertEquals(Causes.INVALID, analysis.resets().get(0).verdict().cause());
    }

    /** The entry's time-out was 2 s; the server's side of the router. */
    @Test
    void lateFin() {
        Analysis analysis = real("late-fin", true);
        assertEquals(List.of("18:9:17"), rules(analysis));
        assertEquals(Causes.DEVICE_STATE_EXPIRED, analysis.resets().get(0).verdict().cause());
    }

    /** A mark that an earlier rule sets decides. */
    @Test
    void contentSeenBefore() {
        Analysis analysis = real("content", false);
        assertEquals(List.of("34:7:33"), rules(analysis).stream().filter(r -> !r.endsWith("-")).toList());
        assertTrue(told(analysis.resets().stream().filter(r -> r.rule() != null).findFirst().orElseThrow()).contains("connmark --mark 7"));
    }
}
