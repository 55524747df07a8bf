package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.TcpBits;

/** Reads the options of one rule, "-A CHAIN" already taken off. "!" may stand before an option or, as in old files, after it. */
final class RuleParser {

    private static final Map<String, String> LONG = Map.ofEntries(Map.entry("-p", "--protocol"), Map.entry("--proto", "--protocol"),
            Map.entry("-s", "--source"), Map.entry("--src", "--source"), Map.entry("-d", "--destination"), Map.entry("--dst", "--destination"),
            Map.entry("-i", "--in-interface"), Map.entry("-o", "--out-interface"), Map.entry("-m", "--match"), Map.entry("-j", "--jump"),
            Map.entry("-g", "--goto"), Map.entry("-c", "--set-counters"), Map.entry("-f", "--fragment"),
            Map.entry("--sport", "--source-ports"), Map.entry("--source-port", "--source-ports"), Map.entry("--sports", "--source-ports"),
            Map.entry("--dport", "--destination-ports"), Map.entry("--destination-port", "--destination-ports"),
            Map.entry("--dports", "--destination-ports"), Map.entry("--port", "--ports"));

    private final Family family;
    private final Problems problems;
    private final List<Token> tokens;
    private final Source line;
    private final RuleDraft rule;
    private int next;
    private boolean negated;
    private ConntrackModule conntrack;
    private OpaqueModule opaque;

    /** @param line place of the whole rule */
    private RuleParser(Family family, Problems problems, List<Token> tokens, int first, Source line) {
        this.family = family;
        this.problems = problems;
        this.tokens = tokens;
        this.next = first;
        this.line = line;
        this.rule = new RuleDraft(family);
    }

    /** @param first index of the first word that belongs to the rule's conditions */
    static List<Rule> parse(Family family, Problems problems, List<Token> tokens, int first, Source line) {
        return new RuleParser(family, problems, tokens, first, line).parse();
    }

    private List<Rule> parse() {
        while (next < tokens.size()) {
            Token token = tokens.get(next++);
            if (token.isNot()) {
                negated = !negated;
                continue;
            }
            String option = LONG.getOrDefault(token.text(), token.text());
            if (!token.isOption()) {
                problems.add("unexpected-word", token.column(), "'" + shortened(token.text()) + "' is not an option; it is ignored");
            } else if (!core(option, token) && !known(option, token)) {
                unknown(token);
            }
            negated = false;
        }
        endModule();
        return rule.rules(line);
    }

