package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

/** Captures of both sides of a firewall held against its rules: each side alone knows less than both together. */
class ReplayBetweenPointsTest {

    private static final String CLIENT = "10.1.0.2:40000";
    private static final String OUTER = "198.51.100.1:61000";
    private static final String SERVER = "203.0.113.2:80";
    private static final String FOLK = "*filter\n:INPUT ACCEPT\n:FORWARD ACCEPT\n:OUTPUT ACCEPT\n"
            + "-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n"
            + "-A FORWARD -p tcp --dport 80 --syn -m conntrack --ctstate NEW -j ACCEPT\n-A FORWARD -p tcp -j REJECT --reject-with tcp-reset\nCOMMIT\n";
    private static final int FOLK_REJECT = 7;
    private static final int FAR = 3_000_000;
    /** By which the clock of the server's side is ahead. */
    private static final long AHEAD_MICROS = 3_700_000;

    @TempDir
    private Path directory;

    /** All that passed or came to a router, as its client's side shows it, or would. */
    private final CaptureBuilder all = CaptureBuilder.pcap();
    private final Set<PacketBuilder> inside = new HashSet<>();
    private final Set<PacketBuilder> outside = new HashSet<>();

    private FlowBuilder flow() {
        return all.flow(CLIENT, SERVER).ttl(64, 62);
    }

    private PacketBuilder last() {
        return all.packets().get(all.packets().size() - 1);
    }

    /** The last packet is seen on the client's side only: the router kept it, or made it. */
    private void inside() {
        inside.add(last());
    }

    private void outside() {
        outside.add(last());
    }

    private CaptureBuilder lan() {
        CaptureBuilder lan = CaptureBuilder.pcap();
        all.packets().stream().filter(p -> !outside.contains(p)).forEach(p -> lan.packets().add(p.copy()));
        return lan;
    }

    /** @param routers between both captures */
    private CaptureBuilder wan(boolean translated, int routers) {
        CaptureBuilder wan = CaptureBuilder.pcap();
        for (PacketBuilder p : all.packets()) {
            if (!inside.contains(p)) {
                boolean forth = p.from().equals(CLIENT);
                PacketBuilder there = p.copy();
                there.laterMicros(AHEAD_MICROS + (forth ? 20 : -20)).ttl(p.ttl() + (forth ? -routers : routers));
                if (translated) {
                    there = forth ? there.from(OUTER) : there.to(OUTER);
                }
                wan.packets().add(there);
            }
        }
        return wan;
    }

    private List<Reset> analyze(String rules, CaptureBuilder lan, CaptureBuilder wan) {
        List<CaptureFile> files = new ArrayList<>();
        if (lan != null) {
            files.add(new CaptureFile(lan.write(directory, "lan.pcap").toString(), wan == null ? null : "lan"));
        }
        if (wan != null) {
            files.add(new CaptureFile(wan.write(directory, "wan.pcap").toString(), lan == null ? null : "wan"));
        }
        Analysis analysis = new ResetScope().analyze(files,
                new Settings(false, null, List.of(ConfigurationText.of("rules", rules)), Circumstances.USUAL, List.of()), null);
        assertEquals(List.of(), analysis.problems());
        return analysis.resets();
    }

    private static Reset last(List<Reset> resets) {
        return resets.get(resets.size() - 1);
    }

    private static String told(Reset reset) {
        return reset.verdict().evidence().stream().filter(e -> e.detector().equals("firewall-replay")).map(Evidence::text).findFirst().orElse("");
    }

    /** A few connections that both sides show, for what is usual. */
    private void traffic() {
        for (int port = 50_000; port < 50_003; port++) {
            all.flow("10.1.0.2:" + port, SERVER).ttl(64, 62).handshake().client(100).server(100).clientAck().close();
        }
    }

    @Test
    void aConnectionThatARuleHasClosedOnTheOneSideIsGoneForTheOther() {
        traffic();
        String rules = FOLK.replaceFirst("-A", "-A FORWARD -p tcp -m string --algo bm --string SECRET -j REJECT --reject-with tcp-reset\n-A");
        FlowBuilder flow = flow().handshake().client(100).serverAck().client("a SECRET");
        inside();
        flow.with(p -> p.ttl(64)).serverRst();
        inside();
        flow.afterMillis(12_000).with(p -> p.ack(p.ack() - 8)).server(10);
        outside();
        flow.with(p -> p.ttl(65)).clientRst();
        outside();
        Reset alone = last(analyze(rules, null, wan(false, 1)));
        assertTrue(told(alone).contains("if the firewall had forgotten the connection"), told(alone));
        Reset both = last(analyze(rules, lan(), wan(false, 1)));
        assertEquals(FOLK_REJECT + 1, both.rule().line());
        assertTrue(told(both).contains("its connection was silent for 12.0 s, and in state CLOSE it is kept for 10 s"), told(both));
        assertEquals(Causes.DEVICE_STATE_EXPIRED, both.verdict().cause());
    }

