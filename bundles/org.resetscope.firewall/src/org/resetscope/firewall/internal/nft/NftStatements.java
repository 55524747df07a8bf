package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Source;

/** Reads the statements of rules. */
final class NftStatements {

    /** Reads a chain that is written where it is called, and names it. */
    @FunctionalInterface
    interface Anonymous {
        String chain(NftToken brace) throws NftSyntaxException;
    }

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "!", "in", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Map<String, String> SPELLED = Map.of("eq", "==", "ne", "!=", "lt", "<", "gt", ">", "le", "<=", "ge", ">=", "in", "==");
    private static final Set<String> VERDICTS = Set.of("accept", "drop", "continue", "return", "jump", "goto", "queue");

    private final NftLexer lexer;
    private final NftExpressions expressions;
    private final Anonymous anonymous;
    private final String file;

    /** @param file as the user names it */
    NftStatements(NftLexer lexer, String file, Map<String, NftValue> defines, Anonymous anonymous) {
        this.lexer = lexer;
        this.file = file;
        this.anonymous = anonymous;
        this.expressions = new NftExpressions(lexer, this, defines);
    }

    NftExpressions expressions() {
        return expressions;
    }

    /** All statements up to the end of the rule. */
    List<NftStatement> rule() throws NftSyntaxException {
        List<NftStatement> statements = new ArrayList<>();
        while (!lexer.peek().endsStatement()) {
            statement(statements);
        }
        return statements;
    }

    private void statement(List<NftStatement> statements) throws NftSyntaxException {
        NftToken first = lexer.peek();
        NftStatement.Verdict verdict = verdict();
        if (verdict != null) {
            statements.add(verdict);
            return;
        }
        switch (first.text()) {
            case "reject" -> statements.add(reject());
            case "counter" -> statements.add(action(lexer.next(), "other", "packets", "bytes", "name"));
            case "log" -> statements.add(log());
            case "limit" -> statements.add(limit());
            case "quota" -> statements.add(quota());
            case "snat", "dnat", "masquerade", "redirect" -> statements.add(nat());
            case "notrack" -> statements.add(action(lexer.next(), "notrack"));
            case "synproxy" -> statements.add(synproxy());
            case "flow" -> statements.add(flow());
            case "tproxy", "dup", "fwd" -> statements.add(rest(lexer.next(), first.is("fwd") ? "forward" : "other"));
            case "add", "update", "delete", "set", "meter" -> statements.add(dynamic());
            case "xt" -> statements.add(extension());
            case "comment" -> {
                lexer.next();
                expressions.word("a comment");
            }
            case "last" -> statements.add(rest(lexer.next(), "other"));
            default -> comparison(statements);
        }
    }

    /** A verdict, or null where there is none. */
    NftStatement.Verdict verdict() throws NftSyntaxException {
        NftToken token = lexer.peek();
        if (token.quoted() || !VERDICTS.contains(token.text())) {
            return null;
        }
        lexer.next();
        switch (token.text()) {
            case "jump", "goto" -> {
                if (lexer.peek().is("{")) {
                    return new NftStatement.Verdict(place(token, token), token.text(), anonymous.chain(lexer.next()));
                }
                NftToken name = expressions.word("the name of a chain");
                return new NftStatement.Verdict(place(token, name), token.text(), name.text());
            }
            case "queue" -> {
                NftStatement.Action all = rest(token, "queue");
                return new NftStatement.Verdict(all.place(), "queue", null);
            }
            default -> {
                return new NftStatement.Verdict(place(token, token), token.text(), null);
            }
        }
    }

    private NftStatement reject() throws NftSyntaxException {
        NftToken first = lexer.next();
        if (!lexer.peek().is("with")) {
            return new NftStatement.Verdict(place(first, first), "reject", null);
        }
        lexer.next();
        NftToken kind = expressions.word("icmp, icmpv6, icmpx or tcp");
        NftToken last = expressions.word("what is answered");
        if (last.is("type")) {
            last = expressions.word("what is answered");
        }
        return new NftStatement.Verdict(place(first, last), kind.is("tcp") ? "reset" : "reject", null);
    }

    /** An action whose options are pairs of words. */
    private NftStatement.Action action(NftToken first, String kind, String... options) {
        NftToken last = first;
        while (List.of(options).contains(lexer.peek().text())) {
            lexer.next();
            last = lexer.next();
        }
        return new NftStatement.Action(place(first, last), kind);
    }

    /** An action that goes on as far as words do. */
    private NftStatement.Action rest(NftToken first, String kind) {
        NftToken last = first;
        while (lexer.peek().isWord() && !Set.of("accept", "drop", "return", "counter", "comment").contains(lexer.peek().text()) || lexer.peek().is(",")) {
            last = lexer.next();
        }
        return new NftStatement.Action(place(first, last), kind);
    }