    /** Options of every rule. */
    private boolean core(String option, Token token) {
        switch (option) {
            case "--protocol" -> field(Dimension.PROTOCOL, token, Values::protocol);
            case "--source" -> field(Dimension.SOURCE, token, t -> Values.addresses(family, t));
            case "--destination" -> field(Dimension.DESTINATION, token, t -> Values.addresses(family, t));
            case "--in-interface" -> field(Dimension.IN, token, RuleParser::interfaces);
            case "--out-interface" -> field(Dimension.OUT, token, RuleParser::interfaces);
            case "--fragment" -> rule.opaque("fragment", Atom.Kind.OTHER, negated, null);
            case "--match" -> module(value(token));
            case "--jump", "--goto" -> target(option.equals("--goto"), token);
            case "--set-counters" -> next = Math.min(next + 2, tokens.size());
            case "-4", "-6", "--ipv4", "--ipv6" -> { }
            case "-t", "--table" -> value(token);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Options of modules that the model understands, with or without their "-m". */
    private boolean known(String option, Token token) {
        switch (option) {
            case "--source-ports" -> field(Dimension.SOURCE_PORT, token, Values::ports);
            case "--destination-ports" -> field(Dimension.DESTINATION_PORT, token, Values::ports);
            case "--ports" -> eitherPort(token);
            case "--src-range" -> field(Dimension.SOURCE, token, t -> Values.addressRange(family, t));
            case "--dst-range" -> field(Dimension.DESTINATION, token, t -> Values.addressRange(family, t));
            case "--syn" -> rule.add(new Atom.Flags(TcpBits.SYN | TcpBits.RST | TcpBits.ACK | TcpBits.FIN, TcpBits.SYN, negated));
            case "--tcp-flags" -> flags(token);
            case "--comment" -> value(token);
            case "--dst-type" -> addressType(token, Atom.Kind.LOCAL_DESTINATION);
            case "--src-type" -> addressType(token, Atom.Kind.LOCAL_SOURCE);
            case "--state", "--ctstate", "--ctstatus", "--ctdir" -> conntrack(option, token);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void module(String name) {
        endModule();
        switch (name) {
            case "state", "conntrack" -> conntrack = new ConntrackModule(name.equals("state"));
            case "tcp", "udp", "multiport", "iprange", "comment", "addrtype" -> { }
            default -> opaque = new OpaqueModule(name);
        }
    }

    private void endModule() {
        if (conntrack != null) {
            conntrack.addTo(rule);
        }
        if (opaque != null) {
            opaque.addTo(rule, line.file() + ":" + line.line());
        }
        conntrack = null;
        opaque = null;
    }

    private void conntrack(String option, Token token) {
        if (conntrack == null) {
            module(option.equals("--state") ? "state" : "conntrack");
        }
        String wrong = conntrack.option(negated, option, value(token));
        if (wrong != null) {
            problems.add("unknown-state", token.column(), wrong);
        }
    }

    /** An option of a module that the model does not understand: up to the next option. */
    private void unknown(Token token) {
        boolean not = negated;
        List<String> values = new ArrayList<>();
        while (next < tokens.size() && !tokens.get(next).isOption() && !tokens.get(next).isNot()) {
            values.add(tokens.get(next++).text());
        }
        if (conntrack != null && token.text().startsWith("--ct")) {
            conntrack.option(not, token.text(), String.join(" ", values));
            return;
        }
        if (opaque == null) {
            opaque = new OpaqueModule("option");
        }
        opaque.option(not, token.text(), values);
    }

    private void target(boolean go, Token token) {
        endModule();
        int end = next;
        while (end < tokens.size() && !LONG.getOrDefault(tokens.get(end).text(), "").equals("--match")
                && !LONG.getOrDefault(tokens.get(end).text(), "").equals("--set-counters")) {
            end++;
        }
        List<Token> words = tokens.subList(next, end);
        if (words.isEmpty()) {
            problems.add("missing-value", token.column(), token.text() + " names no target; the rule does nothing");
            return;
        }
        next = end;
        int endColumn = words.get(words.size() - 1).endColumn();
        Source place = new Source(line.file(), line.line(), token.column(), endColumn, "");
        rule.effect(go ? new Effect.Goto(words.get(0).text())
                : Targets.effect(family, words), place);
    }

    private void field(Dimension dimension, Token option, Function<String, IntervalSet> read) {
        int at = next;
        String text = value(option);
        IntervalSet values = read.apply(text);
        if (values != null) {
            rule.field(dimension, values, negated);
        } else if (text != null) {
            // a host name or a mask with holes: real, but only the device knows what it stands for
            problems.add("unknown-value", tokens.get(Math.min(at, tokens.size() - 1)).column(),
                    "'" + shortened(text) + "' cannot be read as a value of " + option.text() + "; the condition is taken to be unknown");
            rule.opaque(dimension + " " + text, Atom.Kind.OTHER, negated, null);
        }
    }

    private void eitherPort(Token token) {
        IntervalSet ports = Values.ports(value(token));
        if (ports == null) {
            problems.add("unknown-value", token.column(), "these are no ports; the condition is taken to be unknown");
            rule.opaque("ports", Atom.Kind.OTHER, negated, null);
        } else if (negated) {
            rule.field(Dimension.SOURCE_PORT, ports, true);
            rule.field(Dimension.DESTINATION_PORT, ports, true);
        } else {
            rule.either(new Atom.Field(Dimension.SOURCE_PORT, ports), new Atom.Field(Dimension.DESTINATION_PORT, ports));
        }
    }

    private void flags(Token token) {
        int mask = Values.flags(value(token));
        int value = Values.flags(value(token));
        if (mask < 0 || value < 0) {
            problems.add("unknown-value", token.column(), "these are no TCP flags; the condition is taken to be unknown");
            rule.opaque("flags " + line.text(), Atom.Kind.OTHER, negated, null);
        } else {
            rule.add(new Atom.Flags(mask, value, negated));
        }
    }

    private void addressType(Token token, Atom.Kind local) {
        String type = value(token);
        rule.opaque("addrtype " + token.text() + " " + type, type.equals("LOCAL") ? local : Atom.Kind.OTHER, negated, null);
    }

    private static IntervalSet interfaces(String name) {
        return name.endsWith("+") ? Interfaces.prefixed(name.substring(0, name.length() - 1)) : Interfaces.named(name);
    }

    /** The next word, after an old-style "!"; empty, and told, where there is none. */
    private String value(Token option) {
        if (next < tokens.size() && tokens.get(next).isNot()) {
            negated = !negated;
            next++;
        }
        if (next >= tokens.size()) {
            problems.add("missing-value", option.column(), option.text() + " has no value");
            return "";
        }
        return tokens.get(next++).text();
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }
}
