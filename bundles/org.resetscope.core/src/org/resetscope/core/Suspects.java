package org.resetscope.core;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** Names the devices that stand where a device made a reset. Which of several it was, nothing tells. */
final class Suspects {

    private static final String ANYWHERE = "between client and server";
    private static final String DEVICE = "device ";

    private final Analysis analysis;
    /** Ids of the captures that the path passes; empty where each stands alone. */
    private final List<String> captures;

    Suspects(Analysis analysis) {
        this.analysis = analysis;
        this.captures = analysis.path().stream().map(PathPoint::capture).toList();
    }

    /** Empty where it was no device, or none of those that are known. */
    List<PathDevice> of(Reset reset) {
        if (analysis.devices().isEmpty() || reset.verdict().sender() != Sender.INTERMEDIARY) {
            return List.of();
        }
        Stretch stretch = stretch(reset);
        return analysis.devices().stream().filter(stretch::has).toList();
    }

    int place(Reset reset) {
        return stretch(reset).from();
    }

    /** Where it may have been born. */
    private Stretch stretch(Reset reset) {
        List<PathPoint> path = analysis.path();
        String location = reset.verdict().location();
        for (int from = 0; location != null && from < path.size(); from++) {
            for (int to = from + 1; to < path.size(); to++) {
                String between = "between " + path.get(from).name() + " and " + path.get(to).name();
                if (location.equals(between) || location.startsWith(between + " (")) {
                    return Stretch.between(from, to);
                }
            }
        }
        int points = Math.max(1, captures.size());
        List<Integer> saw = captures.isEmpty() ? List.of(0) : IntStream.range(0, points)
                .filter(i -> reset.packets().stream().anyMatch(p -> p.frame().capture().equals(captures.get(i)))).boxed().toList();
        boolean fromClient = reset.claimedSender() == Sender.CLIENT;
        if (saw.isEmpty()) {
            return Stretch.ANYWHERE;
        }
        return Stretch.before(fromClient, fromClient ? saw.get(0) : saw.get(saw.size() - 1), points);
    }

    /** The reset with the names in its verdict, after the words that say where. */
    Reset named(Reset reset) {
        List<PathDevice> suspects = of(reset);
        return suspects.isEmpty() ? reset : reset.judged(named(reset.verdict(),
                suspects.stream().map(PathDevice::name).collect(Collectors.joining(" or ", " (", ")"))), reset.rule());
    }

    private Verdict named(Verdict v, String names) {
        String place = v.location() == null ? ANYWHERE : v.location();
        int at = v.summary().toLowerCase(Locale.ROOT).indexOf(DEVICE + place.toLowerCase(Locale.ROOT));
        int end = at + DEVICE.length() + place.length();
        String summary = at < 0 ? v.summary() : v.summary().substring(0, end) + names + v.summary().substring(end);
        String location = v.location() == null && !captures.isEmpty() ? null : place + names;
        return new Verdict(v.sender(), v.senderProbability(), location, v.cause(), v.causeProbability(), v.fault(), v.alternatives(), v.effective(),
                summary, v.explanation(), v.remedy(), v.nextCapture(), v.evidence());
    }
}
