package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.TcpBits;
import org.resetscope.firewall.internal.read.Values;

/** Comparisons of one family as conditions of the model. What it does not understand becomes an opaque condition. */
final class NftConditions {

    /** Elements of several values each that become conditions of their own; more are taken together. */
    private static final int MOST_ALTERNATIVES = 32;
    private static final IntervalSet TCP = IntervalSet.of(6, 6);

    private final Family family;
    private final Function<String, NftSet> sets;

    /** @param sets finds those of the table by name; answers null where there is none */
    NftConditions(Family family, Function<String, NftSet> sets) {
        this.family = family;
        this.sets = sets;
    }

    /**
     * What a comparison asks: one of these lists of conditions, all of each.
     *
     * @return empty where no packet of the family can fulfil it
     */
    List<List<Atom>> of(NftStatement.Match match) {
        List<NftValue> values = values(match.right());
        boolean negated = match.operator().equals("!=") || match.operator().equals("!");
        List<Atom> implied = new ArrayList<>();
        for (String selector : match.selectors()) {
            if (!implied(selector, implied)) {
                return List.of();
            }
        }
        List<List<Atom>> asked = match.selectors().size() > 1 ? several(match, values, negated)
                : single(match, match.selectors().get(0), values, negated);
        return asked.stream().map(a -> {
            List<Atom> both = new ArrayList<>(implied);
            both.addAll(a);
            return both;
        }).toList();
    }

    /** Conditions for one key of a verdict map. */
    List<List<Atom>> of(List<String> selectors, List<NftValue> keys) {
        List<List<Atom>> asked = of(new NftStatement.Match(selectors, "==", null,
                new NftValue.Elements(keys.stream().map(k -> new NftValue.Element(k, null, null)).toList())));
        return asked.stream().map(atoms -> atoms.stream().map(NftConditions::mapped).toList()).toList();
    }

    private static Atom mapped(Atom atom) {
        return atom instanceof Atom.State state ? new Atom.State(state.states(), true) : atom;
    }

    /** The values that are meant, those of a set one by one; null where they cannot be told. */
    List<NftValue> values(NftValue value) {
        if (value instanceof NftValue.Named named) {
            NftSet set = sets.apply(named.name());
            return set == null || set.elements() == null ? null : set.elements().stream().map(NftValue.Element::key).toList();
        } else if (value instanceof NftValue.Elements elements) {
            List<NftValue> all = new ArrayList<>();
            for (NftValue.Element element : elements.elements()) {
                if (element.key() instanceof NftValue.Elements || element.key() instanceof NftValue.Named) {
                    List<NftValue> inner = values(element.key());
                    if (inner == null) {
                        return null;
                    }
                    all.addAll(inner);
                } else {
                    all.add(element.key());
                }
            }
            return all;
        }
        return List.of(value);
    }

    /** What a selector asks before anything is compared. */
    private boolean implied(String selector, List<Atom> atoms) {
        String header = selector.substring(0, Math.max(0, selector.indexOf(' ')));
        switch (header) {
            case "ip", "icmp", "igmp" -> {
                if (family != Family.IPV4) {
                    return false;
                }
            }
            case "ip6", "icmpv6", "hbh", "srh", "mh" -> {
                if (family != Family.IPV6) {
                    return false;
                }
            }
            case "arp" -> {
                return false;
            }
            default -> { }
        }
        IntervalSet protocol = switch (header) {
            case "tcp" -> TCP;
            case "udp", "udplite", "sctp", "dccp", "icmp", "icmpv6", "igmp", "ah", "esp", "gre" -> Values.protocol(header);
            case "comp" -> IntervalSet.of(108, 108);
            default -> null;
        };
        if (protocol != null) {
            atoms.add(new Atom.Field(Dimension.PROTOCOL, protocol));
        }
        return true;
    }

    private List<List<Atom>> single(NftStatement.Match match, String selector, List<NftValue> values, boolean negated) {
        switch (selector) {
            case "ct state":
                return one(state(match, values, negated));
            case "tcp flags":
                return flags(match, values, negated);
            case "meta nfproto", "meta protocol":
                return family(match, values, negated);
            default:
                Dimension dimension = dimension(selector);
                IntervalSet set = dimension == null || values == null || match.mask() != null ? null : set(dimension, selector, values);
                if (set != null) {
                    return one(new Atom.Field(dimension, compared(match.operator(), set, dimension.universe(family))));
                }
                return one(opaque(selector, match, negated));
        }
    }

    private static List<List<Atom>> one(Atom atom) {
        return List.of(List.of(atom));
    }

    private static IntervalSet compared(String operator, IntervalSet set, IntervalSet all) {
        if (set.isEmpty()) {
            return operator.equals("!=") ? all : set;
        }
        return switch (operator) {
            case "!=", "!" -> all.minus(set);
            case "<" -> all.intersect(IntervalSet.of(java.math.BigInteger.ZERO, set.smallest().subtract(java.math.BigInteger.ONE)));
            case "<=" -> all.intersect(IntervalSet.of(java.math.BigInteger.ZERO, set.smallest()));
            case ">" -> all.minus(IntervalSet.of(java.math.BigInteger.ZERO, set.smallest()));
            case ">=" -> all.minus(IntervalSet.of(java.math.BigInteger.ZERO, set.smallest().subtract(java.math.BigInteger.ONE)));
            default -> set;
        };
    }

