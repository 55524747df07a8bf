package org.resetscope.core.tests.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Periodicity;
import org.resetscope.core.pattern.SameSilence;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** The silence before a reset, and what several of them have in common, from packets on. */
class IdleTest {

    private static FlowBuilder used(CaptureBuilder capture, int port) {
        return capture.flow("10.0.0.1:" + port, "10.0.0.2:443").handshake().client("hello").server("hello").clientAck();
    }

    private static Reset.Idle idle(FlowBuilder flow) {
        return Analysed.of(flow.end()).only().idle();
    }

    @Test
    void aResetOutOfSilenceEndsItItself() {
        Reset.Idle idle = idle(used(CaptureBuilder.pcap(), 40_000).afterMillis(350_000).serverAbort());
        assertEquals(350, idle.nanos() / 1e9, 0.01);
        assertTrue(idle.endedBySender());
        assertFalse(idle.halfClosed());
    }

    @Test
    void aPacketThatMeetsAResetEndsItInstead() {
        Reset.Idle idle = idle(used(CaptureBuilder.pcap(), 40_000).afterMillis(350_000).client("more").serverRst());
        assertEquals(350, idle.nanos() / 1e9, 0.01);
        assertFalse(idle.endedBySender());
    }

    @Test
    void aConnectionThatOneSideHasClosedIsHalfClosed() {
        assertTrue(idle(used(CaptureBuilder.pcap(), 40_000).serverFin().clientAck().afterMillis(60_000).client("more").serverRst()).halfClosed());
    }

    /** The late data come at any time; it is the closing that tells the timer. */
    @Test
    void whatMeetsASocketThatWasClosedOutOfSilenceTellsThatSilence() {
        Reset.Idle idle = idle(used(CaptureBuilder.pcap(), 40_000).afterMillis(60_000).serverFin().clientAck().afterMillis(35_000).client("more").serverRst());
        assertEquals(60, idle.nanos() / 1e9, 0.01);
        assertTrue(idle.endedBySender());
        assertFalse(idle.halfClosed());
    }

    @Test
    void aPauseThatWasAnsweredIsSurvived() {
        Reset.Idle idle = idle(used(CaptureBuilder.pcap(), 40_000).afterMillis(25_000).client("still there").server("yes").afterMillis(100_000)
                .client("more").serverRst());
        assertEquals(100, idle.nanos() / 1e9, 0.01);
        assertEquals(25, idle.survivedNanos() / 1e9, 0.01);
    }

    @Test
    void aPauseThatNobodyAnsweredIsNotSurvived() {
        Reset.Idle idle = idle(used(CaptureBuilder.pcap(), 40_000).afterMillis(25_000).client("anybody there?").afterMillis(100_000)
                .client("anybody?").serverRst());
        assertTrue(idle.survivedNanos() < 1e9, idle::toString);
    }

    @Test
    void aBusyConnectionHasNone() {
        assertNull(idle(used(CaptureBuilder.pcap(), 40_000).serverAbort()));
    }

    private static CaptureBuilder timer() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 12; i++) {
            used(capture, 40_000 + i).afterMillis(350_100 + i % 3).serverAbort().afterMillis(900).end();
        }
        return capture;
    }

    @ParameterizedTest
    @ValueSource(strings = { "text", "markdown", "html", "json" })
    void reportsTellItInWords(String format) throws IOException {
        Analysis analysis = Analysed.of(timer()).analysis();
        StringBuilder out = new StringBuilder();
        Extensions.read(Extensions.REPORTERS, Reporter.class).find(format).orElseThrow().callIo(reporter -> {
            reporter.write(analysis, out, ReportOptions.PLAIN);
            return null;
        }, null);
        String text = out.toString().replaceAll("\\s+", " ");
        assertTrue(text.contains("Every 351.0 s (spread 0.00 s): 10.0.0.1 with 10.0.0.2:443, 12 times from"), text);
        assertTrue(text.contains("The connections had been silent for 350.1 s: an idle timer."), text);
        assertTrue(text.contains("After 350.1 s (350.1 s to 350.1 s) of silence: 12 connections, service 10.0.0.2:443, ended by the sender"), text);
    }

    /** A client that connects anew after each reset. */
    @Test
    void anIdleTimerShowsAsPeriodAndAsSilence() {
        Patterns patterns = Patterns.of(Analysed.of(timer()).analysis());
        Periodicity period = patterns.periods().get(0);
        assertEquals(1, patterns.periods().size());
        assertEquals(351, period.nanos() / 1e9, 0.2);
        assertEquals(350.1, period.idleNanos() / 1e9, 0.05);
        SameSilence silence = patterns.silences().get(0);
        assertEquals(1, patterns.silences().size());
        assertEquals(12, silence.incidents());
        assertTrue(silence.endedBySender());
    }
}
