package org.resetscope.visual.internal.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.resetscope.core.model.LogLine;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Sender;
import org.resetscope.visual.internal.paper.Say;

/**
 * What a log or a firewall's rules say of the connection, between its packets.
 *
 * @param kind as it stands in the column of frames
 * @param place on whose lane
 * @param nanos when, on the clock that all captures have in common
 * @param exact whether that is more than the second
 * @param text with the name of the file it comes from
 */
record Told(String kind, Sender place, long nanos, boolean exact, String text) {

    /** Of a reset, in order of time. */
    static List<Told> of(Reset reset, long resetNanos) {
        List<Told> told = new ArrayList<>();
        RuleReference rule = reset.rule();
        if (rule != null) {
            String where = rule.file() == null ? "" : Say.fileName(rule.file()) + " line " + rule.line() + ": ";
            told.add(new Told("rule", reset.verdict().sender(), resetNanos, true, where + rule.text()));
        }
        for (LogLine line : reset.log()) {
            boolean exact = line.time().digits() > 0;
            boolean same = !exact && Math.abs(line.time().nanos() - resetNanos) < 1_000_000_000L;
            told.add(new Told("log", line.place(), same ? resetNanos : line.time().nanos(), exact, line.file() + " line " + line.line() + ": " + line.text()));
        }
        told.sort(Comparator.comparingLong(Told::nanos));
        return told;
    }

    /** A rule makes the reset, a log tells of it afterwards. */
    boolean before() {
        return kind.equals("rule");
    }
}
