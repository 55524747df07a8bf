package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.read.Problems;

/** Reads the inside of a chain. A rule that cannot be read is told and left out. */
final class NftChainReader {

    private static final int LONGEST_SHOWN = 300;
    /** Chains in chains that are written where they are called. */
    private static final int DEEPEST = 16;

    private final ConfigurationText text;
    private final NftLexer lexer;
    private final Problems problems;
    private final NftTable table;
    private final NftFile.Include include;
    private final NftStatements statements;
    private int depth;

    NftChainReader(ConfigurationText text, NftLexer lexer, Problems problems, Map<String, NftValue> defines, NftTable table, NftFile.Include include) {
        this.text = text;
        this.lexer = lexer;
        this.problems = problems;
        this.table = table;
        this.include = include;
        this.statements = new NftStatements(lexer, text.name(), defines, this::anonymous);
    }

    /** Up to the closing brace; the opening one is read already. */
    void body(NftChain chain) throws NftSyntaxException {
        while (true) {
            NftToken token = lexer.peek();
            if (token.is("}")) {
                lexer.next();
                chain.end(new Source(text.name(), token.line(), token.column(), token.column(), ""));
                return;
            } else if (token.isEnd()) {
                throw new NftSyntaxException(token, "the text ends within chain " + chain.name());
            } else if (token.endsStatement()) {
                lexer.next();
                continue;
            }
            int outer = lexer.depth();
            try {
                part(chain, token);
            } catch (NftSyntaxException e) {
                problems.add("syntax", text.name(), e.token().line(), e.token().column(), e.getMessage() + "; this rule is left out");
                lexer.skipStatement(outer);
            }
        }
    }

    private void part(NftChain chain, NftToken token) throws NftSyntaxException {
        switch (token.text()) {
            case "type" -> base(chain);
            case "policy" -> policy(chain);
            case "comment" -> {
                lexer.next();
                statements.expressions().word("a comment");
            }
            case "devices", "device" -> lexer.skipStatement(lexer.depth());
            case "include" -> {
                lexer.next();
                include.read(text, token, statements.expressions().word("a file").text());
            }
            default -> rule(chain, chain.rules().size());
        }
    }

    /** The rule of an "add rule" or "insert rule" command. */
    void command(NftChain chain, boolean insert) throws NftSyntaxException {
        while (lexer.peek().is("position") || lexer.peek().is("handle") || lexer.peek().is("index")) {
            lexer.next();
            statements.expressions().word("a number");
        }
        rule(chain, insert ? 0 : chain.rules().size());
    }

    private void rule(NftChain chain, int position) throws NftSyntaxException {
        NftToken first = lexer.peek();
        List<NftStatement> read = statements.rule();
        NftToken end = lexer.peek();
        String written = lexer.text(first.offset(), end.offset()).strip();
        int column = end.line() == first.line() ? end.column() : first.endColumn();
        Source source = new Source(text.name(), first.line(), first.column(), Math.max(first.endColumn(), column), shown(written));
        if (!read.isEmpty()) {
            chain.rules().add(position, new NftChain.Written(read, source));
        }
    }

    static String shown(String written) {
        String line = written.replaceAll("\\s+", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    }

    private String anonymous(NftToken brace) throws NftSyntaxException {
        if (++depth > DEEPEST) {
            throw new NftSyntaxException(brace, "chains are nested too deeply");
        }
        NftChain chain = table.chain("(line " + brace.line() + ":" + brace.column() + ")");
        body(chain);
        depth--;
        return chain.name();
    }

    private void base(NftChain chain) throws NftSyntaxException {
        NftToken first = lexer.next();
        String type = statements.expressions().word("filter, nat or route").text();
        NftToken hook = null;
        List<String> devices = new ArrayList<>();
        StringBuilder priority = new StringBuilder();
        NftToken priorityAt = first;
        NftToken last = first;
        while (!lexer.peek().endsStatement()) {
            last = lexer.next();
            switch (last.text()) {
                case "hook" -> hook = statements.expressions().word("a hook");
                case "device", "devices" -> {
                    if (lexer.peek().is("=")) {
                        lexer.next();
                    }
                    devices(statements.expressions().value(), devices);
                }
                case "priority" -> {
                    priorityAt = lexer.peek();
                    while (!lexer.peek().endsStatement()) {
                        NftToken word = lexer.peek();
                        if (word.text().startsWith("$")) {
                            priority.append(' ').append(statements.expressions().value());
                        } else {
                            priority.append(' ').append(lexer.next().text());
                        }
                    }
                }
                default -> throw NftSyntaxException.unexpected(last, "hook, device or priority");
            }
        }
        Integer number = NftPriority.of(priority.toString());
        if (hook == null) {
            throw NftSyntaxException.unexpected(lexer.peek(), "a hook");
        } else if (number == null) {
            throw NftSyntaxException.unexpected(priorityAt, "a priority");
        }
        Hook known = hook(hook);
        if (known != null) {
            chain.base(new NftChain.Base(type, known, number, devices, new Source(text.name(), first.line(), first.column(), last.endColumn(),
                    shown(lexer.text(first.offset(), lexer.offset()).strip()))));
        }
    }

    private Hook hook(NftToken token) throws NftSyntaxException {
        if (token.is("egress")) {
            problems.add("not-modelled", text.name(), token.line(), token.column(), "chains at egress are not judged");
            return null;
        }
        try {
            return Hook.valueOf(token.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw NftSyntaxException.unexpected(token, "a hook");
        }
    }

    private static void devices(NftValue value, List<String> devices) {
        if (value instanceof NftValue.Single single) {
            devices.add(single.text());
        } else if (value instanceof NftValue.Elements elements) {
            elements.elements().forEach(e -> devices(e.key(), devices));
        }
    }

    private void policy(NftChain chain) throws NftSyntaxException {
        NftToken first = lexer.next();
        NftToken word = lexer.peek();
        String policy = statements.expressions().value().toString();
        Source place = new Source(text.name(), first.line(), first.column(), word.endColumn(), "policy " + policy);
        switch (policy) {
            case "accept" -> chain.policy(new Effect.Accept(), place);
            case "drop" -> chain.policy(new Effect.Drop(), place);
            default -> problems.add("refused", text.name(), word.line(), word.column(), "nft refuses this: a policy is accept or drop, not "
                    + NftSyntaxException.shortened(policy) + "; accept is assumed");
        }
    }
}
