package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.internal.correlate.Connection.Member;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset.Form;

/** What several points together say of the cause: what the device let pass, what it kept, and what it renamed. */
final class CrossSigns {

    private static final int LOOK_AHEAD = 12;
    private static final int LAST = 4;

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
            found.add(evidence("interception", "The segment that it answers (frame " + trigger.frame() + ") went on to " + where
                    + " all the same: nothing kept it.", weights("injected", 8, Causes.REJECT, -12, Causes.INVALID, -10,
                            Causes.DEVICE_STATE_LOST, -12), reference(birth, trigger.frame())));
        } else {
            found.add(evidence("interception", "The segment that it answers (frame " + trigger.frame() + ") never came to " + where
                    + ": the device kept it and answered in the " + base.claimedName() + "'s place.", weights("middlebox", 6, "injected", -6),
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
                    found.add(passed ? evidence("same-direction", later + "passed: the device objects to some segments only.",
                            weights(Causes.CONTENT, 6, Causes.REJECT, -8, Causes.DEVICE_STATE_LOST, -4), reference(base, s.frame()))
                            : evidence("same-direction", later + "did not pass either: the device objects to the connection, not to what it carries.",
                                    weights(Causes.CONTENT, -14, Causes.REJECT, 4, Causes.DEVICE_STATE_LOST, 3), reference(base, s.frame())));
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
            if (s.fromClient() == reset.fromClient() && !s.reset() && clock.toReference(s.nanos()) > then + clock.errorNanos() && looked++ < LOOK_AHEAD) {
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
            found.add(evidence("other-direction", "The device still lets the " + side + "'s own packets pass: it knows the connection.",
                    weights(Causes.DEVICE_STATE_LOST, -10, Causes.CONTENT, 3, Causes.INVALID, 3), reference(birth.cleared(), passed.frame())));
        } else if (kept != null || bothReset) {
            found.add(evidence("other-direction", kept != null ? "The device keeps the " + side + "'s packets as well: it knows the connection no more."
                    : "It resets the other direction too: it knows the connection no more.",
                    weights(Causes.DEVICE_STATE_LOST, 5, Causes.CONTENT, -5, Causes.INVALID, -3),
                    kept == null ? List.of() : reference(birth.cleared(), kept.frame())));
        }
    }

    /** A stateful device that one direction passes by calls what it sees of the other invalid. */
    private void oneDirection(SentReset reset, Birth birth, List<Evidence> found) {
        for (int capture : new int[] { birth.cleared(), birth.base().index() }) {
            Passage passage = new Passage(reset.connection(), capture);
            for (boolean fromClient : new boolean[] { true, false }) {
                if (passage.sawDirection(!fromClient) && passedBy(reset, birth, capture, passage, fromClient)) {
                    found.add(evidence("one-direction", "The " + (fromClient ? "client" : "server") + "'s packets do not pass "
                            + names.get(capture) + ", the other direction does: a stateful device there sees half of the connection.",
                            weights(Causes.INVALID, 20), List.of()));
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
            found.add(evidence("translated", "The device translates the client's address, and the reset answers what came back to that:"
                    + " without its entry for the connection the packet is for the device itself.", weights(Causes.DEVICE_STATE_LOST, 8,
                            Causes.CONTENT, -4, Causes.INVALID, 4), List.of()));
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
            found.add(evidence("renamed", "Other points show the start of this connection under other addresses or ports"
                    + (knownByOther ? ", and so did this one before" : "") + ": a NAT between changed its mapping.",
                    weights(Causes.REMAPPED, 30, Causes.STATE_LOST, -10), List.of()));
        }
    }

    private static Map<String, Integer> weights(Object... pairs) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return weights;
    }

    private static Evidence evidence(String group, String text, Map<String, Integer> weights, List<FrameRef> frames) {
        return new Evidence("points", group, text, weights, frames);
    }

    private List<FrameRef> reference(Birth birth, long frame) {
        return reference(birth.base().index(), frame);
    }

    private List<FrameRef> reference(int capture, long frame) {
        return List.of(new FrameRef(captures.get(capture), frame));
    }
}
