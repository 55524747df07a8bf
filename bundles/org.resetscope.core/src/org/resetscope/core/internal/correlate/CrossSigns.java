package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.internal.correlate.Connection.Member;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset.Form;

/** What several points together say of the cause: what the device let pass, what it kept, and what it renamed. */
final class CrossSigns {

    private static final int LOOK_AHEAD = 12;
    private static final int LAST = 4;
    private static final FrameRef[] NO_FRAMES = {};

    private final List<String> names;
    private final List<String> captures;
    private final Clocks clocks;

    CrossSigns(List<String> names, List<String> captures, Clocks clocks) {
        this.names = names;
        this.captures = captures;
        this.clocks = clocks;
    }

    List<Evidence> of(SentReset reset, Birth birth, Dossier base) {
        List<Evidence> found = new ArrayList<>();
        if (birth.cleared() >= 0) {
            oneDirection(reset, birth, found);
            translated(reset, birth, base, found);
            Passage beyond = new Passage(reset.connection(), birth.cleared());
            if (!beyond.empty()) {
                interception(reset, birth, base, beyond, found);
                if (base.form() == Form.ANSWER_TO_ACK) {
                    sameDirection(reset, birth, beyond, found);
                    otherDirection(reset, birth, beyond, found);
                }
            }
        }
        renamed(reset, birth, base, found);
        return found;
    }

    /** Did the segment that was answered go on? A filter that rejects keeps it; who injects beside the path cannot. */
    private void interception(SentReset reset, Birth birth, Dossier base, Passage beyond, List<Evidence> found) {
        Segment trigger = base.trigger();
        Sighting here = trigger == null ? null : reset.connection().sightings(birth.base().index()).stream()
                .filter(s -> s.frame() == trigger.frame()).findFirst().orElse(null);
        if (here == null) {
            return;
        }
        String where = names.get(birth.cleared());
        Boolean passed = beyond.saw(here, clocks);
        if (passed == null) {
            return;
        }
        if (passed) {
            if (base.triggers() > 1) {
                return; // one like it went on
            }
            found.add(evidence("points.trigger-passed", "The segment that it answers (frame " + trigger.frame() + ") went on to "
                    + where + " all the same: nothing kept it.", reference(birth, trigger.frame())));
        } else {
            found.add(evidence("points.trigger-kept", "The segment that it answers (frame " + trigger.frame() + ") never came to "
                    + where + ": the device kept it and answered in the " + base.claimedName() + "'s place.",
                    reference(birth, trigger.frame())));
        }
    }

    /** Does it let what holds no data pass? A rule about content does, one about the connection, or the loss of its state, does not. */
    private void sameDirection(SentReset reset, Birth birth, Passage beyond, List<Evidence> found) {
        int base = birth.base().index();
        int looked = 0;
        for (Sighting s : reset.connection().sightings(base)) {
            if (s.fromClient() != reset.fromClient() && s.frame() > birth.base().frame() && s.length() == 0 && looked++ < LOOK_AHEAD) {
                Boolean passed = beyond.saw(s, clocks);
                if (passed != null) {
                    String later = "A later packet without data (frame " + s.frame() + ") ";
                    found.add(passed
                            ? evidence("points.later-passed", later + "passed: the device objects to some segments only.",
                                    reference(base, s.frame()))
                            : evidence("points.later-kept", later + "did not pass either: the device objects to the connection,"
                                    + " not to what it carries.", reference(base, s.frame())));
                    return;
                }
            }
        }
    }

    /** Does the device let the other direction pass? One that has forgotten the connection knows neither. */
    private void otherDirection(SentReset reset, Birth birth, Passage beyond, List<Evidence> found) {
        Connection connection = reset.connection();
        List<Sighting> here = connection.sightings(birth.base().index());
        Passage near = new Passage(connection, birth.base().index());
        Clock clock = clocks.of(birth.cleared());
        long then = clocks.of(birth.base().index()).toReference(birth.base().nanos());
        Sighting passed = null;
        Sighting kept = null;
        int looked = 0;
        for (Sighting s : connection.sightings(birth.cleared())) {
            boolean later = clock.toReference(s.nanos()) > then + clock.errorNanos();
            if (s.fromClient() == reset.fromClient() && !s.reset() && later && looked++ < LOOK_AHEAD) {
                if (near.saw(s)) {
                    passed = passed == null ? s : passed;
                } else {
                    kept = kept == null ? s : kept;
                }
            }
        }
        boolean bothReset = here.stream().noneMatch(s -> s.reset() && s.fromClient() != reset.fromClient())
                && connection.sightings(birth.cleared()).stream().anyMatch(s -> s.reset() && s.fromClient() != reset.fromClient());
        String side = reset.fromClient() ? "client" : "server";
        // what a client sends lets a NAT or firewall pick the connection up again
        if (passed != null && kept == null && !reset.fromClient()) {
            found.add(evidence("points.other-passed", "The device still lets the " + side
                    + "'s own packets pass: it knows the connection.", reference(birth.cleared(), passed.frame())));
        } else if (kept != null || bothReset) {
            String what = kept != null ? "The device keeps the " + side + "'s packets as well" : "It resets the other direction too";
            found.add(evidence("points.other-kept", what + ": it knows the connection no more.",
                    kept == null ? NO_FRAMES : reference(birth.cleared(), kept.frame())));
        }
    }

