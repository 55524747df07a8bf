package org.resetscope.core.detect;

import java.util.List;

import org.resetscope.core.model.Flow;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;

/**
 * Everything known about one reset: the packet, its form and trigger, its connection before and after, and the habits of both hosts.
 *
 * @param captureId of the capture, for {@link #frame(Segment)}
 * @param reset the packet itself; its source address is that of the claimed sender
 * @param claimedIsClient whether that address is the client's
 * @param form how it was built
 * @param trigger the segment of the receiver that it answers, or null where none fits
 * @param triggers how many segments of the receiver it could answer as well; above 1 the time between them means little
 * @param phase of the connection
 * @param claimed the side whose address the reset carries, as it was before the reset
 * @param receiver the side that the reset is meant for, likewise
 * @param claimedWasReset an earlier reset had already ended the connection on the claimed sender's side
 * @param receiverWasReset likewise on the receiver's side
 * @param accepted the sequence number is the one the receiver expects, judged by what passed the capture point
 * @param before segments before the reset, oldest first, resets among them; not more than the last few dozen
 * @param after segments after it
 * @param complete whether {@code before} starts with the first segment the capture has of this connection
 * @param payload first bytes of the reset's payload
 * @param options raw TCP options of the reset
 * @param previous an earlier connection with the same addresses and ports, or null
 * @param firstSeenNanos capture time of the connection's first segment; captureStartNanos of the capture's first TCP segment
 */
public record Dossier(String captureId, Segment reset, boolean claimedIsClient, Reset.Form form, Segment trigger, int triggers,
        Reset.Phase phase, Flow flow, int ipVersion, Side claimed, Side receiver, boolean claimedWasReset, boolean receiverWasReset,
        boolean accepted, List<Segment> before, List<Segment> after, boolean complete, byte[] payload, byte[] options,
        PreviousConnection previous, HostHabits claimedHost, HostHabits receiverHost, long firstSeenNanos, long captureStartNanos,
        int digits, List<Copy> copies) {

    /** Client and server exchanged, where another capture knows better than this one's guess. */
    public Dossier withRolesSwapped() {
        return new Dossier(captureId, swapped(reset), !claimedIsClient, form, trigger == null ? null : swapped(trigger), triggers, phase,
                new Flow(flow.server(), flow.client(), false, swapCase(flow.history())), ipVersion, claimed, receiver, claimedWasReset,
                receiverWasReset, accepted, before.stream().map(Dossier::swapped).toList(), after.stream().map(Dossier::swapped).toList(),
                complete, payload, options, previous, claimedHost, receiverHost, firstSeenNanos, captureStartNanos, digits, copies);
    }

    private static Segment swapped(Segment s) {
        return new Segment(s.frame(), s.timeNanos(), !s.fromClient(), s.seq(), s.ack(), s.flags(), s.window(), s.payloadLength(), s.ttl(), s.tos(),
                s.ipId(), s.dontFragment(), s.flowLabel(), s.timestamps(), s.tsVal(), s.tsEcr(), s.optionsComplete(), s.optionsLength(),
                s.duplicate());
    }

    private static String swapCase(String history) {
        StringBuilder swapped = new StringBuilder();
        history.chars().forEach(c -> swapped.appendCodePoint(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
        return swapped.toString();
    }

    /** The same packet once more, at another tap of the same capture. */
    public record Copy(long frame, long timeNanos) {
    }

    /** Where the capture has a segment of this connection. */
    public FrameRef frame(Segment segment) {
        return new FrameRef(captureId, segment.frame());
    }

    /** Whether a segment has the address of the side that the reset claims to come from. */
    public boolean fromClaimed(Segment segment) {
        return segment.fromClient() == claimedIsClient;
    }

    /** Whether the handshake's SYN was captured, so that nothing of the connection is missing at its start. */
    public boolean synSeen() {
        return claimed.synSeen() || receiver.synSeen();
    }

    /** Word for the claimed sender: client or server. */
    public String claimedName() {
        return claimedIsClient ? "client" : "server";
    }

    /** Word for the side that the reset is meant for: client or server. */
    public String receiverName() {
        return claimedIsClient ? "server" : "client";
    }
}
