package org.resetscope.core.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One reset as sent.
 *
 * @param id unique within the analysis, in order of time: r1, r2, ...
 * @param incident resets with the same one belong together (a burst, or consequences of the first): i1, i2, ...
 * @param packets where it was seen; one entry for each capture point, never empty
 * @param claimedSender the side whose address it carries as source
 * @param form how it was built (RFC 9293, 3.5.2)
 * @param phase of the connection when it came
 * @param trigger the packet it answers, or null where none was found
 * @param idle the silence that the end of the connection came out of, or null where the connection was not idle
 * @param primary id of the earlier reset of the incident that this one is a consequence of, or null
 * @param rule of a device's configuration that made it; null where none did, or no configuration was given
 * @param log lines of logs that tell of it, the nearest in time first; empty where none do, or no logs were given
 */
public record Reset(String id, String incident, Flow flow, List<Packet> packets, Sender claimedSender, Form form, Phase phase,
        FrameRef trigger, Idle idle, String primary, Verdict verdict, RuleReference rule, List<LogLine> log) {

    public Reset {
        log = List.copyOf(log);
    }

    /** In no log. */
    public Reset(String id, String incident, Flow flow, List<Packet> packets, Sender claimedSender, Form form, Phase phase, FrameRef trigger,
            Idle idle, String primary, Verdict verdict, RuleReference rule) {
        this(id, incident, flow, packets, claimedSender, form, phase, trigger, idle, primary, verdict, rule, List.of());
    }

    /** Of no rule. */
    public Reset(String id, String incident, Flow flow, List<Packet> packets, Sender claimedSender, Form form, Phase phase, FrameRef trigger,
            Idle idle, String primary, Verdict verdict) {
        this(id, incident, flow, packets, claimedSender, form, phase, trigger, idle, primary, verdict, null);
    }

    /** Without a silence before it, and no consequence of another. */
    public Reset(String id, String incident, Flow flow, List<Packet> packets, Sender claimedSender, Form form, Phase phase,
            FrameRef trigger, Verdict verdict) {
        this(id, incident, flow, packets, claimedSender, form, phase, trigger, null, null, verdict);
    }

    /** The same reset under other numbers. */
    public Reset numbered(String newId, String newIncident) {
        return new Reset(newId, newIncident, flow, packets, claimedSender, form, phase, trigger, idle, primary, verdict, rule, log);
    }

    /** The same with what logs say, and evidence that tells of it: it is not weighed. */
    public Reset withLog(List<LogLine> lines, List<Evidence> told) {
        return new Reset(id, incident, flow, packets, claimedSender, form, phase, trigger, idle, primary, verdict.withMoreEvidence(told), rule,
                Stream.concat(log.stream(), lines.stream()).toList());
    }

    /** The same, as a consequence of another. */
    public Reset withPrimary(String reset) {
        return new Reset(id, incident, flow, packets, claimedSender, form, phase, trigger, idle, reset, verdict, rule, log);
    }

    /** The same, judged anew. */
    public Reset judged(Verdict newVerdict, RuleReference newRule) {
        return new Reset(id, incident, flow, packets, claimedSender, form, phase, trigger, idle, primary, newVerdict, newRule, log);
    }

    /**
     * A silence of the connection.
     *
     * @param nanos its length
     * @param endedBySender whether the claimed sender ended it, by this reset or by closing just before: then the length is that of the
     *        sender's timer. Otherwise a packet of the other side did, which may have come long after a timer had run out.
     * @param halfClosed whether one side had closed before it
     * @param survivedNanos the longest pause before it that the connection survived: a time-out on the way is longer
     */
    public record Idle(long nanos, boolean endedBySender, boolean halfClosed, long survivedNanos) {
    }

    /** @param flags one letter for each flag in the order FIN SYN RST PSH ACK URG ECE CWR: "RA" for RST with ACK */
    public record Packet(FrameRef frame, Timestamp time, String flags, long seq, long ack) {
    }

    /** How a reset is built says which rule of the standard made it. */
    public enum Form {
        /** RST alone, sequence number copied from the acknowledgement of the segment it answers. */
        ANSWER_TO_ACK("answer to a segment with ACK"),
        /** RST,ACK with sequence number 0: answers a segment without ACK, in practice a SYN. */
        ANSWER_TO_SYN("answer to a SYN"),
        /** RST,ACK at the sender's own next sequence number: the owner of the connection ends it. */
        ABORT("abort by the owner of the connection"),
        /** None of these. */
        OTHER("irregular");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        /** For a person, in the middle of a sentence. */
        public String words() {
            return words;
        }
    }

    /** What had been seen of the connection before the reset. */
    public enum Phase {
        /** A SYN without an answer. */
        SYN_SENT,
        /** SYN and SYN,ACK, but not the end of the handshake. */
        SYN_RECEIVED,
        /** The handshake, and no FIN. */
        ESTABLISHED,
        /** A FIN of one side. */
        HALF_CLOSED,
        /** FINs of both sides, or an earlier reset. */
        CLOSED,
        /** Not how it began. */
        MIDSTREAM
    }
}
