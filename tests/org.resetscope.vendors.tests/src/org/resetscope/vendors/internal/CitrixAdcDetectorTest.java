package org.resetscope.vendors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** Resets with the window codes of a Citrix ADC. */
class CitrixAdcDetectorTest {

    @TempDir
    private Path directory;

    /** As seen on the wire: RST alone, no options, no payload, the code as window. */
    private Verdict bare(FlowBuilder flow, int window) {
        return Verdicts.of(flow.with(p -> p.window(window)).serverRst(), directory);
    }

    private Verdict withAck(FlowBuilder flow, int window) {
        return Verdicts.of(flow.with(p -> p.window(window).noOptions()).serverAbort(), directory);
    }

    private static boolean believed(Verdict verdict) {
        return Verdicts.by("citrix-adc", verdict) != null;
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeNamesChildrenOfTheCatalogue(CitrixAdcCode code) {
        Set<String> known = new HashSet<>(Causes.all().stream().map(c -> c.id()).toList());
        for (String cause : code.causes()) {
            assertTrue(known.contains(cause.substring(0, cause.lastIndexOf('.'))), cause);
        }
        assertEquals(code, CitrixAdcCode.of(code.window()));
    }

    @ParameterizedTest
    @CsvSource({ "8201,endpoint.late-data", "8202,endpoint.state-lost", "9100,middlebox.idle", "9300,middlebox.idle", "9301,middlebox.idle",
            "9302,middlebox.idle", "9303,middlebox.idle", "9304,endpoint.gave-up", "9700,middlebox.proxy", "9811,endpoint.abort",
            "9814,endpoint.abort", "9830,endpoint.abort" })
    void aCodeInABareResetDecidesTheVerdict(int window, String parent) {
        assertEquals(parent + ".citrix-adc", bare(Verdicts.flow().afterMillis(50).client("more"), window).cause());
    }

    @ParameterizedTest
    @CsvSource({ "9300,middlebox.idle", "9701,middlebox.proxy", "9811,endpoint.abort" })
    void aCodeInAResetWithAckIsEnoughWhereTheFormAgrees(int window, String parent) {
        FlowBuilder plain = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").plain().ttl(64, 255).handshake().client("hello")
                .server("hello").clientAck();
        assertEquals(parent + ".citrix-adc", withAck(plain, window).cause());
    }

    @Test
    void aStraySynIsRefused() {
        Verdict verdict = Verdicts.of(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:81").syn().with(p -> p.window(8212))
                .serverRefuses(), directory);
        assertEquals("endpoint.refused.citrix-adc", verdict.cause());
    }

    @Test
    void whatIsPassedOnHasAnotherAuthor() {
        String text = Verdicts.by("citrix-adc", bare(Verdicts.flow().client("more"), 9700)).text();
        assertEquals("Its window field is 9700, which a Citrix ADC (NetScaler) writes into a reset to say: it passed a reset on from its other"
                + " side. The author is the host behind it.", text);
    }

    @Test
    void aProbeIsTheAdcsOwn() {
        Verdict verdict = Verdicts.of(Verdicts.flow().server("more").with(p -> p.window(9800)).clientRst(), directory);
        assertEquals("endpoint.probe.citrix-adc", verdict.cause());
    }

    @Test
    void aWindowThatIsNoCodeSaysNothing() {
        assertTrue(!believed(bare(Verdicts.flow().client("more"), 9305)) && !believed(bare(Verdicts.flow().client("more"), 0)));
    }

    /** A live socket's reset carries options and its last window: coincidence, not a code. */
    @Test
    void aRealWindowIsNoCode() {
        assertNotNull(Verdicts.by("citrix-adc", withAck(Verdicts.flow(), 9300)));
        FlowBuilder live = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").windows(502, 9300).handshake().client("hello")
                .server("hello").clientAck();
        assertTrue(!believed(Verdicts.of(live.serverAbort(), directory)), "with options");
        FlowBuilder plain = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").plain().windows(502, 9300).handshake()
                .client("hello").server("hello").clientAck();
        assertTrue(!believed(Verdicts.of(plain.serverAbort(), directory)), "the server's own window");
        FlowBuilder mirrored = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").windows(9300, 502).handshake().client("hello");
        assertTrue(!believed(bare(mirrored, 9300)), "mirrored by a forger");
    }

    @Test
    void aPayloadIsNotTheirWay() {
        assertNull(Verdicts.by("citrix-adc", Verdicts.of(Verdicts.flow().client("more").with(p -> p.window(9300).payload("x")).serverRst(),
                directory)));
    }
}
