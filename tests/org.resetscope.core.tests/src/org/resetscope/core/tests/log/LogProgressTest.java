package org.resetscope.core.tests.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.tests.build.CaptureBuilder;

/** Long logs show how far they are read, and are left at once. */
class LogProgressTest {

    private static final int LINES = 100_000;
    private static final String OTHER = "1.500000000 web app: nothing of interest in this line, nor in the next one\n";

    @TempDir
    private Path directory;

    private Analysis analysis;
    private String line;

    /** How far it came, in hundredths, each time that it was told. */
    private static class Monitor extends NullProgressMonitor {
        private double total;
        private double done;
        private final List<Integer> told = new ArrayList<>();

        @Override
        public void beginTask(String name, int totalWork) {
            total = totalWork;
        }

        @Override
        public void worked(int work) {
            internalWorked(work);
        }

        @Override
        public void internalWorked(double work) {
            done += work;
            told.add((int) Math.round(100 * done / total));
        }
    }

    @BeforeEach
    void capture() throws IOException {
        analysis = new ResetScope().analyze(List.of(CaptureFile.of(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").handshake()
                .client("hello").serverAbort().end().write(directory, "x.pcap").toString())), Settings.DEFAULT, null);
        line = Instant.ofEpochSecond(0, analysis.resets().get(0).packets().get(0).time().nanos()) + " web app: lost 10.0.0.1:40000\n";
    }

    /** Names the reset in its first line and in its last. */
    private Path log(String name, boolean gzip) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file); OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write(OTHER.repeat(LINES).getBytes(StandardCharsets.UTF_8));
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void progressFollowsTheBytes() throws IOException {
        Monitor monitor = new Monitor();
        Analysis joined = EndpointLogs.join(analysis, List.of(log("app.log", false)), monitor);
        assertEquals(2, joined.resets().get(0).log().size());
        assertTrue(monitor.told.size() >= 20, monitor.told::toString);
        assertTrue(monitor.told.stream().filter(p -> p > 40 && p < 60).count() >= 2, monitor.told::toString);
        assertEquals(100, monitor.told.get(monitor.told.size() - 1));
    }

    @Test
    void aShortLogBesideALongOneIsLittleOfTheWork() throws IOException {
        Path small = Files.writeString(directory.resolve("small.log"), line);
        Monitor monitor = new Monitor();
        EndpointLogs.join(analysis, List.of(small, log("app.log", false)), monitor);
        assertTrue(monitor.told.stream().anyMatch(p -> p > 5 && p < 40), monitor.told::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatWasFoundWhenTheUserCancelsStaysAndTheRestIsNotRead(boolean gzip) throws IOException {
        Monitor monitor = new Monitor() {
            @Override
            public void internalWorked(double work) {
                super.internalWorked(work);
                setCanceled(true);
            }
        };
        Analysis joined = EndpointLogs.join(analysis, List.of(log("app.log", gzip), log("more.log", gzip)), monitor);
        assertTrue(joined.cancelled());
        assertTrue(joined.problems().isEmpty(), "that is no fault of the log");
        assertTrue(monitor.told.size() <= 2, monitor.told::toString);
        assertTrue(joined.resets().get(0).log().size() < 2);
        assertFalse(analysis.cancelled());
    }
}
