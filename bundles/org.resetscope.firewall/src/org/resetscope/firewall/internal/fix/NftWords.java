package org.resetscope.firewall.internal.fix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.firewall.internal.model.AddressWords;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.IntervalSet;

/** Says a remedy in nft's language. */
final class NftWords {

    /** In the order in which people write them; nft itself has none. */
    static final CtState[] STATES = { CtState.INVALID, CtState.ESTABLISHED, CtState.RELATED, CtState.NEW, CtState.UNTRACKED };

    private NftWords() {
    }

    static String of(Remedy remedy, Family family) {
        Conditions c = Conditions.of(remedy);
        List<String> words = new ArrayList<>();
        for (Map.Entry<Dimension, IntervalSet> field : c.fields().entrySet()) {
            Dimension dimension = field.getKey();
            if (dimension != Dimension.PROTOCOL) {
                words.add(selector(dimension, family) + " " + values(dimension, field.getValue(), family));
            }
        }
        boolean implied = c.fields().containsKey(Dimension.SOURCE_PORT) || c.fields().containsKey(Dimension.DESTINATION_PORT) || !c.flags().isEmpty();
        if (c.tcp() && !implied) {
            words.add("meta l4proto tcp");
        }
        for (Atom.Flags f : c.flags()) {
            words.add("tcp flags & " + flags(f.mask()) + (f.negated() ? " != " : " == ") + flags(f.value()));
        }
        if (!c.states().isEmpty()) {
            words.add("ct state " + String.join(",", c.states(STATES)).toLowerCase(Locale.ROOT));
        }
        words.add(statement(remedy.effect()));
        return String.join(" ", words);
    }

    private static String statement(Effect effect) {
        return effect instanceof Effect.Accept ? "accept" : effect instanceof Effect.Drop ? "drop"
                : effect instanceof Effect.NoTrack ? "notrack" : effect instanceof Effect.ClampMss ? "tcp option maxseg size set rt mtu" : "masquerade";
    }

    private static String flags(int mask) {
        List<String> names = Conditions.names(mask);
        return names.size() == 1 ? names.get(0) : "(" + String.join("|", names) + ")";
    }

    private static String selector(Dimension dimension, Family family) {
        String ip = family == Family.IPV4 ? "ip" : "ip6";
        return switch (dimension) {
            case SOURCE -> ip + " saddr";
            case DESTINATION -> ip + " daddr";
            case SOURCE_PORT -> "tcp sport";
            case DESTINATION_PORT -> "tcp dport";
            case IN -> "iifname";
            case OUT -> "oifname";
            case PROTOCOL -> "meta l4proto";
        };
    }

    private static String values(Dimension dimension, IntervalSet values, Family family) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            BigInteger[] ends = values.interval(i);
            parts.add(switch (dimension) {
                case IN, OUT -> '"' + link(ends) + '"';
                case SOURCE, DESTINATION -> AddressWords.of(ends[0], ends[1], family.bits());
                default -> ends[0] + (ends[0].equals(ends[1]) ? "" : "-" + ends[1]);
            });
        }
        return parts.size() == 1 ? parts.get(0) : "{ " + String.join(", ", parts) + " }";
    }

    static String link(BigInteger[] ends) {
        return Interfaces.name(ends[0]) + (ends[0].equals(ends[1]) ? "" : "*");
    }
}
