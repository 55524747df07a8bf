package org.resetscope.core.tests.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.resetscope.core.tests.points.Path.birth;
import static org.resetscope.core.tests.points.Path.part;
import static org.resetscope.core.tests.points.Path.without;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.flow.Scene;

/** Where resets are born, by captures of several points. */
class PointsTest {

    private static final String IPV6_CLIENT = "[2001:db8::1]:40000";

    /** A reset in the server's name that agrees with the server's packets in all but being in its capture. */
    private static FlowBuilder forged() {
        return Scene.busy().afterMillis(40).client(100).afterMillis(11).serverAbort().afterMillis(30).server(500).afterMillis(20).server(200);
    }

    private static FlowBuilder aborted() {
        return Scene.busy().afterMillis(40).client(100).afterMillis(11).serverAbort();
    }

    @Test
    void aForgedResetIsBornBetweenThePointThatHasItAndTheOneThatHasNot() {
        Reset r = Path.of(forged().end()).point("client", p -> p).point("server", without(Path::atServer, Path::reset)).only();
        assertEquals("intermediary between client and server", birth(r));
        assertTrue(r.verdict().summary().contains("between client and server"), r.verdict().summary());
        assertTrue(r.verdict().senderProbability().get(Sender.INTERMEDIARY) > 0.99);
    }

    @Test
    void theServersOwnResetIsInTheCaptureTakenThere() {
        Reset r = Path.of(aborted().end()).point("client", p -> p).point("server", Path::atServer).only();
        assertEquals("server", birth(r));
        assertEquals(2, r.packets().size());
        assertTrue(Causes.within(r.verdict().cause(), Causes.ABORT), r.verdict().cause());
    }

    @Test
    void withoutNamesTheOrderOfThePointsFollowsFromTheirDelays() {
        Analysis analysis = Path.of(forged().end()).point("b", without(part(0.6), Path::reset)).point("c", without(part(0.9), Path::reset))
                .point("a", part(0.2)).analyse();
        assertEquals(List.of("a", "b", "c"), analysis.path().stream().map(PathPoint::name).toList());
        assertEquals("intermediary between a and b", birth(analysis.resets().get(0)));
    }

    @Test
    void aClockThatIsShiftedAndDriftsIsFitted() {
        UnaryOperator<PacketBuilder> otherClock = p -> {
            long own = p.time() - CaptureBuilder.START_NANOS;
            return p.time(p.time() + 3_700_000_000L + Math.round(own * 80e-6));
        };
        FlowBuilder flow = Scene.busy();
        for (int i = 0; i < 40; i++) {
            flow.afterMillis(250).client(100).afterMillis(10).serverAck().afterMicros(50).server(1000).afterMicros(50).clientAck();
        }
        flow.afterMillis(11).serverAbort().afterMillis(30).server(500).afterMillis(20).server(200);
        Analysis analysis = Path.of(flow.end()).point("client", p -> p)
                .point("server", without(p -> otherClock.apply(Path.atServer(p)), Path::reset)).analyse();
        assertEquals("intermediary between client and server", birth(analysis.resets().get(0)));
        PathPoint server = analysis.path().get(1);
        assertEquals(3.7e9, server.offsetNanos(), server.errorNanos() + 1_000_000);
        assertTrue(server.errorNanos() < 6_000_000, "half of the round trip at most: " + server);
        assertEquals(80e-6, server.drift(), 10e-6);
    }

    @Test
    void aConnectionIsFoundAgainBehindATranslator() {
        UnaryOperator<PacketBuilder> translated = p -> Path.fromServer(p) ? Path.atServer(p).to("198.51.100.7:61003")
                : Path.atServer(p).from("198.51.100.7:61003");
        assertEquals("intermediary between client and server", birth(Path.of(forged().end()).point("client", p -> p)
                .point("server", without(translated, Path::reset)).only()));
        Reset own = Path.of(aborted().end()).point("client", p -> p).point("server", translated).only();
        assertEquals("server", birth(own));
        assertEquals(2, own.packets().size());
    }

    @Test
    void aConnectionIsFoundAgainBehindADeviceThatChangesSequenceNumbers() {
        UnaryOperator<PacketBuilder> renumbered = p -> {
            PacketBuilder there = Path.atServer(p);
            return Path.fromServer(p) ? there.ack(p.ack() + 77_777_777L).to("198.51.100.7:61003")
                    : there.seq(p.seq() + 77_777_777L).from("198.51.100.7:61003");
        };
        Reset own = Path.of(aborted().end()).point("client", p -> p).point("server", renumbered).only();
        assertEquals("server", birth(own));
        assertEquals(2, own.packets().size());
        assertEquals("intermediary between client and server", birth(Path.of(forged().end()).point("client", p -> p)
                .point("server", without(renumbered, Path::reset)).only()));
    }

