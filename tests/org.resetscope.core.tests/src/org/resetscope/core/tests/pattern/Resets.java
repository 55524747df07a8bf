package org.resetscope.core.tests.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Reset.Form;
import org.resetscope.core.model.Reset.Idle;
import org.resetscope.core.model.Reset.Phase;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.pattern.Patterns;

/** Resets made by hand, each of a connection of its own. */
final class Resets {

    private static final long START = 1_767_225_600L * 1_000_000_000L;

    private final List<Reset> resets = new ArrayList<>();
    private String client = "10.0.0.1";
    private Endpoint server = new Endpoint("10.0.0.2", 443);
    private String cause = Causes.ABORT;
    private Sender sender = Sender.SERVER;
    private Sender claimed = Sender.SERVER;
    private Idle idle;
    private double survived;
    private String incident;
    private int digits = 6;

    /** What the resets that follow have in common. */
    Resets between(String clientAddress, String serverAddress, int port) {
        client = clientAddress;
        server = new Endpoint(serverAddress, port);
        return this;
    }

    Resets cause(String id, Sender by, Sender inTheNameOf) {
        cause = id;
        sender = by;
        claimed = inTheNameOf;
        return this;
    }

    Resets incident(String id) {
        incident = id;
        return this;
    }

    Resets digits(int ofTheClock) {
        digits = ofTheClock;
        return this;
    }

    /** The longest pause before the silences that follow. */
    Resets survived(double seconds) {
        survived = seconds;
        return this;
    }

    Resets after(double silence, boolean endedBySender) {
        idle = new Idle(Math.round(silence * 1e9), endedBySender, false, Math.round(survived * 1e9));
        return this;
    }

    Resets at(double... seconds) {
        for (double s : seconds) {
            int number = resets.size() + 1;
            Verdict verdict = new Verdict(sender, Map.of(sender, 1.0), null, cause, 1, null, List.of(), true, "", "", List.of(), List.of(), List.of());
            long unit = Math.round(Math.pow(10, 9 - digits));
            Timestamp time = new Timestamp(START + Math.round(s * 1e9) / unit * unit, digits);
            resets.add(new Reset("r" + number, incident == null ? "i" + number : incident, new Flow(new Endpoint(client, 40_000), server, false, "Sr"),
                    List.of(new Reset.Packet(new FrameRef("c1", number), time, "R", 0, 0)), claimed, Form.ABORT, Phase.ESTABLISHED, null, idle, null,
                    verdict));
        }
        return this;
    }

    List<Reset> list() {
        resets.sort(Comparator.comparing(r -> r.packets().get(0).time()));
        return resets;
    }

    Patterns patterns() {
        return Patterns.of(list(), () -> IdleTimeouts.NONE);
    }
}