    @Test
    void aRuleAboutTheInnerAddressIsFoundForWhatComesToTheOuterOne() {
        String rules = "*nat\n:POSTROUTING ACCEPT\n-A POSTROUTING -o wan0 -j MASQUERADE\nCOMMIT\n*filter\n:FORWARD ACCEPT\n"
                + "-A FORWARD -d 10.1.0.2/32 -p tcp -m string --algo bm --string SECRET -j REJECT --reject-with tcp-reset\nCOMMIT\n";
        FlowBuilder flow = flow().handshake().client("GET /").serverAck();
        flow.server("a SECRET");
        outside();
        flow.with(p -> p.ttl(65)).clientRst();
        outside();
        Reset alone = last(analyze(rules, null, wan(true, 1)));
        assertNull(alone.rule(), told(alone));
        Reset both = last(analyze(rules, lan(), wan(true, 1)));
        assertNotNull(both.rule(), told(both));
        assertEquals(7, both.rule().line());
        assertEquals(new FrameRef("c2", 6), both.rule().trigger());
        assertEquals(Causes.CONTENT, both.verdict().cause());
    }

    @Test
    void aRuleHasNotRejectedWhatWentOn() {
        String rules = "*filter\n:FORWARD ACCEPT\n-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset\nCOMMIT\n";
        traffic();
        FlowBuilder flow = flow().syn();
        flow.afterMicros(300).with(p -> p.ttl(64)).forgeServer(p -> p.flags("RA").seq(0).ack(flow.clientNext()).window(0).noOptions().ipId(0));
        inside();
        flow.synAck();
        Reset alone = last(analyze(rules, lan(), null));
        assertNotNull(alone.rule());
        Reset both = last(analyze(rules, lan(), wan(false, 1)));
        assertNull(both.rule(), told(both));
        assertTrue(told(both).contains("it went on beyond the firewall"), told(both));
    }

    @Test
    void theDirectionThatOneCaptureLacksIsThatOfTheOther() {
        traffic();
        FlowBuilder flow = flow().handshake().client(100).server(100).clientAck();
        flow.with(p -> p.seq(flow.serverNext() + FAR)).forgeServer(p -> p.flags("PA").payload(10));
        outside();
        flow.with(p -> p.ttl(65)).clientRst();
        outside();
        CaptureBuilder half = wan(false, 1).map(p -> p.from().equals(CLIENT) && !p.has('R') ? null : p);
        Reset alone = last(analyze(FOLK, null, half));
        assertTrue(!told(alone).contains("INVALID"), told(alone));
        Reset both = last(analyze(FOLK, lan(), half));
        assertEquals(FOLK_REJECT, both.rule().line());
        assertTrue(told(both).contains("INVALID, for it reaches "), told(both));
        assertEquals(Causes.INVALID, both.verdict().cause());
    }

    /** The server's answers come another way, which the firewall is not on. */
    @Test
    void whatMayHaveGoneAnotherWayHasNotComeToTheFirewall() {
        FlowBuilder flow = flow().syn().synAck();
        outside();
        flow.clientAck();
        inside();
        flow.with(p -> p.ttl(64)).serverRst();
        inside();
        Reset both = last(analyze(FOLK, lan(), wan(false, 4)));
        assertEquals(FOLK_REJECT, both.rule().line());
        assertEquals(Causes.INVALID, both.verdict().cause());
    }

    @Test
    void aSegmentThatWasCutOnItsWayWentOnIfAllItsPartsDid() {
        String rules = "*filter\n:FORWARD ACCEPT\n-A FORWARD -p tcp --dport 80 -m u32 --u32 0=0 -j REJECT --reject-with tcp-reset\nCOMMIT\n";
        traffic();
        FlowBuilder flow = flow().handshake().client(2000);
        flow.afterMicros(300).with(p -> p.ttl(64)).serverRst();
        inside();
        CaptureBuilder whole = wan(false, 1);
        PacketBuilder last = whole.packets().remove(whole.packets().size() - 1);
        PacketBuilder first = last.copy().payload(1000);
        whole.packets().add(first);
        Reset half = last(analyze(rules, lan(), whole));
        assertTrue(told(half).contains("just such a reset, if this is so"), told(half));
        whole.packets().add(first.copy().seq(first.seq() + 1000));
        Reset passed = last(analyze(rules, lan(), whole));
        assertTrue(told(passed).contains("it went on beyond the firewall"), told(passed));
    }
}
