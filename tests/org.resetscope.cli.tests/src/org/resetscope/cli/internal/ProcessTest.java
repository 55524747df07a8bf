package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.tests.build.CaptureBuilder;

/** What shows only in a process of its own: standard input, signals, pipes. */
@Timeout(60)
class ProcessTest {

    /** Of pcap. */
    private static final int FILE_HEADER = 24;
    private static final int SIGINT = 2;

    @TempDir
    private Path directory;

    private static Run finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Run(process.exitValue(), out, err);
    }

    @Test
    void readsStandardInput() throws Exception {
        Process process = Run.start("analyze", "--format=json", "-");
        try (OutputStream in = process.getOutputStream()) {
            in.write(Captures.refused().toBytes());
        }
        Run run = finish(process);
        assertEquals(0, run.exit(), run.err());
        assertEquals(1, run.json().getAsJsonArray("resets").size());
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItQuietly() throws Exception {
        Path one = Captures.refused(directory, "a.pcap");
        Process process = Run.start("analyze", "--format=json", Collections.nCopies(1000, one));
        process.getInputStream().read();
        process.getInputStream().close();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals("", err);
        assertEquals(0, process.exitValue());
    }

    /** As when Ctrl+C ends "tcpdump -w - | resetscope analyze -": the pipe has ended there, and what came is explained. */
    @Test
    void anInterruptEndsThePipeAndExplainsWhatCame() throws Exception {
        assumeInterrupts();
        Process process = Run.start("analyze", "--format=json", "-");
        interrupted(process, process.getOutputStream());
        Run run = finish(process);
        assertEquals(0, run.exit(), run.err());
        assertFalse(run.json().get("cancelled").getAsBoolean());
        assertFalse(run.json().get("resets").getAsJsonArray().isEmpty());
        assertEquals("", run.err());
    }

    /** What is not standard input is left at once: the report of what was read, and exit code 4. */
    @Test
    void anInterruptStillGivesAReport() throws Exception {
        assumeInterrupts();
        Path pipe = directory.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process process = Run.start("analyze", "--format=json", pipe.toString());
        interrupted(process, Files.newOutputStream(pipe));
        Run run = finish(process);
        assertEquals(4, run.exit(), run.err());
        assertTrue(run.json().get("cancelled").getAsBoolean());
        assertEquals("resetscope: cancelled: the report holds what was read until then", run.err().strip());
    }

    private static void assumeInterrupts() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no signals to send");
        assumeFalse(interruptsAreIgnored(), "what a shell starts in the background, and all that it starts, ignores interrupts");
    }

    /** While a capture is written to it, which goes on. */
    private static void interrupted(Process process, OutputStream in) throws Exception {
        CaptureBuilder capture = Captures.refused();
        var flow = capture.flow("10.0.0.1:50000", "10.0.0.2:8080").handshake();
        for (int i = 0; i < 400; i++) {
            flow.client(1400).serverAck();
        }
        byte[] bytes = capture.toBytes();
        in.write(bytes); // more than a pipe holds: when this returns, the capture is being read, so signals are handled
        in.flush();
        assertTrue(bytes.length > 200_000);
        assertEquals(0, new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor());
        byte[] more = Captures.refused().toBytes();
        try (in) {
            // a loaded machine may take long to hand the signal over; until then the capture goes on
            for (int i = 0; i < 600 && process.isAlive(); i++) {
                Thread.sleep(50);
                in.write(more, FILE_HEADER, more.length - FILE_HEADER);
                in.flush();
            }
        } catch (IOException e) {
            // it reads no more
        }
    }

    /** By Linux' own word (proc(5), SigIgn); elsewhere it is taken not to be so. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        long ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(line.indexOf(':') + 1).strip(), 16)).findFirst().orElse(0);
        return (ignored & 1L << SIGINT - 1) != 0;
    }
}
