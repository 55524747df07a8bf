package org.resetscope.firewall.internal.lint;

import java.util.List;

import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationCheck.Level;

/** The checks, as reports list them. What they say was measured with real netfilter. */
public final class Catalog {

    public static final List<ConfigurationCheck> CHECKS = List.of(
            check("RST-001", Level.ERROR, "INVALID segments are answered with a reset",
                    "Segments of known connections are accepted, but one that conntrack calls INVALID (beyond the window, acknowledging what "
                            + "was never sent) falls through to a rule that answers with a TCP reset: a single stray segment ends a healthy "
                            + "connection. Drop INVALID before the reset."),
            check("RST-002", Level.ERROR, "The drop of INVALID is never reached",
                    "A rule drops INVALID, but the segment is answered with a reset before it gets there, or by a way that does not lead "
                            + "there. Move the drop before the reset, without conditions that keep packets from it."),
            check("RST-003", Level.ERROR, "INVALID is dropped in another hook only",
                    "INPUT, FORWARD and OUTPUT are separate: a drop in one does nothing for the others. Drop INVALID in each hook that "
                            + "resets, or once in mangle PREROUTING."),
            check("RST-004", Level.ERROR, "INVALID is answered with a reset on purpose",
                    "A rule that asks for INVALID (or for everything but known states) answers with a TCP reset. INVALID does not mean that "
                            + "there is no connection: segments of healthy ones are called so too. Drop them instead."),
            check("RST-005", Level.WARNING, "INVALID is logged, or dropped within a rate, and then reset",
                    "The rule for INVALID lets the segment go on (it only logs or counts), or drops no more than some per second. What goes "
                            + "on is answered with a reset. Drop INVALID without a condition."),
            check("RST-006", Level.NOTE, "Connections that conntrack forgot are reset",
                    "When conntrack's entry is gone (idle too long, a reboot, a full table), the next segment counts as NEW although it is no "
                            + "SYN, and meets the reset. A quick reset of a dead connection may be wanted. Otherwise accept NEW without "
                            + "--syn for the service, so that conntrack takes the connection up again, or reset SYNs alone and drop the rest."),
            check("NAT-001", Level.ERROR, "The router resets servers of translated connections",
                    "Addresses of INVALID packets are not translated back: a server's INVALID segment goes to the router itself, whose own "
                            + "TCP answers with a reset, and the server's end is gone. No rule says so. Drop INVALID in INPUT."),
            check("NAT-002", Level.ERROR, "Clients reset servers behind a translated address",
                    "Addresses of INVALID packets are not translated: a server's INVALID segment reaches the client from an address it does "
                            + "not know, and the client answers with a reset that ends the server's side. Drop INVALID in FORWARD."),
            check("ORD-001", Level.ERROR, "INVALID is dropped before conntrack has looked",
                    "Before conntrack (table raw) every packet is INVALID: the rule drops all that its other conditions let through, and no "
                            + "connection opens. Drop INVALID in mangle PREROUTING or later."),
            check("OUT-001", Level.WARNING, "The reset does not leave the machine",
                    "A connection attempt is answered with a reset, but OUTPUT drops that reset: the client waits for a time-out instead of "
                            + "being refused. The reset of a NEW packet is RELATED. Accept RELATED in OUTPUT."));

    private Catalog() {
    }

    static Level level(String id) {
        return CHECKS.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().level();
    }

    private static ConfigurationCheck check(String id, Level level, String title, String explanation) {
        return new ConfigurationCheck(id, level, title, explanation);
    }
}
