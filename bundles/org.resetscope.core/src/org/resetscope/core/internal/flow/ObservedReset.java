package org.resetscope.core.internal.flow;

import java.util.List;

import org.resetscope.core.decode.Addresses;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;

/** A reset with everything the scan kept for it; becomes a dossier when it is judged. */
public final class ObservedReset {

    private final PendingReset pending;
    private final SegmentLog after;
    private final HostTable hosts;
    private final ResetForm form;
    private Surroundings surroundings;

    /**
     * To be made, for the first time, in the order of the flow's resets: each answers what comes after the segment that the one before
     * answered.
     */
    ObservedReset(PendingReset pending, SegmentLog after, HostTable hosts) {
        this.pending = pending;
        this.after = after;
        this.hosts = hosts;
        SideState claimed = pending.flow.side(pending.fromLow);
        this.surroundings = surroundings(Roles.clientIsLow(pending.flow));
        this.form = ResetForm.of(surroundings.reset(), surroundings.before(), surroundings.following(), pending.claimed,
                pending.receiver, pending.answeredBefore());
        if (form.trigger() != null) {
            claimed.answeredFrame = Math.max(claimed.answeredFrame, form.trigger().frame());
        }
    }

    /** The reset and the segments around it, unpacked, without those that the capture shows twice. */
    private record Surroundings(boolean clientIsLow, List<Segment> before, Segment reset, List<Segment> following) {
    }

    private Surroundings surroundings(boolean clientIsLow) {
        List<Segment> before = pending.upToReset.read(clientIsLow);
        Segment reset = before.remove(before.size() - 1);
        before.removeIf(Segment::duplicate);
        List<Segment> following = after.read(clientIsLow);
        following.removeIf(Segment::duplicate);
        return new Surroundings(clientIsLow, before, reset, following);
    }

    /** Whether an earlier look at this reset was told. */
    public boolean told() {
        return pending.told;
    }

    public void tell() {
        pending.told = true;
    }

    /** Identity of the connection: resets with the same one belong to one incident. */
    public Object connection() {
        return pending.flow.identity();
    }

    public Dossier dossier(String captureId, long captureStartNanos) {
        FlowState flow = pending.flow;
        boolean clientIsLow = Roles.clientIsLow(flow);
        boolean claimedIsClient = pending.fromLow == clientIsLow;
        if (surroundings.clientIsLow() != clientIsLow) {
            surroundings = surroundings(clientIsLow); // a SYN has told meanwhile
        }
        List<Segment> before = surroundings.before();
        Segment reset = surroundings.reset();
        List<Segment> following = surroundings.following();
        Flow summary = new Flow(end(flow, clientIsLow), end(flow, !clientIsLow), flow.clientIsLow == null,
                flow.letters(clientIsLow));
        return new Dossier(captureId, reset, claimedIsClient, form.form(), form.trigger(), form.candidates(),
                phase(claimedIsClient, flow.clientIsLow == null), summary, flow.ipVersion, pending.claimed, pending.receiver,
                pending.claimedWasReset, pending.receiverWasReset,
                pending.accepted || ResetForm.overtaken(reset, following, pending.claimed), before, following,
                pending.number < PendingReset.BEFORE, pending.payload, pending.options, flow.previous,
                hosts.habits(flow.address(pending.fromLow), flow.addressLow(pending.fromLow)),
                hosts.habits(flow.address(!pending.fromLow), flow.addressLow(!pending.fromLow)), flow.firstNanos, captureStartNanos,
                pending.digits, List.copyOf(pending.copies));
    }

    private Reset.Phase phase(boolean claimedIsClient, boolean inferred) {
        var client = claimedIsClient ? pending.claimed : pending.receiver;
        var server = claimedIsClient ? pending.receiver : pending.claimed;
        if (pending.claimedWasReset || pending.receiverWasReset || client.finSent() && server.finSent()) {
            return Reset.Phase.CLOSED;
        }
        if (client.finSent() || server.finSent()) {
            return Reset.Phase.HALF_CLOSED;
        }
        if (inferred) {
            return Reset.Phase.MIDSTREAM;
        }
        if (server.segments() == 0 && !client.ackSeen()) {
            return Reset.Phase.SYN_SENT;
        }
        return client.ackSeen() ? Reset.Phase.ESTABLISHED : Reset.Phase.SYN_RECEIVED;
    }

    private static Endpoint end(FlowState flow, boolean low) {
        return new Endpoint(Addresses.text(flow.ipVersion, flow.address(low), flow.addressLow(low)), low ? flow.lowPort : flow.highPort);
    }
}
