package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what nft compares: selectors such as "tcp dport", and values. */
final class NftExpressions {

    /** Sets in sets, and brackets in brackets. */
    private static final int DEEPEST = 16;
    private static final Set<String> HEADERS = Set.of("ip", "ip6", "tcp", "udp", "udplite", "sctp", "dccp", "th", "icmp", "icmpv6", "ether", "vlan",
            "arp", "ah", "esp", "comp", "igmp", "gre", "gretap", "vxlan", "geneve", "rt", "frag", "hbh", "dst", "mh", "exthdr", "socket", "osf", "meta", "ct",
            "tunnel", "ipsec", "rt0", "rt2", "srh");
    /** Keys of "meta" that may be written without it. */
    private static final Set<String> META = Set.of("mark", "iif", "iifname", "iiftype", "iifgroup", "oif", "oifname", "oiftype", "oifgroup", "skuid",
            "skgid", "nftrace", "rtclassid", "ibriport", "obriport", "ibrname", "obrname", "pkttype", "cpu", "cgroup", "priority", "l4proto", "nfproto",
            "protocol", "length", "time", "day", "hour", "random");
    private static final Set<String> GENERATORS = Set.of("numgen", "jhash", "symhash");
    private static final Set<String> LISTS = Set.of(",", "|");

    private final NftLexer lexer;
    private final NftStatements statements;
    private final Map<String, NftValue> defines;

    NftExpressions(NftLexer lexer, NftStatements statements, Map<String, NftValue> defines) {
        this.lexer = lexer;
        this.statements = statements;
        this.defines = defines;
    }

    /** Whether a selector begins with a word. */
    static boolean begins(NftToken token) {
        String word = token.text();
        return !token.quoted() && (HEADERS.contains(word) || META.contains(word) || GENERATORS.contains(word) || word.equals("fib") || word.startsWith("@"));
    }

    /** One selector, in a spelling of its own for each thing that is compared. */
    String selector() throws NftSyntaxException {
        NftToken first = lexer.next();
        String word = first.text();
        if (word.equals("fib")) {
            return fib();
        } else if (GENERATORS.contains(word)) {
            return generator(word);
        } else if (word.startsWith("@")) {
            return payload(word);
        } else if (META.contains(word)) {
            return "meta " + word;
        } else if (!HEADERS.contains(word)) {
            lexer.back(first);
            throw NftSyntaxException.unexpected(first, "a condition or an action");
        }
        NftToken field = word("what is compared");
        if (word.equals("ct") && (field.is("original") || field.is("reply"))) {
            NftToken next = word("what is compared");
            String of = next.is("ip") || next.is("ip6") ? next.text() + " " + word("an address").text() : next.text();
            return "ct " + field.text() + " " + of;
        } else if (word.equals("tcp") && field.is("option")) {
            String option = "tcp option " + word("an option").text();
            NftToken part = lexer.peek();
            return Set.of("size", "kind", "length", "count", "left", "right", "tsval", "tsecr").contains(part.text())
                    ? option + " " + lexer.next().text() : option;
        }
        return word + " " + field.text();
    }

    private String fib() throws NftSyntaxException {
        StringBuilder words = new StringBuilder("fib");
        for (NftToken next = word("an address"); ; next = word("what is looked up")) {
            words.append(' ').append(next.text());
            if (lexer.peek().is(".")) {
                words.append(' ').append(lexer.next().text());
            } else if (Set.of("type", "oif", "oifname").contains(next.text())) {
                return words.toString();
            }
        }
    }

    private String generator(String kind) throws NftSyntaxException {
        StringBuilder words = new StringBuilder(kind);
        while (lexer.peek().isWord() && !lexer.peek().is("mod")) {
            words.append(' ').append(lexer.next().text());
        }
        for (String option : List.of("mod", "seed", "offset")) {
            if (lexer.peek().is(option)) {
                words.append(' ').append(lexer.next().text()).append(' ').append(word("a number").text());
            }
        }
        return words.toString();
    }

    private String payload(String base) throws NftSyntaxException {
        StringBuilder words = new StringBuilder(base);
        while (lexer.peek().is(",")) {
            lexer.next();
            words.append(',').append(word("a number").text());
        }
        return words.toString();
    }

    /** What stands to the right of an operator. */
    NftValue value() throws NftSyntaxException {
        return value(0);
    }

    private NftValue value(int depth) throws NftSyntaxException {
        NftValue first = concat(depth);
        if (!LISTS.contains(lexer.peek().text()) || lexer.peek().quoted()) {
            return first;
        }
        List<NftValue> values = new ArrayList<>(List.of(first));
        while (LISTS.contains(lexer.peek().text()) && !lexer.peek().quoted()) {
            lexer.next();
            values.add(concat(depth));
        }
        return new NftValue.Several(values);
    }

