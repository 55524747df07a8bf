package org.resetscope.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Resets that belong together: those of one connection.
 *
 * @param resets in the order of time, never empty
 */
public record Incident(String id, List<Reset> resets) {

    private static final int LONGEST_STORY = 8;

    /** All incidents of an analysis, in the order of their first resets. */
    public static List<Incident> of(Analysis analysis) {
        Map<String, List<Reset>> byId = new LinkedHashMap<>();
        analysis.resets().forEach(r -> byId.computeIfAbsent(r.incident(), i -> new ArrayList<>()).add(r));
        return byId.entrySet().stream().map(e -> new Incident(e.getKey(), List.copyOf(e.getValue()))).toList();
    }

    /**
     * What happened, a line for each reset: "+0.012 s  r2: the client (host forgot the connection), a consequence of r1". Empty for a
     * single reset, whose own summary tells all.
     */
    public List<String> story(Analysis analysis) {
        if (resets.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        long start = analysis.commonNanos(resets.get(0).packets().get(0));
        for (Reset r : resets.subList(0, Math.min(LONGEST_STORY, resets.size()))) {
            double seconds = (analysis.commonNanos(r.packets().get(0)) - start) / 1e9;
            lines.add(String.format(Locale.ROOT, "+%.3f s  %s: %s resets the %s, %s%s", seconds, r.id(), who(r),
                    r.claimedSender() == Sender.CLIENT ? "server" : "client", Causes.title(r.verdict().cause()),
                    r.primary() == null ? Boolean.FALSE.equals(r.verdict().effective()) ? "; without effect" : "" : "; a consequence of " + r.primary()));
        }
        if (resets.size() > LONGEST_STORY) {
            lines.add("and " + (resets.size() - LONGEST_STORY) + " more resets");
        }
        return lines;
    }

    private static String who(Reset r) {
        String claimed = "the " + r.claimedSender().id();
        return switch (r.verdict().sender()) {
            case INTERMEDIARY -> "a device " + (r.verdict().location() == null ? "between" : r.verdict().location()) + ", in " + claimed + "'s name,";
            case UNDETERMINED -> claimed + " or a device in its name";
            default -> claimed;
        };
    }
}
