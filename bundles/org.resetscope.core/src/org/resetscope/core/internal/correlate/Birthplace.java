package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.resetscope.core.detect.Finding;
import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Sender;

/**
 * Where a reset was born: a host's own packets pass every point between it and the receiver, so a point on the claimed sender's side that
 * was listening and has not got the reset clears that host. Measured: none of 235 resets made by devices was in the capture taken at the
 * impersonated host, all of 349 made by hosts were. This outweighs what headers and timing say.
 */
final class Birthplace {

    private final List<String> names;
    private final List<String> captures;
    private final List<Integer> path;
    private final Absences absences;
    private final Terminations terminations;

    /**
     * @param names of the points; captures their ids
     * @param path indices of the points, the client's side first
     */
    Birthplace(List<String> names, List<String> captures, List<Integer> path, Absences absences, Terminations terminations) {
        this.names = names;
        this.captures = captures;
        this.path = path;
        this.absences = absences;
        this.terminations = terminations;
    }

    Birth of(SentReset reset) {
        List<Integer> outward = new ArrayList<>(path);
        if (!reset.fromClient()) {
            Collections.reverse(outward);
        }
        int first = 0;
        while (reset.at(outward.get(first)) == null) {
            first++;
        }
        Sighting base = reset.at(outward.get(first));
        List<Evidence> evidence = new ArrayList<>();
        String claimed = reset.fromClient() ? "client" : "server";
        Terminations.Ended ended = first == 0 ? null : terminations.beyond(reset, outward.subList(0, first), base);
        if (ended != null) {
            String place = between(outward.get(first), ended.capture());
            evidence.addAll(Finding.of(ended.signal()).on(frames(reset)).says("The connection was up at " + names.get(base.index())
                    + ", but no packet of it came to " + names.get(ended.capture()) + ", which shows " + ended.why() + ": its " + claimed
                    + " is a proxy, load balancer or other device " + place + " that ends TCP itself."));
            evidence.addAll(ended.more());
            return new Birth(base, place, -1, stretch(outward.get(first), ended.capture()), evidence);
        }
        int cleared = -1;
        Absence best = Absence.NOTHING;
        for (int i = first - 1; i >= 0; i--) {
            Absence absence = absences.of(reset, base, outward.get(i));
            if (absence.strength().compareTo(best.strength()) > 0) {
                best = absence;
                cleared = outward.get(i);
            }
        }
        if (cleared >= 0) {
            String place = between(cleared, outward.get(first));
            evidence.addAll(Finding.of(best.strength().signal()).on(frames(reset)).says(capital(name(cleared)) + " shows " + best.why()
                    + ", but not this reset, which " + seen(reset) + " saw: it was born " + place + ", not at the " + claimed + "."));
            return new Birth(base, place, cleared, stretch(outward.get(first), cleared), evidence);
        }
        if (first == 0 && Points.role(names.get(base.index())) == (reset.fromClient() ? Sender.CLIENT : Sender.SERVER)) {
            evidence.addAll(Finding.of("points.at-host").on(frames(reset)).says("The capture taken at the " + claimed + " itself has it (frame "
                    + base.frame() + "): it left that host."));
            return new Birth(base, null, -1, before(reset, base), evidence);
        }
        evidence.addAll(Finding.of(Absence.NOTHING.strength().signal()).on(frames(reset)).says("Seen at " + seen(reset) + (first == 0
                ? "; " + names.get(base.index()) + " is the point nearest to the " + claimed + ": it was born there or beyond."
                : "; the captures nearer to the " + claimed + " do not cover this moment.")));
        return new Birth(base, null, -1, before(reset, base), evidence);
    }

    private Stretch stretch(int one, int other) {
        return Stretch.between(path.indexOf(one), path.indexOf(other));
    }

    private Stretch before(SentReset reset, Sighting base) {
        return reset.connection().rolesKnown() ? Stretch.before(reset.fromClient(), path.indexOf(base.index()), path.size()) : Stretch.ANYWHERE;
    }

    private String name(int capture) {
        return switch (Points.role(names.get(capture))) {
            case CLIENT -> "the client's own capture";
            case SERVER -> "the server's own capture";
            default -> "the capture at " + names.get(capture);
        };
    }

    /** The client's side first. */
    String between(int one, int other) {
        boolean ordered = path.indexOf(one) < path.indexOf(other);
        return "between " + names.get(ordered ? one : other) + " and " + names.get(ordered ? other : one);
    }

    private String seen(SentReset reset) {
        return path.stream().filter(i -> reset.at(i) != null).map(names::get).collect(Collectors.joining(", "));
    }

    private FrameRef[] frames(SentReset reset) {
        return path.stream().filter(i -> reset.at(i) != null).map(i -> new FrameRef(captures.get(i), reset.at(i).frame())).toArray(FrameRef[]::new);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