    /** A stateful device that one direction passes by calls what it sees of the other invalid. */
    private void oneDirection(SentReset reset, Birth birth, List<Evidence> found) {
        for (int capture : new int[] { birth.cleared(), birth.base().index() }) {
            Passage passage = new Passage(reset.connection(), capture);
            for (boolean fromClient : new boolean[] { true, false }) {
                if (passage.sawDirection(!fromClient) && passedBy(reset, birth, capture, passage, fromClient)) {
                    found.add(evidence("points.one-direction", "The " + (fromClient ? "client" : "server") + "'s packets do not pass "
                            + names.get(capture) + ", the other direction does: a stateful device there sees half of the connection.",
                            NO_FRAMES));
                    return;
                }
            }
        }
    }

    /** Whether the last packets of one direction before the reset are at other points, but not at this one. */
    private boolean passedBy(SentReset reset, Birth birth, int capture, Passage passage, boolean fromClient) {
        long then = clocks.of(birth.base().index()).toReference(birth.base().nanos());
        for (int other = 0; other < names.size(); other++) {
            Clock clock = clocks.of(other);
            if (other == capture || !clock.known()) {
                continue;
            }
            List<Sighting> last = new ArrayList<>(reset.connection().sightings(other).stream().filter(s -> s.fromClient() == fromClient
                    && !s.reset() && clock.toReference(s.nanos()) < then - clock.errorNanos()).toList());
            last = last.subList(Math.max(0, last.size() - LAST), last.size());
            // what the device kept is missing too, but only from there on; and one end alone always sends what the other has not got yet
            boolean all = !last.isEmpty() && last.stream().noneMatch(passage::saw);
            if (all && (last.size() >= 2 || !passage.sawDirection(fromClient)) && last.get(0).fromClient() == reset.fromClient()) {
                return true;
            }
        }
        return false;
    }

    /** What comes back to a translator that has lost the connection is for its own address: its own stack resets it. */
    private void translated(SentReset reset, Birth birth, Dossier base, List<Evidence> found) {
        List<Member> here = reset.connection().members(birth.base().index());
        List<Member> there = reset.connection().members(birth.cleared());
        boolean translates = !here.isEmpty() && !there.isEmpty()
                && here.stream().noneMatch(m -> there.stream().anyMatch(t -> t.flow().tuple.equals(m.flow().tuple)));
        if (translates && base.trigger() != null && reset.fromClient()) {
            found.add(evidence("points.translated",
                    "The device translates the client's address, and the reset answers what came back to that:"
                    + " without its entry for the connection the packet is for the device itself.", NO_FRAMES));
        }
    }

    /** The same connection under two names at one point: a NAT between forgot it and took it for a new one. */
    private void renamed(SentReset reset, Birth birth, Dossier base, List<Evidence> found) {
        Connection connection = reset.connection();
        List<Member> here = connection.members(birth.base().index());
        Member own = here.stream().filter(m -> m.flow().firstFrame <= birth.base().frame() && birth.base().frame() < m.flow().nextFrame
                && m.flow().resets > 0 && !m.flow().client().synSeen).findFirst().orElse(null);
        if (own == null || base.synSeen()) {
            return;
        }
        boolean knownByOther = here.stream().anyMatch(m -> m != own && !m.flow().tuple.equals(own.flow().tuple));
        boolean startedElsewhere = connection.members().stream().anyMatch(m -> m.flow().capture != birth.base().index()
                && m.flow().client().synSeen && !m.flow().tuple.equals(own.flow().tuple));
        if (knownByOther || startedElsewhere) {
            found.add(evidence("points.renamed", "Other points show the start of this connection under other addresses or ports"
                    + (knownByOther ? ", and so did this one before" : "") + ": a NAT between changed its mapping.", NO_FRAMES));
        }
    }

    private static Evidence evidence(String signal, String text, FrameRef... frames) {
        return Finding.of(signal).on(frames).says(text).get(0);
    }

    private FrameRef[] reference(Birth birth, long frame) {
        return reference(birth.base().index(), frame);
    }

    private FrameRef[] reference(int capture, long frame) {
        return new FrameRef[] { new FrameRef(captures.get(capture), frame) };
    }
}