    private NftValue concat(int depth) throws NftSyntaxException {
        NftValue first = primary(depth);
        if (!lexer.peek().is(".")) {
            return first;
        }
        List<NftValue> values = new ArrayList<>(List.of(first));
        while (lexer.peek().is(".")) {
            lexer.next();
            values.add(primary(depth));
        }
        return new NftValue.Concat(values);
    }

    private NftValue primary(int depth) throws NftSyntaxException {
        NftToken token = lexer.next();
        if (depth > DEEPEST) {
            throw new NftSyntaxException(token, "this is nested too deeply");
        } else if (token.is("{")) {
            return elements(depth + 1);
        } else if (token.is("(")) {
            NftValue inner = value(depth + 1);
            expect(")");
            return inner;
        } else if (!token.isWord()) {
            lexer.back(token);
            throw NftSyntaxException.unexpected(token, "a value");
        } else if (!token.quoted() && token.text().startsWith("$")) {
            return define(token);
        } else if (!token.quoted() && token.text().startsWith("@") && token.text().length() > 1) {
            return new NftValue.Named(token.text().substring(1));
        }
        String text = token.text();
        if (lexer.peek().is("-")) { // a range of strings: "17:00"-"19:00"
            lexer.next();
            text += "-" + word("the end of the range").text();
        } else if (text.endsWith("-") && lexer.peek().text().startsWith("$")) {
            text += define(lexer.next());
        }
        return new NftValue.Single(text);
    }

    private NftValue define(NftToken token) throws NftSyntaxException {
        String name = token.text().substring(1);
        NftValue value = defines.get(name);
        if (value != null) {
            return value;
        }
        int dash = name.indexOf('-'); // $low-$high, $net/24 and the like
        throw new NftSyntaxException(token, "nothing defines '$" + NftSyntaxException.shortened(dash < 0 ? name : name.substring(0, dash)) + "'");
    }

    /** The elements of a set or a map; "{" is read already. */
    private NftValue elements(int depth) throws NftSyntaxException {
        List<NftValue.Element> elements = new ArrayList<>();
        Map<String, NftValue.Single> same = new HashMap<>();
        skipLines();
        while (!lexer.peek().is("}")) {
            NftValue key = concat(depth);
            while (lexer.peek().is("|")) {
                lexer.next();
                key = new NftValue.Several(List.of(key, concat(depth)));
            }
            options();
            NftStatement.Verdict verdict = null;
            NftValue data = null;
            if (lexer.peek().is(":")) {
                lexer.next();
                skipLines();
                verdict = statements.verdict();
                data = verdict == null ? shared(concat(depth), same) : null;
                options();
            }
            elements.add(new NftValue.Element(key, verdict, data));
            skipLines();
            if (lexer.peek().is(",")) {
                lexer.next();
                skipLines();
            } else if (!lexer.peek().is("}")) {
                throw NftSyntaxException.unexpected(lexer.peek(), "',' or '}'");
            }
        }
        lexer.next();
        return new NftValue.Elements(elements);
    }

    private static NftValue shared(NftValue value, Map<String, NftValue.Single> same) {
        return value instanceof NftValue.Single single ? same.computeIfAbsent(single.text(), t -> single) : value;
    }

    /** What an element may have beside its value: a time-out, a counter, a comment. */
    private void options() throws NftSyntaxException {
        skipLines();
        while (lexer.peek().isWord() && !lexer.peek().quoted()) {
            NftToken option = lexer.next();
            switch (option.text()) {
                case "timeout", "expires", "comment" -> lexer.next();
                case "counter", "limit", "quota", "packets", "bytes", "rate", "over", "burst", "until", "used", "ct", "count" -> {
                    while (lexer.peek().isWord() || lexer.peek().is("/")) {
                        if (lexer.next().is("comment")) {
                            lexer.next();
                        }
                    }
                }
                default -> throw NftSyntaxException.unexpected(option, "',' or '}'");
            }
            skipLines();
        }
    }

    void skipLines() {
        while (lexer.peek().is(NftToken.NEWLINE)) {
            lexer.next();
        }
    }

    NftToken word(String wanted) throws NftSyntaxException {
        NftToken token = lexer.next();
        if (!token.isWord()) {
            lexer.back(token);
            throw NftSyntaxException.unexpected(token, wanted);
        }
        return token;
    }

    void expect(String sign) throws NftSyntaxException {
        NftToken token = lexer.next();
        if (!token.is(sign)) {
            lexer.back(token);
            throw NftSyntaxException.unexpected(token, "'" + sign + "'");
        }
    }
}
