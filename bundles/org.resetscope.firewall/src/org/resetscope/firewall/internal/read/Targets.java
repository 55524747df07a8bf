package org.resetscope.firewall.internal.read;

import java.util.List;
import java.util.Set;

import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;

/** What "-j" stands for. Whatever is neither built in nor an extension known here is a chain. */
public final class Targets {

    /** Extensions after which the next rule is asked, and which change nothing that matters here. */
    private static final Set<String> PASSIVE = Set.of("AUDIT", "CHECKSUM", "CLASSIFY", "CLUSTERIP", "CONNMARK", "CONNSECMARK", "DSCP",
            "ECN", "HL", "HMARK", "IDLETIMER", "LED", "RATEEST", "SECMARK", "SET", "TCPOPTSTRIP", "TEE", "TOS", "TRACE", "TTL",
            "ACCOUNT", "IPMARK", "LOGMARK", "SYSRQ");

    private Targets() {
    }

    /** @param words the target and its options; at least one */
    static Effect effect(Family family, List<Token> words) {
        String name = words.get(0).text();
        return switch (name) {
            case "ACCEPT" -> new Effect.Accept();
            case "DROP", "STEAL" -> new Effect.Drop();
            case "RETURN" -> new Effect.Return();
            case "REJECT" -> reject(value(words, "--reject-with"));
            case "LOG", "NFLOG", "ULOG" -> new Effect.Log();
            case "NOTRACK" -> new Effect.NoTrack();
            case "CT" -> has(words, "--notrack") ? new Effect.NoTrack() : new Effect.Other(name);
            case "SYNPROXY" -> new Effect.SynProxy();
            case "QUEUE", "NFQUEUE" -> new Effect.Queue();
            case "MARK" -> new Effect.Mark();
            case "CONNMARK" -> has(words, "--restore-mark") ? new Effect.Mark() : new Effect.Other(name);
            case "SNAT" -> nat(family, true, value(words, "--to-source"), random(words));
            case "DNAT" -> nat(family, false, value(words, "--to-destination"), random(words));
            case "MASQUERADE" -> new Effect.Nat(true, null, natPorts(value(words, "--to-ports")), random(words));
            case "REDIRECT" -> new Effect.Nat(false, null, natPorts(value(words, "--to-ports")), random(words));
            case "NETMAP" -> new Effect.Nat(false, Values.addresses(family, String.valueOf(value(words, "--to"))), null, false);
            case "TCPMSS" -> new Effect.ClampMss();
            case "FLOWOFFLOAD" -> new Effect.Offload();
            case "TPROXY" -> new Effect.Accept();
            default -> PASSIVE.contains(name) ? new Effect.Other(name) : new Effect.Jump(name);
        };
    }

    private static Effect reject(String with) {
        String type = with == null ? "icmp-port-unreachable" : with;
        return type.equals("tcp-reset") || type.equals("tcp-rst") ? new Effect.Reset() : new Effect.Icmp(type);
    }

    /** @param to address, or range, with ":port" or ":port-port"; IPv6 with ports in brackets; null where missing */
    public static Effect nat(Family family, boolean source, String to, boolean random) {
        if (to == null) {
            return new Effect.Nat(source, null, null, random);
        }
        String address = to;
        String ports = null;
        int bracket = to.indexOf(']');
        if (to.startsWith("[") && bracket > 0) {
            address = to.substring(1, bracket).replace("]-[", "-");
            ports = to.startsWith(":", bracket + 1) ? to.substring(bracket + 2) : null;
        } else if (family == Family.IPV4 && to.indexOf(':') >= 0) {
            address = to.substring(0, to.indexOf(':'));
            ports = to.substring(to.indexOf(':') + 1);
        }
        return new Effect.Nat(source, address.isEmpty() ? null : Values.addressRange(family, address), natPorts(ports), random);
    }

    private static IntervalSet natPorts(String text) {
        return text == null ? null : Values.ports(text.replace('-', ':'));
    }

    private static boolean random(List<Token> words) {
        return has(words, "--random") || has(words, "--random-fully");
    }

    private static boolean has(List<Token> words, String option) {
        return words.stream().anyMatch(w -> w.is(option));
    }

    private static String value(List<Token> words, String option) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).is(option)) {
                return words.get(i + 1).text();
            }
        }
        return null;
    }
}
