package org.resetscope.core.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.resetscope.core.Analysis;
import org.resetscope.core.Severity;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;

/**
 * Resets that tell the same story: one cause, one sender, one server host. A person reads one of them and counts the others.
 *
 * @param resets never empty, in the analysis' order; the first stands for all
 */
record Group(Severity severity, List<Reset> resets) {

    private static List<Object> story(Reset reset) {
        Verdict v = reset.verdict();
        return Arrays.asList(v.cause(), v.sender(), reset.claimedSender(), v.fault(), v.effective(), reset.flow().server().address(),
                reset.rule() == null ? null : reset.rule().file() + ":" + reset.rule().line());
    }

    /** Gravest first, then in order of their first resets. */
    static List<Group> of(Analysis analysis) {
        Map<List<Object>, List<Reset>> byStory = new LinkedHashMap<>();
        for (Reset reset : analysis.resets()) {
            byStory.computeIfAbsent(story(reset), k -> new ArrayList<>()).add(reset);
        }
        return byStory.values().stream().map(resets -> new Group(Severity.of(resets.get(0)), resets))
                .sorted(Comparator.comparing(Group::severity).reversed()).toList();
    }

    /** The file with a drawing of one of these resets, or null. */
    String diagram(Map<String, String> files) {
        return files.isEmpty() ? null : resets.stream().map(r -> files.get(r.id())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    Reset first() {
        return resets.get(0);
    }
}
