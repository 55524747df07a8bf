package org.resetscope.core.configuration;

/**
 * Which packet to follow, and through what kind of network. Null where the asker leaves it open.
 *
 * @param packet the packet's class: syn, over-window, ack-over, conntrack-lost-segment-from-client, stray-A, ...
 * @param from who sends it: client or server
 * @param in the interface it arrives on
 * @param out the interface it leaves by
 * @param source its source address, with ":port" where wanted ("[address]:port" for IPv6)
 * @param destination its destination likewise
 * @param state conntrack's state, to be taken instead of the one that follows from the class: new, established, related, invalid,
 *        untracked
 * @param topology host (the connection ends on the device itself), outbound (it begins there), routed, snat, dnat, hairpin, asymmetric
 * @param circumstances kernel and its settings
 */
public record TraceQuestion(String packet, String from, String in, String out, String source, String destination, String state,
        String topology, Circumstances circumstances) {
}
