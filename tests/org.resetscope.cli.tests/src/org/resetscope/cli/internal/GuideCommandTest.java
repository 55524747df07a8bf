package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "My connections get reset". */
class GuideCommandTest {

    private static final Path IDLE = Path.of("..", "..", "samples", "idle-firewall.pcap");

    @TempDir
    private Path directory;

    @Test
    void namesEveryStepWithTheUsersAddresses() {
        Run run = Run.of("guide", "--client", "10.0.0.5", "--server", "[2001:db8::7]:443", "--interface", "eth0");
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("1. [next] Capture here"), run.out());
        assertTrue(run.out().contains("$ sudo tcpdump -i eth0 -s 256 -U -w client.pcap '(host 2001:db8::7 and tcp port 443) or icmp or icmp6'"),
                run.out());
        assertTrue(run.out().contains("6. [later] "), run.out());
    }

    @Test
    void eachAnswerTellsTheNextStep() {
        Run captured = Run.of("guide", IDLE);
        assertEquals(0, captured.exit(), captured.err());
        assertTrue(captured.out().contains("1. [done]") && captured.out().contains("3. [next] Fetch the rules"), captured.out());
        assertTrue(captured.out().contains("resetscope analyze " + IDLE), captured.out());
        assertTrue(captured.out().contains("2. [not needed] "), captured.out());
        String skipped = Run.of("guide", IDLE, "--skip", "rules").out();
        assertTrue(skipped.contains("3. [left out] ") && skipped.contains("4. [next] Name the router"), skipped);
        assertFalse(skipped.contains("Here: Capture at the server"), "that is no word on routers");
    }

    @Test
    void answersAreKept() throws IOException {
        Path answers = directory.resolve("answers");
        Run.of("guide", "--answers", answers, "--server", "192.0.2.7:443");
        Run.of("guide", "--answers", answers, "--skip", "rules", IDLE);
        assertEquals(List.of("server 192.0.2.7:443", "capture " + IDLE, "skip rules"), Files.readAllLines(answers).subList(1, 4));
        Run third = Run.of("guide", "--answers", answers);
        assertTrue(third.out().contains("4. [next] Name the router") && third.out().contains("host 192.0.2.7"), third.out());
    }

    @Test
    void wrongUsage() throws IOException {
        assertEquals(2, Run.of("guide", "--server", "10.0.0.1:http").exit());
        assertEquals(2, Run.of("guide", "--interface", "eth0; reboot").exit());
        assertEquals(2, Run.of("guide", "--point", "client").exit());
        assertEquals(2, Run.of("guide", "--skip", "lunch").exit());
        assertEquals(2, Run.of("guide", "--log", directory.resolve("none")).exit());
        assertEquals(3, Run.of("guide", directory.resolve("none.pcap")).exit());
        Run bad = Run.of("guide", "--answers", Files.writeString(directory.resolve("bad"), "colour blue\n"));
        assertEquals(2, bad.exit());
        assertTrue(bad.err().contains("line 1 is none of client, server"), bad.err());
    }
}
