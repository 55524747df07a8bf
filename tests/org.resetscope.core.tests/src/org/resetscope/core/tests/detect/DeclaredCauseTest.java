package org.resetscope.core.tests.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.TcpOption;
import org.resetscope.core.tests.flow.Scene;

/** Resets that say themselves why they were sent. */
class DeclaredCauseTest {

    private static Reset abort(byte[] payload) {
        return Analysed.of(Scene.busy().afterMillis(300).with(p -> p.payload(payload)).serverAbort().end()).only();
    }

    private static byte[] compact(int code) {
        return new byte[] { 0x33, (byte) 0xaa, (byte) (code >> 8), (byte) code, 0, 0, 0, 0 };
    }

    private static String said(Reset reset) {
        return Analysed.evidence(reset, "declared-cause").stream().map(Evidence::text).findFirst().orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({ "4, endpoint.abort, ABORT by the application", "14, endpoint.gave-up, connection time-out" })
    void theDiagnosticPayloadNamesTheCause(int code, String cause, String words) {
        Reset reset = abort(compact(code));

        assertEquals(cause, reset.verdict().cause());
        assertTrue(said(reset).contains("code " + code + ", " + words), said(reset));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 15, 17, 255, 65_535 })
    void anUnknownCodeIsToldAsANumberAndChangesNothing(int code) {
        Reset reset = abort(compact(code));

        assertEquals("server endpoint.abort", Analysed.verdict(reset));
        assertTrue(said(reset).contains("code " + code), said(reset));
    }

    @Test
    void freeTextIsQuoted() {
        assertEquals("The reset itself gives its reason: \"überlastet\".",
                said(abort("\0\0überlastet".getBytes(StandardCharsets.UTF_8), 0xf317)));
    }

    private static Reset abort(byte[] payload, int magic) {
        payload[0] = (byte) (magic >> 8);
        payload[1] = (byte) magic;
        return abort(payload);
    }

    @Test
    void controlCharactersOfAStrangerDoNotReachTheTerminal() {
        String said = said(abort("\0\0a\u001b[31mb\nc\u202e".getBytes(StandardCharsets.UTF_8), 0xf317));

        assertEquals(List.of(), said.chars().filter(c -> c < ' ' || c == 0x202e).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void aTruncatedPayloadSaysNothing(int length) {
        assertEquals("nothing", said(abort(Arrays.copyOf(compact(4), length))));
    }

    @Test
    void otherPayloadSaysNothing() {
        assertEquals("nothing", said(abort("HTTP/1.1 503\r\n".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void anMptcpSubflowSaysWhyItEnds() {
        Reset reset = Analysed.of(Scene.busy().afterMillis(300).with(p -> p.options(TcpOption.noOperation(), TcpOption.mptcp(8, (byte) 3)))
                .serverAbort().end()).only();

        assertEquals("It ends one MPTCP subflow and says why: administratively prohibited.", said(reset));
        assertEquals("server endpoint.abort", Analysed.verdict(reset));
    }

    @Test
    void anotherMptcpOptionSaysNothing() {
        assertEquals("nothing", said(Analysed.of(Scene.busy().with(p -> p.options(TcpOption.mptcp(2, (byte) 3))).serverAbort().end()).only()));
    }

    @Test
    void brokenOptionsSayNothing() {
        for (byte[] options : List.of(new byte[] { 30, 0, 0, 0 }, new byte[] { 1, 30, 4, (byte) 0x80 }, new byte[] { 5, 1, 30, 4 }, new byte[] { 30 })) {
            assertEquals("nothing", said(Analysed.of(Scene.busy().with(p -> p.options(options)).serverAbort().end()).only()));
        }
    }
}