    @Test
    void slicedPacketsOfIpv6Compare() {
        FlowBuilder flow = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap(), IPV6_CLIENT, "[2001:db8::2]:443")))
                .afterMillis(40).client(100).afterMillis(11).serverAbort().afterMillis(30).server(500);
        CaptureBuilder traffic = flow.end();
        UnaryOperator<PacketBuilder> there = p -> p.laterMicros(p.from().equals(IPV6_CLIENT) ? 5000 : -5000);
        Reset r = Path.of(traffic).point("client", traffic.map(p -> p.ttl(60)).snapLength(96))
                .point("server", traffic.map(p -> Path.reset(p) ? null : there.apply(p.ttl(60))).snapLength(96)).only();
        assertEquals("intermediary between client and server", birth(r));
    }

    @Test
    void aHoleInACaptureAccusesNobody() {
        // the server's capture misses everything from the request before the reset on, and ends with other traffic
        CaptureBuilder traffic = aborted().end();
        FlowBuilder later = Scene.flow(traffic, "10.0.0.1:40002", Scene.SERVER);
        Scene.exchange(Scene.open(later.afterMillis(900)));
        FlowBuilder during = Scene.flow(traffic, "10.0.0.1:40003", Scene.SERVER);
        Scene.exchange(Scene.open(during.at("0.060")));
        long from = CaptureBuilder.START_NANOS + 50_000_000;
        Reset r = Path.of(traffic).point("client", p -> p)
                .point("server", without(Path::atServer, p -> p.time() > from && p.time() < from + 600_000_000)).only();
        assertNotEquals(Sender.INTERMEDIARY, r.verdict().sender(), () -> Analysed.line(r) + r.verdict().evidence());
    }

    @Test
    void aCaptureThatWasStoppedBeforeAccusesNobody() {
        CaptureBuilder traffic = aborted().end();
        long end = CaptureBuilder.START_NANOS + 40_000_000;
        Reset r = Path.of(traffic).point("client", p -> p).point("server", without(Path::atServer, p -> p.time() > end)).only();
        assertNotEquals(Sender.INTERMEDIARY, r.verdict().sender(), () -> Analysed.line(r) + r.verdict().evidence());
    }

    @Test
    void aCaptureThatBeganInMidStreamStillCompares() {
        FlowBuilder flow = forged();
        long begin = CaptureBuilder.START_NANOS + 15_000_000;
        Reset r = Path.of(flow.end()).point("client", p -> p)
                .point("server", without(Path::atServer, p -> Path.reset(p) || p.time() < begin)).only();
        assertEquals("intermediary between client and server", birth(r), () -> r.verdict().evidence().toString());
    }

    @Test
    void whoIsTheClientIsLearnedFromAPointThatSawTheStart() {
        CaptureBuilder traffic = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap(), "10.0.0.1:80", "10.0.0.2:40000")))
                .afterMillis(40).client(100).afterMillis(11).serverAbort().end();
        Reset r = Path.of(traffic).point("server", without(p -> p, p -> p.time() < CaptureBuilder.START_NANOS + 12_000_000))
                .point("client", p -> p).only();
        assertEquals("10.0.0.1:80", r.flow().client().toString());
        assertEquals("server", birth(r));
    }

    @Test
    void capturesOfOtherTrafficAreNotMatchedByForce() {
        CaptureBuilder other = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap(), "10.9.0.1:40000", "10.9.0.2:80").isn(77, 4_000_000).noTimestamps()))
                .afterMillis(20).clientAbort().end();
        Analysis analysis = Path.of(aborted().end()).point("client", p -> p).point("server", other).analyse();
        assertEquals(List.of("unrelated", "unrelated"), analysis.problems().stream().map(Problem::code).toList());
        assertEquals(2, analysis.resets().size());
        assertTrue(analysis.resets().stream().allMatch(r -> r.packets().size() == 1));
        assertTrue(analysis.resets().stream().noneMatch(r -> r.verdict().sender() == Sender.INTERMEDIARY));
    }

    @Test
    void aRejectedSynNeverCameToTheServer() {
        CaptureBuilder traffic = Scene.flow().syn().afterMicros(400).serverRefuses().end();
        Scene.exchange(Scene.open(Scene.flow(traffic, "10.0.0.1:40002", Scene.SERVER).afterMillis(30)));
        // an open port of the same server before it, so that its capture is known to run
        FlowBuilder before = Scene.flow(traffic, "10.0.0.1:39999", Scene.SERVER);
        Scene.exchange(Scene.open(before.at("-0.200")));
        Reset r = Path.of(traffic).point("client", p -> p)
                .point("server", without(Path::atServer, p -> p.from().endsWith(":40000") || p.to().endsWith(":40000"))).only();
        assertEquals("intermediary between client and server middlebox.reject", birth(r) + " " + r.verdict().cause());
    }

    @Test
    void aConnectionThatEndsAtAProxyIsToldFromAForgedOne() {
        CaptureBuilder traffic = Scene.open(Scene.flow()).client("GET /index.html HTTP/1.1\r\n").afterMillis(10).serverAck()
                .afterMillis(80).serverAbort().end();
        CaptureBuilder behind = Scene.flow(CaptureBuilder.pcap(), "10.1.0.9:51000", "10.1.0.2:8080").isn(9, 99).afterMillis(12).handshake()
                .client("GET /index.html HTTP/1.1\r\n").serverAck().afterMillis(20).serverAbort().end();
        Analysis analysis = Path.of(traffic).point("lan", p -> p).point("backend", behind).analyse();
        Reset front = analysis.resets().stream().filter(r -> r.flow().server().toString().equals(Scene.SERVER)).findFirst().orElseThrow();
        assertEquals("server", front.verdict().sender().id(), Analysed.line(front));
        assertTrue(front.verdict().cause().startsWith("middlebox."), Analysed.line(front));
        assertEquals(Sender.INTERMEDIARY, front.verdict().fault());
    }

    @Test
    void aTranslatorThatForgotTheConnectionIsAtFaultForTheServersReset() {
        CaptureBuilder traffic = Scene.busy().afterMillis(3000).client(100).afterMillis(10).serverRst().end();
        UnaryOperator<PacketBuilder> translated = p -> {
            String port = p.time() > CaptureBuilder.START_NANOS + 1_000_000_000L ? "198.51.100.7:1029" : "198.51.100.7:1028";
            return Path.fromServer(p) ? Path.atServer(p).to(port) : Path.atServer(p).from(port);
        };
        Reset r = Path.of(traffic).point("client", p -> p).point("server", translated).only();
        assertEquals("server middlebox.remapped", Analysed.verdict(r));
        assertEquals(Sender.INTERMEDIARY, r.verdict().fault());
    }

    @Test
    void resetsThatLookAlikeAreToldApartByTime() {
        CaptureBuilder traffic = aborted().afterMillis(100).client(100).afterMillis(11).serverRst().afterMillis(200).clientRetransmits(100)
                .afterMillis(11).serverRst().afterMillis(400).clientRetransmits(100).afterMillis(11).serverRst().end();
        long second = CaptureBuilder.START_NANOS + 300_000_000;
        long third = CaptureBuilder.START_NANOS + 500_000_000;
        // the client's capture lost the second of three equal answers
        Analysis analysis = Path.of(traffic).point("client", without(p -> p, p -> Path.reset(p) && p.time() > second && p.time() < third))
                .point("server", Path::atServer).analyse();
        assertEquals(List.of(2, 2, 1, 2), analysis.resets().stream().map(r -> r.packets().size()).toList());
        assertTrue(analysis.resets().stream().allMatch(r -> r.verdict().sender() == Sender.SERVER));
    }

    @Test
    void whatFitsTwoConnectionsEquallyWellIsLeftAlone() {
        // two equal connections through a device that changes addresses, ports and sequence numbers, without timestamps
        CaptureBuilder traffic = CaptureBuilder.pcap();
        CaptureBuilder behind = CaptureBuilder.pcap();
        for (int i = 0; i < 2; i++) {
            Scene.exchange(Scene.open(Scene.flow(traffic, "10.0.0.1:4000" + i, Scene.SERVER).isn(1000 + i, 5000 + i).noTimestamps().at("0.0")))
                    .afterMillis(20).serverAbort();
            Scene.exchange(Scene.open(behind.flow("198.51.100.7:700" + i, "10.5.0.2:8080").isn(800_000 + i, 900_000 + i).noTimestamps().at("0.001")))
                    .afterMillis(20).serverAbort();
        }
        Analysis analysis = Path.of(traffic).point("client", p -> p).point("server", behind).analyse();
        assertTrue(analysis.resets().stream().allMatch(r -> r.packets().size() == 1), analysis.resets().stream().map(Analysed::line).toList().toString());
        assertTrue(analysis.resets().stream().noneMatch(r -> r.verdict().sender() == Sender.INTERMEDIARY));
    }
}