    private static Dimension dimension(String selector) {
        return switch (selector) {
            case "ip saddr", "ip6 saddr" -> Dimension.SOURCE;
            case "ip daddr", "ip6 daddr" -> Dimension.DESTINATION;
            case "tcp sport", "udp sport", "th sport" -> Dimension.SOURCE_PORT;
            case "tcp dport", "udp dport", "th dport" -> Dimension.DESTINATION_PORT;
            case "meta iifname", "meta iif" -> Dimension.IN;
            case "meta oifname", "meta oif" -> Dimension.OUT;
            case "meta l4proto", "ip protocol", "ip6 nexthdr" -> Dimension.PROTOCOL;
            default -> null;
        };
    }

    /** @return null where one of the values cannot be read */
    private IntervalSet set(Dimension dimension, String selector, List<NftValue> values) {
        List<IntervalSet> sets = new ArrayList<>(values.size());
        for (NftValue value : values) {
            IntervalSet set = value instanceof NftValue.Single single ? value(dimension, selector, single.text()) : null;
            if (set == null) {
                return null;
            }
            sets.add(set);
        }
        return IntervalSet.union(sets);
    }

    private IntervalSet value(Dimension dimension, String selector, String text) {
        return switch (dimension) {
            case IN, OUT -> text.endsWith("*") ? Interfaces.prefixed(text.substring(0, text.length() - 1)) : Interfaces.named(text);
            case PROTOCOL -> Values.protocol(text);
            case SOURCE, DESTINATION -> text.indexOf('-') > 0 ? Values.addressRange(selector.startsWith("ip6") ? Family.IPV6 : Family.IPV4, text)
                    : Values.addresses(family, text);
            case SOURCE_PORT, DESTINATION_PORT -> {
                int dash = text.indexOf('-');
                boolean range = dash > 0 && Values.ports(text) == null;
                yield Values.ports(range ? text.substring(0, dash) + ":" + text.substring(dash + 1) : text);
            }
        };
    }

    private Atom state(NftStatement.Match match, List<NftValue> values, boolean negated) {
        Set<CtState> named = states(values);
        Set<CtState> mask = match.mask() == null ? EnumSet.allOf(CtState.class) : states(List.of(match.mask()));
        if (mask == null || named == null && !zero(match.right())) {
            return opaque("ct state", match, negated);
        }
        Set<CtState> fulfilling = EnumSet.noneOf(CtState.class);
        for (CtState state : CtState.values()) {
            boolean equal;
            if (match.mask() == null) {
                equal = named != null && named.contains(state);
            } else if (named == null) { // & mask == 0
                equal = !mask.contains(state);
            } else {
                equal = mask.contains(state) && named.equals(EnumSet.of(state));
            }
            if (equal != negated) {
                fulfilling.add(state);
            }
        }
        return new Atom.State(fulfilling);
    }

    private static boolean zero(NftValue value) {
        return value instanceof NftValue.Single single && Values.number(single.text(), 0) == 0;
    }

    private static Set<CtState> states(List<NftValue> values) {
        if (values == null) {
            return null;
        }
        Set<CtState> states = EnumSet.noneOf(CtState.class);
        for (NftValue value : values) {
            if (value instanceof NftValue.Several several) {
                Set<CtState> inner = states(several.values());
                if (inner == null) {
                    return null;
                }
                states.addAll(inner);
                continue;
            }
            Set<CtState> named = value instanceof NftValue.Single single ? Values.states(List.of(single.text().toUpperCase(Locale.ROOT))) : null;
            if (named == null) {
                return null;
            }
            states.addAll(named);
        }
        return states;
    }

    /**
     * "flags syn" and "flags syn,ack" ask for any of them, "flags == syn" and members of sets for exactly these, "flags & mask == value" for
     * those of a mask.
     */
    private List<List<Atom>> flags(NftStatement.Match match, List<NftValue> values, boolean negated) {
        int mask = match.mask() == null ? TcpBits.ALL : bits(match.mask());
        boolean set = match.right() instanceof NftValue.Elements || match.right() instanceof NftValue.Named;
        boolean any = match.mask() == null && !set && (match.operator().isEmpty() || match.operator().equals("!"));
        if (mask < 0 || values == null || negated && values.size() > 1) {
            return one(opaque("tcp flags", match, negated));
        }
        List<List<Atom>> alternatives = new ArrayList<>();
        for (NftValue value : values) {
            int bits = bits(value);
            if (bits < 0) {
                return one(opaque("tcp flags", match, negated));
            }
            alternatives.add(List.of(any ? new Atom.Flags(bits, 0, !negated) : new Atom.Flags(mask, bits, negated)));
        }
        return alternatives;
    }

