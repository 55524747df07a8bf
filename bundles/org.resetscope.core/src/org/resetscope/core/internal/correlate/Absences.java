package org.resetscope.core.internal.correlate;

import java.util.List;
import java.util.function.Predicate;

import org.resetscope.core.detect.Durations;
import org.resetscope.core.internal.correlate.Absence.Strength;

/**
 * Tells "the reset did not pass here" from "this capture missed it": by the connection's other packets just before and after, which the
 * capture must have, and by whether it saw anything at all at that time.
 */
final class Absences {

    /** Captures that miss more than this are not to be trusted far. */
    private static final double SOME_LOSS = 0.06;
    /** Packets of the claimed sender on either side of the reset that are looked for. */
    private static final int NEIGHBOURS = 12;
    private static final long NEAR_NANOS = 100_000_000;
    private static final long AROUND_NANOS = 1_000_000_000;
    /** People start captures one after the other. */
    private static final long STARTED_NANOS = 5_000_000_000L;

    private final List<Survey> surveys;
    private final Clocks clocks;

    Absences(List<Survey> surveys, Clocks clocks) {
        this.surveys = surveys;
        this.clocks = clocks;
    }

    /**
     * What a capture was doing when the reset should have passed.
     *
     * @param awake it saw packets at that time
     * @param wentOn it saw packets later
     * @param deaf it was silent around that time while the other point heard more than this connection: a hole, perhaps
     * @param silentNanos time between its last packet and then
     * @param covered whether a packet that another point saw lies between the first and the last of this capture
     */
    private record Listening(boolean awake, boolean wentOn, boolean deaf, long silentNanos, Predicate<Sighting> covered) {
    }

    /** @param seen where the reset was seen; @param capture that has not got it, on the way from its claimed sender to there */
    Absence of(SentReset reset, Sighting seen, int capture) {
        Connection connection = reset.connection();
        Clock clock = clocks.of(capture);
        if (!clock.known() || !clocks.of(seen.index()).known()) {
            return Absence.NOTHING;
        }
        Activity activity = surveys.get(capture).activity();
        long then = clock.fromReference(clocks.of(seen.index()).toReference(seen.nanos()));
        long error = clock.errorNanos() + clocks.of(seen.index()).errorNanos();
        if (activity.empty() || then < activity.first() - error - STARTED_NANOS) {
            return Absence.NOTHING;
        }
        if (then < activity.first() - error) {
            // nobody writes down when a capture was started, only what it saw first
            return connection.at(capture) ? Absence.NOTHING
                    : new Absence(Strength.STARTED, "nothing of this connection, though it may have been started "
                            + Durations.text(activity.first() - then) + " later");
        }
        Listening listening = listening(reset, seen, capture, then, error);
        return connection.at(capture) ? among(reset, seen, new Passage(connection, capture), listening)
                : withoutConnection(connection, seen, capture, listening.awake || listening.wentOn);
    }

    private Listening listening(SentReset reset, Sighting seen, int capture, long then, long error) {
        Clock clock = clocks.of(capture);
        Activity activity = surveys.get(capture).activity();
        boolean deaf = deaf(reset.connection(), seen, activity.silence(then), clock, error);
        boolean wentOn = !deaf && activity.last() > then + error;
        boolean heardLater = activity.last() + error >= then;
        boolean awake = !deaf && heardLater && activity.near(then, NEAR_NANOS + error)
                || wentOn && activity.near(then, AROUND_NANOS + error);
        return new Listening(awake, wentOn, deaf, Math.max(0, then - activity.last()), s -> {
            long there = clock.fromReference(clocks.of(s.index()).toReference(s.nanos()));
            return there > activity.first() + error && there < activity.last() - error;
        });
    }

    private boolean deaf(Connection connection, Sighting seen, Activity.Span silence, Clock clock, long error) {
        if (silence.from() == Long.MIN_VALUE || silence.to() == Long.MAX_VALUE || silence.to() - silence.from() < NEAR_NANOS + 2 * error) {
            return false;
        }
        Clock there = clocks.of(seen.index());
        long from = there.fromReference(clock.toReference(silence.from())) + error;
        long to = there.fromReference(clock.toReference(silence.to())) - error;
        return surveys.get(seen.index()).activity()
                .otherThan(connection.sightings(seen.index()).stream().mapToLong(Sighting::nanos), from, to);
    }

