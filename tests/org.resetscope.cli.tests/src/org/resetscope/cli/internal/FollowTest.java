package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** Captures that grow. */
@Timeout(120)
class FollowTest {

    @TempDir
    private Path directory;

    @Test
    void aResetIsToldWhileStandardInputGoesOn() throws Exception {
        Process process = Run.start("analyze", "--follow", "--format=json", "-");
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try (OutputStream in = process.getOutputStream()) {
            in.write(Captures.refused().toBytes());
            in.flush();
            assertEquals("endpoint.refused", JsonParser.parseString(out.readLine()).getAsJsonObject().getAsJsonObject("cause").get("id").getAsString());
            assertTrue(process.isAlive());
        }
        assertEquals("summary", JsonParser.parseString(out.readLine()).getAsJsonObject().get("event").getAsString());
        assertEquals(0, process.waitFor());
        assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void endsAfterSoManyPacketsOrSoLong() {
        Path capture = Captures.refused(directory, "a.pcap");
        Run counted = Run.of("analyze", "--follow", "--count", "2", capture);
        assertEquals(0, counted.exit(), counted.err());
        assertTrue(counted.out().contains("2 packets, 2 TCP segments, 1 TCP flow, 1 reset"), counted.out());
        assertEquals(0, Run.of("analyze", "--follow", "--duration", "1", capture).exit());
    }

    @Test
    void filtersAndSeveritiesAreThoseOfAnalyze() {
        Path capture = Captures.refused(directory, "a.pcap");
        assertEquals(1, Run.of("analyze", "--follow", "--count", "2", "--fail-on", "warning", capture).exit());
        assertEquals(0, Run.of("analyze", "--follow", "--count", "2", "--fail-on", "error", capture).exit());
        Run filtered = Run.of("analyze", "--follow", "--count", "2", "--fail-on", "info", "--filter", "port=443", capture);
        assertEquals(0, filtered.exit());
        assertTrue(!filtered.out().contains("remedy"), filtered.out());
    }

    @Test
    void whatCannotBeReadIsToldWithItsExitCode() throws Exception {
        assertEquals(3, Run.of("analyze", "--follow", directory.resolve("none.pcap")).exit());
        Run text = Run.of("analyze", "--follow", Files.writeString(directory.resolve("notes"), "no capture at all; ".repeat(9)));
        assertEquals(3, text.exit());
        assertTrue(text.err().contains("is not a packet capture"), text.err());
    }

    @Test
    void wrongUsage() {
        Path capture = Captures.refused(directory, "a.pcap");
        for (Object[] arguments : new Object[][] { { "--format", "html", capture }, { capture, capture }, { "--point", "client=" + capture },
                { "--join", capture }, { "--log", capture, capture }, { "--output", directory.resolve("x"), capture }, { "--duration", "x", capture } }) {
            Run run = Run.of("analyze", "--follow", List.of(arguments));
            assertEquals(2, run.exit(), run.err());
        }
        assertEquals(2, Run.of("analyze", "--count", "3", capture).exit());
    }
}
