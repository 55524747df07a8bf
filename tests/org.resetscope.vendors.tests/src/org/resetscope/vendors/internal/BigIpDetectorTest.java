package org.resetscope.vendors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** Resets with the payload of an F5 BIG-IP. */
class BigIpDetectorTest {

    @TempDir
    private Path directory;

    private static BigIpMessage message(String payload) {
        return BigIpMessage.of(payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As seen on the wire: RST,ACK at the next number, no options, window 0, an IP-ID of no series, text to the last byte. */
    private Verdict verdict(FlowBuilder flow, String payload) {
        return Verdicts.of(flow.with(p -> p.noOptions().window(0).ipId(59_425).payload(payload)).serverAbort(), directory);
    }

    /** Three payloads as captured in the wild; their lengths were 61, 58 and 46 bytes. */
    @ParameterizedTest
    @CsvSource({ "BIG-IP: [0x2409a71:704] Flow expired (sweeper) (idle timeout),61,false,0x2409a71:704,Flow expired (sweeper) (idle timeout)",
            "BIG-IP: [0x31ae141:4666] {peer} TCP RST from remote system,58,true,0x31ae141:4666,TCP RST from remote system",
            "BIG-IP: [0x2664c65:2574] No flow found for ACK,46,false,0x2664c65:2574,No flow found for ACK" })
    void messagesAreReadToTheLastByte(String payload, int length, boolean peer, String place, String reason) {
        assertEquals(length, payload.length());
        assertEquals(new BigIpMessage(place, peer, reason), message(payload));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "BIG-IP", "BIG-IP: no place", "BIG-IP: [0x:1] x", "BIG-IP: [0xg:1] x", "BIG-IP: [0x1] x", "big-ip: [0x1:1] x",
            " BIG-IP: [0x1:1] x", "BIG-IP: [0x1:1] x\u0000", "BIG-IP: [0x1:1] \u001b[2J", "HTTP/1.1 200 OK" })
    void whatIsNoMessageIsNone(String payload) {
        assertNull(message(payload));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonNamesChildrenOfTheCatalogue(BigIpReason reason) {
        Set<String> known = new HashSet<>(Causes.all().stream().map(c -> c.id()).toList());
        for (boolean peer : new boolean[] { false, true }) {
            for (String cause : reason.causes(peer)) {
                assertTrue(known.contains(cause.substring(0, cause.lastIndexOf('.'))), cause);
                assertTrue(cause.endsWith(".f5-big-ip"), cause);
            }
        }
    }

    @Test
    void anExpiredFlowIsAnIdleTimeout() {
        Verdict verdict = verdict(Verdicts.flow().afterMillis(300_000), "BIG-IP: [0x2409a71:704] Flow expired (sweeper) (idle timeout)");
        assertEquals("middlebox.idle.f5-big-ip", verdict.cause());
        assertEquals(Sender.INTERMEDIARY, verdict.fault());
        Evidence evidence = Verdicts.by("f5-big-ip", verdict);
        assertEquals("An F5 BIG-IP built this reset and says why: \"Flow expired (sweeper) (idle timeout)\" (place in its software:"
                + " 0x2409a71:704).", evidence.text());
    }

    @Test
    void aResetOfTheOtherSideIsThatOfItsUpstream() {
        Verdict verdict = verdict(Verdicts.flow(), "BIG-IP: [0x31ae141:4666] {peer} TCP RST from remote system");
        assertEquals("middlebox.proxy.f5-big-ip", verdict.cause());
        assertTrue(Verdicts.by("f5-big-ip", verdict).text().contains("on the connection at its other side"));
    }

    @ParameterizedTest
    @CsvSource({ "No pool member available,middlebox.proxy", "{peer} handshake timeout,middlebox.proxy", "No flow found for ACK,endpoint.state-lost",
            "TCP retransmit timeout,endpoint.gave-up", "Policy action,endpoint.abort" })
    void reasonsDecideTheVerdict(String reason, String parent) {
        assertEquals(parent + ".f5-big-ip", verdict(Verdicts.flow(), "BIG-IP: [0x2664c65:2574] " + reason).cause());
    }

    @Test
    void aRefusedConnectionIsRefusedByTheBigIp() {
        Verdict verdict = Verdicts.of(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:81").syn()
                .with(p -> p.payload("BIG-IP: [0x235ef8f:2618] No local listener")).serverRefuses(), directory);
        assertEquals("endpoint.refused.f5-big-ip", verdict.cause());
    }

    @Test
    void anUnknownReasonIsQuotedAndDecidesNothing() {
        String base = verdict(Verdicts.flow(), "").cause();
        Verdict verdict = verdict(Verdicts.flow(), "BIG-IP: [0x1:1] Something new");
        assertEquals(base, verdict.cause());
        assertTrue(Verdicts.by("f5-big-ip", verdict).text().contains("\"Something new\""));
    }

    @Test
    void aPayloadOfAnotherKindIsNotTheirs() {
        assertNull(Verdicts.by("f5-big-ip", verdict(Verdicts.flow(), "Connection refused")));
    }
}