    private NftStatement log() {
        NftToken first = lexer.next();
        NftToken last = first;
        while (Set.of("prefix", "level", "flags", "group", "snaplen", "queue-threshold").contains(lexer.peek().text())) {
            boolean flags = lexer.next().is("flags");
            last = lexer.next();
            while (flags && (lexer.peek().is(",") || Set.of("sequence", "options").contains(lexer.peek().text()))) {
                last = lexer.next();
            }
        }
        return new NftStatement.Action(place(first, last), "log");
    }

    private NftStatement limit() throws NftSyntaxException {
        lexer.next();
        NftToken kind = expressions.word("rate or name");
        StringBuilder words = new StringBuilder("limit ").append(kind.text());
        boolean over = lexer.peek().is("over");
        if (over) {
            lexer.next();
        }
        rate(words);
        return new NftStatement.Unknown(words.toString(), over ? Atom.Kind.OVER_LIMIT : Atom.Kind.WITHIN_LIMIT, true);
    }

    /** "10/second burst 5 packets", "10 mbytes/second", a name. */
    private void rate(StringBuilder words) throws NftSyntaxException {
        words.append(' ').append(expressions.word("a rate").text());
        if (lexer.peek().text().contains("/")) {
            words.append(lexer.next().text());
            if (words.charAt(words.length() - 1) == '/') {
                words.append(lexer.next().text());
            }
        }
        if (lexer.peek().is("burst")) {
            lexer.next();
            expressions.word("a number");
            expressions.word("packets or bytes");
        }
    }

    private NftStatement quota() throws NftSyntaxException {
        lexer.next();
        boolean over = false;
        while (Set.of("over", "until", "name", "used").contains(lexer.peek().text())) {
            over |= lexer.next().is("over");
            expressions.word("an amount");
            if (Set.of("bytes", "kbytes", "mbytes").contains(lexer.peek().text())) {
                lexer.next();
            }
        }
        while (Set.of("bytes", "kbytes", "mbytes").contains(lexer.peek().text()) || Character.isDigit((lexer.peek().text() + " ").charAt(0))) {
            lexer.next();
            if (lexer.peek().is("used")) {
                lexer.next();
            }
        }
        return new NftStatement.Unknown("quota", over ? Atom.Kind.OVER_LIMIT : Atom.Kind.WITHIN_LIMIT, true);
    }

    private NftStatement nat() throws NftSyntaxException {
        NftToken first = lexer.next();
        NftToken last = first;
        StringBuilder target = new StringBuilder();
        NftValue map = null;
        while (Set.of("ip", "ip6", "prefix", "interval", "addr", ".", "port").contains(lexer.peek().text())) {
            last = lexer.next();
        }
        if (lexer.peek().is("to")) {
            lexer.next();
            if (NftExpressions.begins(lexer.peek())) {
                expressions.selector();
                while (lexer.peek().is(".")) {
                    lexer.next();
                    expressions.selector();
                }
                if (lexer.peek().is("map")) {
                    lexer.next();
                    map = expressions.value();
                } else {
                    map = new NftValue.Elements(List.of());
                }
            } else {
                last = lexer.peek();
                NftValue written = expressions.value();
                target.append(written instanceof NftValue.Single single ? single.text() : "?");
            }
            while (lexer.peek().is(":") || lexer.peek().text().startsWith(":")) {
                last = lexer.next();
                target.append(last.text());
                if (last.is(":")) {
                    last = expressions.word("a port");
                    target.append(last.text());
                }
            }
        }
        boolean random = false;
        while (Set.of("random", "fully-random", "persistent", ",").contains(lexer.peek().text())) {
            last = lexer.next();
            random |= last.text().contains("random");
        }
        boolean source = first.is("snat") || first.is("masquerade");
        return new NftStatement.Nat(place(first, last), source, target.isEmpty() ? null : target.toString(), map, random);
    }

    private NftStatement synproxy() {
        NftToken first = lexer.next();
        NftToken last = first;
        while (Set.of("mss", "wscale", "name", "timestamp", "sack-perm").contains(lexer.peek().text())) {
            last = lexer.next();
            if (!last.is("timestamp") && !last.is("sack-perm")) {
                last = lexer.next();
            }
        }
        return new NftStatement.Verdict(place(first, last), "synproxy", null);
    }

    private NftStatement flow() throws NftSyntaxException {
        NftToken first = lexer.next();
        expressions.word("add");
        NftToken last = expressions.word("a flow table");
        return new NftStatement.Action(place(first, last), "offload");
    }

