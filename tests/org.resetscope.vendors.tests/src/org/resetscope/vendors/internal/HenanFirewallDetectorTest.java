package org.resetscope.vendors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

class HenanFirewallDetectorTest {

    @TempDir
    private Path directory;

    private Verdict withPayload(String payload) {
        return Verdicts.of(Verdicts.flow().with(p -> p.noOptions().ttl(58).payload(payload)).serverAbort(), directory);
    }

    @Test
    void theCountingPayloadIsItsMark() {
        Verdict verdict = withPayload(new String(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 0 }, StandardCharsets.ISO_8859_1));
        assertNotNull(Verdicts.by("henan-firewall", verdict));
        assertEquals(Sender.INTERMEDIARY, verdict.sender());
        assertEquals("injected.on-path.henan-firewall", verdict.cause());
    }

    @Test
    void anotherPayloadIsNot() {
        assertNull(Verdicts.by("henan-firewall", withPayload("123456789")));
    }
}
