package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.List;

/** One connection, whatever the points call it: the flows of several captures that are the same, and what was kept of their segments. */
final class Connection {

    /**
     * A flow's part in the connection.
     *
     * @param clientIsLow as the connection knows it, which this capture alone may not
     * @param clientShift to subtract from the client's sequence numbers here to get those of the connection; serverShift likewise
     */
    record Member(SurveyedFlow flow, boolean clientIsLow, int clientShift, int serverShift) {
    }

    private final List<Member> members;
    private final boolean rolesKnown;
    /** By capture; segments in the order of their frames. */
    private final List<List<Sighting>> sightings = new ArrayList<>();

    Connection(List<Member> members, int captures, boolean rolesKnown) {
        this.members = List.copyOf(members);
        this.rolesKnown = rolesKnown;
        for (int i = 0; i < captures; i++) {
            sightings.add(new ArrayList<>());
        }
    }

    List<Member> members() {
        return members;
    }

    List<Member> members(int capture) {
        return members.stream().filter(m -> m.flow().capture == capture).toList();
    }

    boolean at(int capture) {
        return members.stream().anyMatch(m -> m.flow().capture == capture);
    }

    /** Whether some point saw who opened it. */
    boolean rolesKnown() {
        return rolesKnown;
    }

    int resets() {
        return members.stream().mapToInt(m -> m.flow().resets).sum();
    }

    List<Sighting> sightings(int capture) {
        return sightings.get(capture);
    }
}