    private static Absence among(SentReset reset, Sighting seen, Passage passage, Listening listening) {
        List<Sighting> around = reset.connection().sightings(seen.index());
        int at = around.indexOf(seen);
        Look before = look(around, at, -1, passage, listening.covered);
        Look after = look(around, at, 1, passage, listening.covered);
        if (before.nearestMissing || after.nearestMissing) {
            return Absence.NOTHING; // the capture has a hole here
        }
        int found = before.found + after.found;
        int missing = before.missing + after.missing;
        double loss = (missing + 0.5) / (found + missing + 1);
        Strength most = missing == 0 ? Strength.SURE : loss < SOME_LOSS ? Strength.LIKELY : Strength.PLAUSIBLE;
        if (before.found > 0 && after.found > 0) {
            return new Absence(most, "the packets before and after it");
        }
        boolean othersAfter = after.others > 0 && !listening.deaf;
        if (othersAfter || listening.awake) {
            return new Absence(most.atMost(before.found > 0 || after.others > 0 ? Strength.SURE : Strength.LIKELY),
                    before.found > 0 ? "the packets before it, and others after it" : "other packets at that time");
        }
        if (listening.wentOn) {
            return new Absence(most.atMost(Strength.LIKELY), "packets before and later");
        }
        return listening.deaf || before.found + before.others == 0 ? Absence.NOTHING
                : new Absence(most.atMost(Strength.PLAUSIBLE), "the packets before it, the last of them "
                        + Durations.text(listening.silentNanos) + " earlier");
    }

    /**
     * Which of the neighbours of a reset passed the other point.
     *
     * @param found of the claimed sender's packets; missing likewise; others of the other side's
     * @param nearestMissing the claimed sender's packet next to the reset is not there: the capture missed more than the reset
     */
    private record Look(int found, int missing, int others, boolean nearestMissing) {
    }

    /** @param step 1 for what follows the reset, -1 for what precedes it */
    private static Look look(List<Sighting> around, int at, int step, Passage passage, Predicate<Sighting> covered) {
        int found = 0;
        int missing = 0;
        int others = 0;
        boolean nearestMissing = false;
        for (int i = at + step; i >= 0 && i < around.size() && found + missing < NEIGHBOURS; i += step) {
            Sighting s = around.get(i);
            if (s.reset()) {
                continue;
            }
            boolean there = passage.saw(s);
            if (!there && !covered.test(s)) {
                continue; // before the capture began, or after it ended
            }
            if (s.fromClient() == around.get(at).fromClient()) {
                nearestMissing |= !there && found + missing == 0;
                found += there ? 1 : 0;
                missing += there ? 0 : 1;
            } else {
                others += there ? 1 : 0;
            }
        }
        return new Look(found, missing, others, nearestMissing);
    }

    /** The connection never came there: was the capture at all in a position to see it? */
    private Absence withoutConnection(Connection connection, Sighting seen, int capture, boolean listening) {
        if (!listening) {
            return Absence.NOTHING;
        }
        boolean host = false;
        boolean service = false;
        for (SurveyedFlow flow : surveys.get(capture).flows()) {
            for (Connection.Member member : connection.members(seen.index())) {
                Tuple own = member.flow().tuple;
                boolean serverLow = !member.clientIsLow();
                for (boolean low : new boolean[] { true, false }) {
                    host |= own.sameHost(serverLow, flow.tuple, low) || own.sameHost(!serverLow, flow.tuple, low);
                    service |= own.sameEnd(serverLow, flow.tuple, low);
                }
            }
            if (service) {
                return new Absence(Strength.SURE, "other connections to this service");
            }
        }
        return host ? new Absence(Strength.LIKELY, "other connections of these hosts")
                : new Absence(Strength.PLAUSIBLE, "other traffic at that time");
    }
}