    /** A statement that changes a set; with a rate in it, it is a condition. */
    private NftStatement dynamic() throws NftSyntaxException {
        NftToken first = lexer.next();
        StringBuilder words = new StringBuilder(first.text());
        int depth = 0;
        NftToken last = first;
        while (!lexer.peek().isEnd() && (depth > 0 || !lexer.peek().endsStatement())) {
            last = lexer.next();
            depth += last.is("{") ? 1 : last.is("}") ? -1 : 0;
            words.append(' ').append(last.text());
            if (depth == 0 && last.is("}")) {
                break;
            }
        }
        String all = words.toString();
        boolean over = all.contains(" over ");
        if (all.contains(" ct count ")) {
            return new NftStatement.Unknown(all, over ? Atom.Kind.OVER_COUNT : Atom.Kind.WITHIN_COUNT, false);
        } else if (all.contains(" limit ") || all.contains(" quota ")) {
            return new NftStatement.Unknown(all, over ? Atom.Kind.OVER_LIMIT : Atom.Kind.WITHIN_LIMIT, true);
        }
        return new NftStatement.Action(place(first, last), "other");
    }

    /** What iptables' own programs have put there; nft does not tell what it does. */
    private NftStatement extension() throws NftSyntaxException {
        NftToken first = lexer.next();
        NftToken kind = expressions.word("match or target");
        NftToken name = expressions.word("a name");
        return kind.is("target") ? new NftStatement.Action(place(first, name), "other")
                : new NftStatement.Unknown("xt match " + name.text() + " @@" + file + ":" + first.line(), Atom.Kind.OTHER, false);
    }

    private void comparison(List<NftStatement> statements) throws NftSyntaxException {
        NftToken first = lexer.peek();
        List<String> selectors = new ArrayList<>(List.of(expressions.selector()));
        while (lexer.peek().is(".")) {
            lexer.next();
            selectors.add(expressions.selector());
        }
        NftToken next = lexer.peek();
        if (next.is("set") && selectors.size() == 1) {
            statements.add(assignment(first, selectors.get(0)));
        } else if (next.is("vmap")) {
            lexer.next();
            NftToken start = lexer.peek();
            NftValue map = expressions.value();
            statements.add(new NftStatement.VerdictMap(place(first, start), selectors, map));
        } else if (selectors.get(0).equals("ct count")) {
            boolean over = next.is("over");
            if (over) {
                lexer.next();
            }
            String number = expressions.word("a number").text();
            statements.add(new NftStatement.Unknown("ct count " + (over ? "over " : "") + number, over ? Atom.Kind.OVER_COUNT : Atom.Kind.WITHIN_COUNT, true));
        } else {
            statements.add(match(selectors));
        }
    }

    private NftStatement match(List<String> selectors) throws NftSyntaxException {
        NftValue mask = null;
        if (lexer.peek().is("&")) {
            lexer.next();
            mask = expressions.value();
        }
        while (Set.of("^", "|", "<<", ">>", "&").contains(lexer.peek().text())) {
            lexer.next();
            expressions.value();
            mask = new NftValue.Single("?");
        }
        String operator = "";
        if (!lexer.peek().quoted() && COMPARISONS.contains(lexer.peek().text())) {
            operator = lexer.next().text();
            operator = SPELLED.getOrDefault(operator, operator);
        } else if (lexer.peek().endsStatement() && selectors.get(0).startsWith("tcp option")) {
            return new NftStatement.Match(selectors, "", null, new NftValue.Single("exists"));
        }
        NftValue right = expressions.value();
        if (lexer.peek().is("/")) { // tcp flags syn / fin,syn,rst,ack
            lexer.next();
            mask = expressions.value();
            operator = operator.isEmpty() ? "==" : operator;
        }
        return new NftStatement.Match(selectors, operator, mask, right);
    }

    private NftStatement assignment(NftToken first, String selector) throws NftSyntaxException {
        NftToken last = lexer.next();
        while (!lexer.peek().endsStatement()
                && !Set.of("accept", "drop", "return", "jump", "goto", "counter", "log", "continue", "reject").contains(lexer.peek().text())) {
            if (lexer.peek().is("{")) {
                expressions.value();
            } else {
                last = lexer.next();
            }
        }
        String kind = selector.equals("meta mark") || selector.equals("ct mark") ? "mark" : selector.equals("tcp option maxseg size") ? "clamp" : "other";
        return new NftStatement.Action(place(first, last), kind);
    }

    /** A place from one token to another; where they stand on different lines, to the end of the first. */
    private Source place(NftToken first, NftToken last) {
        int end = last.line() == first.line() ? last.endColumn() : first.endColumn();
        return new Source(file, first.line(), first.column(), Math.max(end, first.endColumn()), "");
    }
}
