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
            check("RST-007", Level.NOTE, "Connections that conntrack forgot stall",
                    "When conntrack's entry is gone, the next segment is dropped: no reset tells the ends, and both wait until they give up. Keepalive "
                            + "or a longer time-out keep the entry; accepting NEW without --syn takes the connection up again."),
            check("RST-008", Level.ERROR, "Connections that conntrack forgot are INVALID and reset",
                    "With nf_conntrack_tcp_loose=0 conntrack takes no connection up in its middle: segments of one that it has forgotten are INVALID "
                            + "and meet the reset. Drop INVALID before, or set it to 1."),
            check("NAT-001", Level.ERROR, "The router resets servers of translated connections",
                    "Addresses of INVALID packets are not translated back: a server's INVALID segment goes to the router itself, whose own "
                            + "TCP answers with a reset, and the server's end is gone. No rule says so. Drop INVALID in INPUT."),
            check("NAT-002", Level.ERROR, "Clients reset servers behind a translated address",
                    "Addresses of INVALID packets are not translated: a server's INVALID segment reaches the client from an address it does "
                            + "not know, and the client answers with a reset that ends the server's side. Drop INVALID in FORWARD."),
            check("NAT-003", Level.WARNING, "INVALID segments leave untranslated",
                    "Addresses of INVALID packets are not translated: they leave with the private source address. Drop INVALID in FORWARD."),
            check("NAT-004", Level.WARNING, "Idle connections are forgotten too early",
                    "An entry that is gone while both ends still hold the connection leads to a reset or to a stall. RFC 5382 asks for at least two hours "
                            + "and four minutes. Raise the time-out, or let the ends send keepalive more often."),
            check("NAT-005", Level.WARNING, "Taken up again from another port",
                    "A forgotten connection that conntrack takes up again is translated anew. With random ports the server sees another port, which it "
                            + "resets. Leave random out, or raise the time-out."),
            check("NAT-006", Level.WARNING, "Answers on the server's own network bypass the router",
                    "A client beside the server connects to the outer address: the server answers it directly, and the client resets what comes from an "
                            + "address it does not know. Translate the source of such connections too."),
            check("NAT-007", Level.WARNING, "Half-closed connections are forgotten too early",
                    "When one end has closed, the other may still send. If the entry is gone by then, it is answered with a reset. Use the kernel's own "
                            + "time-outs or longer ones."),
            check("ORD-001", Level.ERROR, "INVALID is dropped before conntrack has looked",
                    "Before conntrack (table raw) every packet is INVALID: the rule drops all that its other conditions let through, and no "
                            + "connection opens. Drop INVALID in mangle PREROUTING or later."),
            check("ORD-002", Level.ERROR, "An accept is not final",
                    "Accepting ends one base chain. The next one of the same hook, by priority, is asked still, and resets what was accepted. A drop is "
                            + "final. Rules of iptables and of nft are such neighbours."),
            check("NFT-001", Level.ERROR, "A map of states forgets INVALID",
                    "A verdict map over ct state has no entry for invalid, or sends it to a chain that returns: such segments go on to the reset. Write "
                            + "invalid : drop."),
            check("TRK-001", Level.ERROR, "UNTRACKED packets are reset",
                    "What notrack keeps from conntrack has no state that the accepting rules ask for, and goes on to the reset. Accept UNTRACKED early."),
            check("TRK-002", Level.ERROR, "One direction is not tracked",
                    "conntrack sees half of a connection and calls it INVALID, or never ESTABLISHED. Keep both directions from it, or none."),
            check("SYP-001", Level.ERROR, "INVALID is dropped before SYNPROXY",
                    "The acknowledgement that completes the proxy's handshake is INVALID. Put SYNPROXY before the drop."),
            check("SYP-002", Level.ERROR, "SYNPROXY with nf_conntrack_tcp_loose=1",
                    "conntrack takes the acknowledgement for a new connection, so that SYNPROXY never sees it. Set net.netfilter.nf_conntrack_tcp_loose=0."),
            check("SYP-003", Level.ERROR, "The proxy's own SYN is not accepted",
                    "After the handshake SYNPROXY opens the connection to the server itself. Accept NEW SYNs after it."),
            check("LIM-001", Level.ERROR, "A limit on connections resets open ones",
                    "Without --syn the limit is asked for every segment, and before ESTABLISHED is accepted. Ask for SYNs only, after that accept."),
            check("LIM-002", Level.ERROR, "A rate limit resets open connections",
                    "The rate counts segments of open connections, and the one too many is answered with a reset. Limit SYNs only, after ESTABLISHED."),
            check("STR-001", Level.NOTE, "A reset for what a segment holds reaches one end",
                    "The sender is reset, the other end keeps waiting for its time-out."),
            check("STA-001", Level.ERROR, "Open connections are reset without a look at their state",
                    "A rule that asks no state, above the accept of ESTABLISHED or before conntrack, resets connections whose SYN is accepted."),
            check("ASY-001", Level.ERROR, "One direction alone, and a reset",
                    "With routes that differ by direction conntrack sees half of each connection: even a liberal one calls acknowledgements INVALID. Do "
                            + "not track such connections, drop INVALID, or make the routes symmetric."),
            check("REJ-001", Level.NOTE, "REJECT answers by ICMP",
                    "Without tcp-reset the answer is an ICMP error: attempts are refused, open connections survive."),
            check("SYS-001", Level.NOTE, "conntrack is liberal", "Segments beyond the window are not INVALID; checks that depend on it are left out."),
            check("RPF-001", Level.NOTE, "Strict reverse path filter", "Packets from unexpected links vanish before any rule."),
            check("OFF-001", Level.NOTE, "Connections are offloaded", "Segments of offloaded connections pass by the rules."),
            check("MSS-001", Level.NOTE, "No segment size clamp", "Large segments may be lost on a narrower link, which looks like a dead connection."),
            check("TAB-001", Level.NOTE, "Small table of connections", "When it is full, new connections are dropped."),
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