    /** @return -1 where they are no flags */
    private static int bits(NftValue value) {
        if (value instanceof NftValue.Several several) {
            int all = 0;
            for (NftValue part : several.values()) {
                int bits = bits(part);
                if (bits < 0) {
                    return -1;
                }
                all |= bits;
            }
            return all;
        }
        String text = value instanceof NftValue.Single single ? single.text() : "?";
        if (text.equals("ecn") || text.equals("cwr")) {
            return 0;
        }
        int number = Values.number(text, 255);
        return number >= 0 ? number & TcpBits.ALL : Values.flags(text);
    }

    private List<List<Atom>> family(NftStatement.Match match, List<NftValue> values, boolean negated) {
        if (values == null) {
            return one(opaque(match.selectors().get(0), match, negated));
        }
        Set<String> mine = family == Family.IPV4 ? Set.of("ipv4", "ip", "0x0800", "2") : Set.of("ipv6", "ip6", "0x86dd", "10");
        boolean holds = values.stream().anyMatch(v -> mine.contains(v.toString()));
        return holds != negated ? List.of(List.of()) : List.of();
    }

    /** A set of combinations: each one, if they are few; else what they have in common. */
    private List<List<Atom>> several(NftStatement.Match match, List<NftValue> values, boolean negated) {
        String key = String.join(" . ", match.selectors());
        if (values == null || negated) {
            return one(opaque(key, match, negated));
        }
        List<List<Atom>> alternatives = new ArrayList<>();
        Map<Dimension, List<IntervalSet>> hull = new EnumMap<>(Dimension.class);
        for (NftValue value : values) {
            if (!(value instanceof NftValue.Concat concat) || concat.values().size() != match.selectors().size()) {
                return one(opaque(key, match, false));
            }
            List<Atom> atoms = new ArrayList<>();
            for (int i = 0; i < match.selectors().size(); i++) {
                String selector = match.selectors().get(i);
                List<List<Atom>> part = single(new NftStatement.Match(List.of(selector), "==", null, concat.values().get(i)), selector,
                        values(concat.values().get(i)), false);
                if (part.size() != 1) {
                    return part.isEmpty() ? List.of() : one(opaque(key, match, false));
                }
                for (Atom atom : part.get(0)) {
                    atoms.add(atom);
                    if (atom instanceof Atom.Field field) {
                        hull.computeIfAbsent(field.dimension(), d -> new ArrayList<>()).add(field.values());
                    }
                }
            }
            if (alternatives.size() <= MOST_ALTERNATIVES) {
                alternatives.add(atoms);
            }
        }
        if (alternatives.size() <= MOST_ALTERNATIVES) {
            return alternatives;
        }
        List<Atom> common = new ArrayList<>();
        hull.forEach((dimension, sets) -> common.add(new Atom.Field(dimension, IntervalSet.union(sets))));
        common.add(opaque(key, match, false));
        return List.of(common);
    }

    private static Atom opaque(String selector, NftStatement.Match match, boolean negated) {
        String right = words(match.right());
        if (selector.equals("ct direction") && right.equals("reply")) {
            return new Atom.Opaque("ct direction original", Atom.Kind.ORIGINAL_DIRECTION, !negated, false);
        }
        String key = selector.equals("meta mark") ? "mark " + right : selector + (match.mask() == null ? "" : " & " + words(match.mask()))
                + (match.operator().isEmpty() || match.operator().equals("==") || negated ? " " : " " + match.operator() + " ") + right;
        Boolean withoutConnection = selector.startsWith("ct ") && !selector.equals("ct state") ? Boolean.FALSE : null;
        return new Atom.Opaque(key, kind(selector, right, match.mask()), negated, withoutConnection);
    }

    private static String words(NftValue value) {
        if (value instanceof NftValue.Several several) {
            return String.join(",", several.values().stream().map(NftConditions::words).toList());
        } else if (value instanceof NftValue.Concat concat) {
            return String.join(" . ", concat.values().stream().map(NftConditions::words).toList());
        } else if (value instanceof NftValue.Elements elements) {
            return "{ " + String.join(", ", elements.elements().stream().limit(4).map(e -> words(e.key())).toList())
                    + (elements.elements().size() > 4 ? ", ... " + elements.hashCode() : "") + " }";
        }
        return value.toString();
    }

    private static Atom.Kind kind(String selector, String right, NftValue mask) {
        if (mask != null) {
            return selector.equals("meta mark") ? Atom.Kind.MARK : Atom.Kind.OTHER;
        }
        return switch (selector + " " + right) {
            case "fib daddr type local" -> Atom.Kind.LOCAL_DESTINATION;
            case "fib saddr type local" -> Atom.Kind.LOCAL_SOURCE;
            case "ct status dnat" -> Atom.Kind.TRANSLATED_DESTINATION;
            case "ct status snat" -> Atom.Kind.TRANSLATED_SOURCE;
            case "ct direction original" -> Atom.Kind.ORIGINAL_DIRECTION;
            default -> selector.equals("meta mark") ? Atom.Kind.MARK : selector.startsWith("@") ? Atom.Kind.CONTENT : Atom.Kind.OTHER;
        };
    }
}
