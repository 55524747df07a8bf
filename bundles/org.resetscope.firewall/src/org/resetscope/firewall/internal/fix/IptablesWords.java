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

/** Says a remedy as options of iptables. */
final class IptablesWords {

    /** That the module multiport takes; a range counts twice. */
    private static final int MOST_PORTS = 15;

    private IptablesWords() {
    }

    /** Conditions and target, without the command and the chain; null where iptables cannot say it in one rule. */
    static String of(Remedy remedy, Family family) {
        Conditions c = Conditions.of(remedy);
        List<String> words = new ArrayList<>();
        for (Map.Entry<Dimension, IntervalSet> field : c.fields().entrySet()) {
            String said = switch (field.getKey()) {
                case SOURCE -> address("-s", "src", field.getValue(), family);
                case DESTINATION -> address("-d", "dst", field.getValue(), family);
                case IN -> link("-i", field.getValue());
                case OUT -> link("-o", field.getValue());
                default -> "";
            };
            if (said == null) {
                return null;
            } else if (!said.isEmpty()) {
                words.add(said);
            }
        }
        if (c.tcp()) {
            words.add("-p tcp");
        } else if (c.fields().containsKey(Dimension.PROTOCOL)) {
            return null;
        }
        for (Atom.Flags f : c.flags()) {
            words.add((f.negated() ? "! " : "") + "--tcp-flags " + flags(f.mask()) + " " + flags(f.value()));
        }
        for (Dimension dimension : List.of(Dimension.SOURCE_PORT, Dimension.DESTINATION_PORT)) {
            if (c.fields().containsKey(dimension)) {
                String ports = ports(dimension == Dimension.SOURCE_PORT ? "sport" : "dport", c.fields().get(dimension));
                if (ports == null) {
                    return null;
                }
                words.add(ports);
            }
        }
        if (!c.states().isEmpty()) {
            words.add("-m conntrack --ctstate " + String.join(",", c.states(CtState.INVALID, CtState.NEW, CtState.RELATED, CtState.ESTABLISHED,
                    CtState.UNTRACKED)));
        }
        words.add("-j " + target(remedy.effect()));
        return String.join(" ", words);
    }

    private static String target(Effect effect) {
        return effect instanceof Effect.Accept ? "ACCEPT" : effect instanceof Effect.Drop ? "DROP"
                : effect instanceof Effect.NoTrack ? "CT --notrack" : effect instanceof Effect.ClampMss ? "TCPMSS --clamp-mss-to-pmtu" : "MASQUERADE";
    }

    private static String flags(int mask) {
        return String.join(",", Conditions.names(mask)).toUpperCase(Locale.ROOT);
    }

    private static String address(String option, String range, IntervalSet values, Family family) {
        if (values.size() != 1) {
            return null;
        }
        BigInteger[] ends = values.interval(0);
        String words = AddressWords.of(ends[0], ends[1], family.bits());
        return words.indexOf('-') < 0 ? option + " " + words : "-m iprange --" + range + "-range " + words;
    }

    private static String link(String option, IntervalSet values) {
        return values.size() != 1 ? null : option + " " + link(values.interval(0));
    }

    private static String link(BigInteger[] ends) {
        return Interfaces.name(ends[0]) + (ends[0].equals(ends[1]) ? "" : "+");
    }

    private static String ports(String option, IntervalSet values) {
        List<String> parts = new ArrayList<>();
        int slots = 0;
        for (int i = 0; i < values.size(); i++) {
            BigInteger[] ends = values.interval(i);
            boolean one = ends[0].equals(ends[1]);
            slots += one ? 1 : 2;
            parts.add(ends[0] + (one ? "" : ":" + ends[1]));
        }
        return parts.size() == 1 ? "--" + option + " " + parts.get(0)
                : slots <= MOST_PORTS ? "-m multiport --" + option + "s " + String.join(",", parts) : null;
    }
}
