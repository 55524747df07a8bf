package org.resetscope.core.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.guide.Answers;
import org.resetscope.core.guide.Ends;
import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Guide.State;
import org.resetscope.core.guide.Step;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.flow.Scene;

/** Which step comes next, and what to type for it. */
class GuideTest {

    @TempDir
    private Path folder;

    private static Guide guide(Answers known) {
        return new Guide(known, known.captures().isEmpty() ? null : new ResetScope().analyze(known.captures(), Settings.DEFAULT, null));
    }

    private static Answers known(List<CaptureFile> captures, List<String> routers, Step... impossible) {
        return new Answers(Ends.parse("10.0.0.5", "192.0.2.7:443", "eth0"), captures, List.of(), routers, List.of(), Set.of(impossible));
    }

    private static CaptureFile sample(String name) {
        return CaptureFile.of(Path.of("..", "..", "samples", name).toString());
    }

    @Test
    void firstACaptureOfTheUsersTraffic() {
        Guide guide = guide(known(List.of(), List.of()));
        assertEquals(Step.HERE, guide.next());
        assertEquals("sudo tcpdump -i eth0 -s 256 -U -w client.pcap '(host 192.0.2.7 and tcp port 443) or icmp or icmp6'",
                guide.commands(Step.HERE).get(0));
        assertEquals(State.LATER, guide.state(Step.CURE));
    }

    @Test
    void aCaptureWithoutResetIsFollowedByALongerOne() {
        Path quiet = CaptureBuilder.pcap().flow("10.0.0.1:40001", "10.0.0.2:443").handshake().close().end().write(folder, "quiet.pcap");
        Guide guide = guide(known(List.of(CaptureFile.of(quiet.toString())), List.of()));
        assertEquals(Step.HERE, guide.next());
        assertTrue(guide.commands(Step.HERE).toString().contains("resetscope live eth0"), guide.commands(Step.HERE)::toString);
    }

    @Test
    void theOtherEndWhereOneCaptureDoesNotDecide() {
        Path unclear = Scene.flow().with(p -> p.ttl(100)).serverRst().end().write(folder, "unclear.pcap");
        Guide guide = guide(known(List.of(new CaptureFile(unclear.toString(), "client")), List.of()));
        assertEquals(Step.THERE, guide.next());
        assertTrue(guide.commands(Step.THERE).get(0).contains("-w server.pcap 'tcp port 443 or icmp or icmp6'"), "a NAT may change the client's address");
    }

    @Test
    void rulesThenRouterWhereADeviceDroppedAnIdleConnection() {
        List<CaptureFile> captures = List.of(sample("idle-firewall.pcap"));
        assertEquals(Step.RULES, guide(known(captures, List.of())).next());
        Guide withoutRules = guide(known(captures, List.of(), Step.RULES));
        assertEquals(Step.ROUTER, withoutRules.next());
        assertEquals("resetscope routers --idle 5.0", withoutRules.commands(Step.ROUTER).get(0));
        assertEquals(State.LEFT_OUT, withoutRules.state(Step.RULES));
        assertEquals(State.DONE, withoutRules.state(Step.HERE));
        Guide withRouter = guide(known(captures, List.of("openwrt-conntrack"), Step.RULES));
        assertEquals(Step.CURE, withRouter.next());
        assertTrue(withRouter.commands(Step.LOGS).get(0).matches("journalctl -o json --utc --since '[-\\d]+ [:\\d]+ UTC' --until '[-\\d]+ [:\\d]+ UTC' .*"),
                withRouter.commands(Step.LOGS).get(0));
        assertTrue(withRouter.commands(Step.CURE).get(0).startsWith("resetscope advise "), withRouter.commands(Step.CURE)::toString);
        assertTrue(withRouter.analyze().startsWith("resetscope analyze --router openwrt-conntrack "), withRouter.analyze());
    }

    @Test
    void nothingMoreIsAskedWhereTheCaptureDecides() {
        Path closed = Scene.busy().clientFin().afterMillis(Scene.ROUND_TRIP_MILLIS).server(100).afterMicros(Scene.AT_ONCE_MICROS).clientRst().end()
                .write(folder, "closed.pcap");
        assertEquals(Step.CURE, guide(known(List.of(CaptureFile.of(closed.toString())), List.of())).next());
    }

    @Test
    void addressesThatWereNotSaidAreTheOnesSeen() {
        Guide guide = guide(new Answers(Ends.UNKNOWN, List.of(sample("idle-firewall.pcap")), List.of(), List.of(), List.of(), Set.of()));
        String server = guide.gravest().flow().server().address();
        assertTrue(guide.commands(Step.CURE).toString().contains("live any --filter '(host " + server + " and tcp port 19572) or icmp or icmp6'"),
                guide.commands(Step.CURE)::toString);
    }

    /** In a capture of everything, the user's own connections come first. */
    @Test
    void theResetIsOneOfTheConnectionsAskedAbout() {
        Answers asked = new Answers(Ends.parse(null, "10.0.0.2:443", null), List.of(), List.of(), List.of(), List.of(), Set.of());
        Path two = CaptureBuilder.pcap().flow("10.0.0.1:40001", "10.0.0.2:443").handshake().client(10).server(10).serverRst().end()
                .flow("10.0.0.1:40002", "10.0.0.3:80").handshake().client(10).server(10).serverRst().end().write(folder, "two.pcap");
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(two.toString())), Settings.DEFAULT, null);
        assertEquals(2, analysis.resets().size());
        for (String server : List.of("10.0.0.2", "10.0.0.3")) {
            Guide guide = new Guide(new Answers(Ends.parse(null, server, null), List.of(), List.of(), List.of(), List.of(), Set.of()), analysis);
            assertEquals(server, guide.gravest().flow().server().address());
            assertFalse(guide.onlyOthers());
        }
        assertEquals(443, new Guide(asked, analysis).gravest().flow().server().port());
        Guide others = new Guide(new Answers(Ends.parse("10.9.9.9", "10.0.0.4:22", null), List.of(), List.of(), List.of(), List.of(), Set.of()), analysis);
        assertTrue(others.gravest() != null && others.onlyOthers());
        assertTrue(new Guide(new Answers(Ends.parse("10.9.9.9", null, null), List.of(), List.of(), List.of(), List.of(), Set.of()), analysis).onlyOthers());
        assertFalse(new Guide(Answers.NONE, analysis).onlyOthers());
    }

    @Test
    void adviceIsAskedForOfAllThatIsKnown() {
        Answers known = new Answers(Ends.UNKNOWN, List.of(new CaptureFile(sample("idle-firewall.pcap").file(), "client")), List.of(),
                List.of("avm-fritzbox"), List.of(), Set.of(Step.RULES));
        assertEquals("resetscope advise --for all --router avm-fritzbox --point client=" + known.captures().get(0).file(), guide(known).commands(Step.CURE).get(0));
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        Answers known = new Answers(Ends.UNKNOWN, List.of(CaptureFile.of("it's here.pcap")), List.of(), List.of(), List.of(), Set.of());
        assertEquals("resetscope analyze 'it'\\''s here.pcap'", new Guide(known, null).analyze());
    }
}
