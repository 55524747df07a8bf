package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.TraceQuestion;
import org.resetscope.core.configuration.UnclearQuestionException;

/** A rule set under test, read as the command line reads it. */
final class Rules {

    private static final String FILTER = "*filter\n:INPUT ACCEPT\n:FORWARD ACCEPT\n:OUTPUT ACCEPT\n";

    private final String text;
    private final Configurations configurations = new Configurations();
    private final ConfiguredDevice device;

    private Rules(String... texts) {
        this.text = texts[0];
        List<ConfigurationText> files = new ArrayList<>();
        for (String t : texts) {
            files.add(ConfigurationText.of(files.isEmpty() ? "rules.v4" : "more" + files.size(), t));
        }
        device = configurations.device(files).orElseThrow();
    }

    /** The files of one machine. */
    static Rules of(String... texts) {
        return new Rules(texts);
    }

    /** Lines of the table filter; the first is line 5. */
    static Rules filter(String... lines) {
        return new Rules(FILTER + String.join("\n", lines) + "\nCOMMIT\n");
    }

    String text() {
        return text;
    }

    List<ConfigurationFinding> findings() {
        return findings(Circumstances.USUAL);
    }

    List<ConfigurationFinding> findings(Circumstances circumstances) {
        List<ConfigurationFinding> findings = device.lint(circumstances, null).findings();
        assertEquals(List.of(), configurations.problems());
        return findings;
    }

    /** Such as "RST-001:7", with the line. */
    List<String> lint() {
        return findings().stream().map(f -> f.check() + ":" + f.line()).toList();
    }

    /** Those that are faults, not advice; segments that leave untranslated end no connection. */
    List<String> faults() {
        return faults(Circumstances.USUAL);
    }

    List<String> faults(Circumstances circumstances) {
        return findings(circumstances).stream().filter(f -> f.level() != Level.NOTE && !f.check().equals("NAT-003"))
                .map(f -> f.check() + ":" + f.line()).toList();
    }

    List<ConfigurationProblem> problems() {
        List<ConfigurationProblem> problems = device.problems();
        assertEquals(List.of(), configurations.problems());
        return problems;
    }

    TraceAnswer trace(String packet, String from, String in, String destination, String topology, Circumstances circumstances)
            throws UnclearQuestionException {
        TraceAnswer answer = device.trace(
                new TraceQuestion(packet, from, in, null, null, destination, null, topology, circumstances));
        assertEquals(List.of(), configurations.problems());
        return answer;
    }

    /** The text with the edits of a fix made. */
    Rules fixed(Fix fix) {
        return new Rules(fix.applied("rules.v4", text));
    }
}
