package org.resetscope.routers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** What the detector says of silences in tiny captures. */
class IdleProfileDetectorTest {

    @TempDir
    private Path directory;

    private static FlowBuilder flow() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").ttl(64, 61).handshake().client("hello").server("hello").clientAck();
    }

    private Reset judge(FlowBuilder flow) {
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(flow.end().write(directory, "x.pcap").toString())),
                Settings.DEFAULT, null);
        assertEquals(List.of(), analysis.problems());
        assertEquals(1, analysis.resets().size());
        return analysis.resets().get(0);
    }

    private Evidence evidence(FlowBuilder flow) {
        return judge(flow).verdict().evidence().stream().filter(e -> e.detector().equals("idle-timeout-profile")).findFirst().orElse(null);
    }

    /** Data after the silence, answered in the server's name by something nearer. */
    private Evidence late(long millis) {
        return evidence(flow().afterMillis(millis).client("more").with(p -> p.ttl(63)).serverRst());
    }

    /** The server's end of the connection is cut when the silence has lasted that long. */
    private Evidence cut(long millis) {
        return evidence(flow().afterMillis(millis).serverAbort());
    }

    @Test
    void aPacketJustAfterATimeoutNamesTheDevicesThatForget() {
        Evidence e = late(351_200);
        assertEquals(Map.of(Causes.DEVICE_STATE_EXPIRED, 2, Causes.REMAPPED, 2), e.decibans());
        assertEquals("Frame 7 came 1.2 s after 350 s (5 min 50 s) of silence; by default these have forgotten a connection by then: "
                + "AWS Network Load Balancer (TCP listener), AWS Gateway Load Balancer, AWS NAT Gateway and 3 more.", e.text());
        assertEquals(List.of(7L, 8L), e.frames().stream().map(f -> f.frame()).toList());
    }

    @Test
    void anUnusualTimeoutSaysMoreThanARoundOne() {
        assertEquals(2, late(7_441_000).decibans().get(Causes.DEVICE_STATE_EXPIRED));
        assertEquals(1, late(3_601_000).decibans().get(Causes.DEVICE_STATE_EXPIRED));
        assertEquals(4, cut(350_200).decibans().get(Causes.IDLE));
        assertEquals(2, cut(300_200).decibans().get(Causes.IDLE));
    }

    @Test
    void theLaterTheLessAndSoonNothing() {
        assertEquals(1, late(370_000).decibans().get(Causes.DEVICE_STATE_EXPIRED));
        assertEquals(null, late(400_000));
        assertEquals(null, late(3_800_000));
        assertEquals(null, cut(360_000));
    }

    @Test
    void whatHasNotPassedIsNotNamed() {
        assertEquals(null, late(340_000));
        assertEquals(null, late(2_000));
        assertEquals(null, late(3_590_000));
    }

    @Test
    void onlyDevicesThatEndAConnectionThemselvesCutIt() {
        Evidence nginx = cut(600_300);
        assertTrue(nginx.text().startsWith("The connection was ended just after 600 s (10 min) of silence: the default idle time-out of "),
                nginx.text());
        assertTrue(nginx.text().endsWith("Google Global external Application Load Balancer and nginx stream."), nginx.text());
        assertEquals(null, cut(7_440_000), "OpenWrt forgets silently");
        Evidence azure = cut(240_000);
        assertEquals(Map.of(Causes.DEVICE_STATE_EXPIRED, 2), azure.decibans());
    }

    @Test
    void aFinOutOfSilenceIsTheTimersToo() {
        Evidence e = evidence(flow().afterMillis(350_100).serverFin().afterMillis(2_000).client("late").serverRst());
        assertTrue(e.text().contains("just after 350 s"), e.text());
    }

    @Test
    void whatNobodyVerifiedIsMarkedAndCountsLess() {
        Evidence recollection = late(2_400_500);
        assertTrue(recollection.text().endsWith("AsusWRT-Merlin (unverified)."), recollection.text());
        assertEquals(1, recollection.decibans().get(Causes.DEVICE_STATE_EXPIRED));
        assertEquals(2, cut(600_200).decibans().get(Causes.IDLE), "verified");
    }

    @Test
    void aHalfClosedConnectionHasItsOwnTimers() {
        Evidence e = evidence(flow().serverFin().clientAck().afterMillis(601_000).client("more").with(p -> p.ttl(63)).serverRst());
        assertTrue(e.text().contains("600 s (10 min)") && e.text().contains("Cisco ASA"), e.text());
        assertEquals(null, evidence(flow().serverFin().clientAck().afterMillis(351_000).client("more").with(p -> p.ttl(63)).serverRst()));
    }

    @Test
    void aKeepaliveHasTheLengthOfItsHostsInterval() {
        assertEquals(null, evidence(flow().afterMillis(7_200_500).clientKeepAlive().with(p -> p.ttl(63)).serverRst()));
    }

    @Test
    void aConnectionThatIsOftenSilentTellsNothing() {
        assertEquals(null, evidence(flow().afterMillis(300_000).client("a").serverAck().afterMillis(351_000).client("b").with(p -> p.ttl(63))
                .serverRst()));
    }

    @ParameterizedTest
    @CsvSource({ "351000", "3600500", "7200000", "86401000", "432010000" })
    void nothingWeighsMoreThanAFewDecibans(long millis) {
        for (Evidence e : new Evidence[] { late(millis), cut(millis) }) {
            if (e != null) {
                assertTrue(e.decibans().values().stream().allMatch(w -> w >= 1 && w <= 4), e.toString());
            }
        }
    }

    @Test
    void refusedConnectionsAreNotIdle() {
        assertEquals(null, evidence(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").syn().afterMillis(350_000).serverRefuses()));
    }

    @Test
    void theVerdictStandsAndGainsTheNames() {
        Reset reset = judge(flow().afterMillis(351_000).client("more").with(p -> p.ttl(63)).serverRst());
        assertEquals(Causes.DEVICE_STATE_EXPIRED, reset.verdict().cause());
    }
}
