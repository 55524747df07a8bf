package org.resetscope.firewall.internal.fix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.firewall.internal.model.AddressWords;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;

/** Says a remedy as statements of nft's JSON (libnftables-json(5)), spaced as nft prints it. */
final class JsonWords {

    private JsonWords() {
    }

    /** The list of a rule's statements. */
    static String of(Remedy remedy, Family family) {
        Conditions c = Conditions.of(remedy);
        List<String> statements = new ArrayList<>();
        for (Map.Entry<Dimension, IntervalSet> field : c.fields().entrySet()) {
            if (field.getKey() != Dimension.PROTOCOL) {
                statements.add(match("==", selector(field.getKey(), family), values(field.getKey(), field.getValue(), family)));
            }
        }
        if (c.tcp() && statements.stream().noneMatch(s -> s.contains("\"tcp\"")) && c.flags().isEmpty()) {
            statements.add(match("==", "{\"meta\": {\"key\": \"l4proto\"}}", "\"tcp\""));
        }
        for (Atom.Flags f : c.flags()) {
            String masked = "{\"&\": [{\"payload\": {\"protocol\": \"tcp\", \"field\": \"flags\"}}, " + list(Conditions.names(f.mask())) + "]}";
            statements.add(match(f.negated() ? "!=" : "==", masked, list(Conditions.names(f.value()))));
        }
        if (!c.states().isEmpty()) {
            statements.add(match("in", "{\"ct\": {\"key\": \"state\"}}", list(c.states(NftWords.STATES)).toLowerCase(Locale.ROOT)));
        }
        statements.add(statement(remedy.effect()));
        return "[" + String.join(", ", statements) + "]";
    }

    private static String match(String operator, String left, String right) {
        return "{\"match\": {\"op\": \"" + operator + "\", \"left\": " + left + ", \"right\": " + right + "}}";
    }

    private static String statement(Effect effect) {
        if (effect instanceof Effect.ClampMss) {
            return "{\"mangle\": {\"key\": {\"tcp option\": {\"name\": \"maxseg\", \"field\": \"size\"}}, \"value\": {\"rt\": {\"key\": \"mtu\"}}}}";
        }
        return "{\"" + (effect instanceof Effect.Accept ? "accept" : effect instanceof Effect.Drop ? "drop"
                : effect instanceof Effect.NoTrack ? "notrack" : "masquerade") + "\": null}";
    }

    private static String list(List<String> names) {
        String joined = String.join(", ", names.stream().map(n -> '"' + n + '"').toList());
        return names.size() == 1 ? joined : "[" + joined + "]";
    }

    private static String selector(Dimension dimension, Family family) {
        String ip = family == Family.IPV4 ? "ip" : "ip6";
        return switch (dimension) {
            case SOURCE -> payload(ip, "saddr");
            case DESTINATION -> payload(ip, "daddr");
            case SOURCE_PORT -> payload("tcp", "sport");
            case DESTINATION_PORT -> payload("tcp", "dport");
            case IN -> "{\"meta\": {\"key\": \"iifname\"}}";
            case OUT -> "{\"meta\": {\"key\": \"oifname\"}}";
            case PROTOCOL -> "{\"meta\": {\"key\": \"l4proto\"}}";
        };
    }

    private static String payload(String protocol, String field) {
        return "{\"payload\": {\"protocol\": \"" + protocol + "\", \"field\": \"" + field + "\"}}";
    }

    private static String values(Dimension dimension, IntervalSet values, Family family) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            BigInteger[] ends = values.interval(i);
            parts.add(switch (dimension) {
                case IN, OUT -> '"' + NftWords.link(ends) + '"';
                case SOURCE, DESTINATION -> address(AddressWords.of(ends[0], ends[1], family.bits()));
                default -> ends[0].equals(ends[1]) ? ends[0].toString() : range(ends[0].toString(), ends[1].toString());
            });
        }
        return parts.size() == 1 ? parts.get(0) : "{\"set\": [" + String.join(", ", parts) + "]}";
    }

    private static String address(String words) {
        int dash = words.indexOf('-');
        int slash = words.indexOf('/');
        return dash >= 0 ? range('"' + words.substring(0, dash) + '"', '"' + words.substring(dash + 1) + '"')
                : slash >= 0 ? "{\"prefix\": {\"addr\": \"" + words.substring(0, slash) + "\", \"len\": " + words.substring(slash + 1) + "}}"
                : '"' + words + '"';
    }

    private static String range(String from, String to) {
        return "{\"range\": [" + from + ", " + to + "]}";
    }
}
