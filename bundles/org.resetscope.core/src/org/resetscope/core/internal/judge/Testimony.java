package org.resetscope.core.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.resetscope.core.model.Evidence;

/**
 * The weights of one piece of evidence, made ready for asking about every hypothesis.
 *
 * @param group index of the first evidence of its group
 * @param claimed decibans for the host that the packet names, intermediary: for a device
 * @param causes decibans by cause or prefix of one; null where it says nothing of causes, as most of it
 */
record Testimony(int group, int claimed, int intermediary, Map<String, Integer> causes) {

    static List<Testimony> of(List<Evidence> evidence) {
        List<Testimony> testimonies = new ArrayList<>(evidence.size());
        for (Evidence e : evidence) {
            Map<String, Integer> decibans = e.decibans();
            Integer claimed = decibans.get(Evidence.CLAIMED);
            Integer intermediary = decibans.get(Evidence.INTERMEDIARY);
            boolean senderOnly = decibans.size() == (claimed == null ? 0 : 1) + (intermediary == null ? 0 : 1);
            testimonies.add(new Testimony(group(evidence, e), claimed == null ? 0 : claimed, intermediary == null ? 0 : intermediary,
                    senderOnly ? null : decibans));
        }
        return testimonies;
    }

    private static int group(List<Evidence> evidence, Evidence of) {
        int first = 0;
        while (!evidence.get(first).group().equals(of.group())) {
            first++;
        }
        return first;
    }

    /** What it says of the sender, plus what it says of the cause by the most specific key; in decibans. */
    int on(Hypothesis hypothesis) {
        int weight = hypothesis.device() ? intermediary : claimed;
        if (causes != null) {
            List<String> line = hypothesis.line();
            for (int i = 0; i < line.size(); i++) {
                Integer own = causes.get(line.get(i));
                if (own != null) {
                    return weight + own;
                }
            }
        }
        return weight;
    }
}
