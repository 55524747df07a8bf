package org.resetscope.core.tests.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.build.CaptureBuilder;

/** A capture that the whole engine has analysed, from the file to the verdicts, with all built-in detectors. */
public record Analysed(Analysis analysis) {

    public static Analysed of(CaptureBuilder capture) {
        try {
            Path file = Files.createTempFile("resetscope-test", ".pcap");
            try {
                Files.write(file, capture.toBytes());
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the analysis of a readable capture: whatever went wrong fails the test */
    public static Analysed of(Path file) {
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(file.toString())), Settings.DEFAULT, null);
        assertEquals(List.of(), analysis.problems());
        assertEquals(List.of(), analysis.captures().get(0).problems());
        return new Analysed(analysis);
    }

    public List<Reset> resets() {
        return analysis.resets();
    }

    /** The one reset there is. */
    public Reset only() {
        assertEquals(1, resets().size(), () -> "one reset expected: " + lines());
        return resets().get(0);
    }

    /** The reset first seen in that frame. */
    public Reset frame(long number) {
        return resets().stream().filter(r -> r.packets().get(0).frame().frame() == number).findFirst()
                .orElseThrow(() -> new AssertionError("no reset in frame " + number + ": " + lines()));
    }

    /** All resets in a line each, see {@link #line}. */
    public List<String> lines() {
        return resets().stream().map(Analysed::line).toList();
    }

    /**
     * All that is concluded of a reset, with the frames it is concluded from: "i1 frame 4: server endpoint.refused; answer_to_syn to 3;
     * syn_sent; effective".
     */
    public static String line(Reset r) {
        return r.incident() + " frame " + r.packets().get(0).frame().frame() + ": " + verdict(r) + "; " + lower(r.form())
                + (r.trigger() == null ? "" : " to " + r.trigger().frame()) + "; " + lower(r.phase()) + "; "
                + (r.verdict().effective() == null ? "effect unknown" : r.verdict().effective() ? "effective" : "ineffective");
    }

    /** Sender and cause: "server endpoint.refused". */
    public static String verdict(Reset r) {
        return r.verdict().sender().id() + " " + r.verdict().cause();
    }

    /** The detectors that had something to say about a reset. */
    public static List<String> detectors(Reset r) {
        return r.verdict().evidence().stream().map(Evidence::detector).distinct().sorted().toList();
    }

    /** What one detector said about a reset. */
    public static List<Evidence> evidence(Reset r, String detector) {
        return r.verdict().evidence().stream().filter(e -> e.detector().equals(detector)).toList();
    }

    public static double intermediary(Reset r) {
        return r.verdict().senderProbability().get(Sender.INTERMEDIARY);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
