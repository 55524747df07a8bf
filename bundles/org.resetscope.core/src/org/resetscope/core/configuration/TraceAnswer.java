package org.resetscope.core.configuration;

import java.util.List;

/**
 * What became of a packet.
 *
 * @param verdict accept, drop, reset or icmp: what the device's rules did with it
 * @param resetBy firewall, client or server: who sent a reset in consequence that left its machine; null where nobody did
 * @param connection alive, reset, timeout or refused: what the connection's next request shows; null where there is no connection
 * @param path the rules that the packet met, then those that the reset met
 * @param assumptions what was assumed of matches that cannot be told from the text, as sentences
 */
public record TraceAnswer(String verdict, String resetBy, String connection, List<PathStep> path, List<String> assumptions) {

    public TraceAnswer {
        path = List.copyOf(path);
        assumptions = List.copyOf(assumptions);
    }
}
