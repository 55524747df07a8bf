package org.resetscope.firewall.internal.nft;

import java.util.Map;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.read.Problems;

/** Reads the blocks and commands of one text. What cannot be read is told, and passed over up to where the next thing begins. */
final class NftFile {

    /** Reads another file. */
    @FunctionalInterface
    interface Include {
        void read(ConfigurationText from, NftToken place, String name);
    }

    private static final Set<String> FAMILIES = Set.of("ip", "ip6", "inet", "arp", "bridge", "netdev");

    private final ConfigurationText text;
    private final NftLexer lexer;
    private final Problems problems;
    private final Map<String, NftTable> tables;
    private final Map<String, NftValue> defines;
    private final Include include;
    private final NftExpressions values;

    NftFile(ConfigurationText text, Problems problems, Map<String, NftTable> tables, Map<String, NftValue> defines, Include include) {
        this.text = text;
        this.lexer = new NftLexer(text.text());
        this.problems = problems;
        this.tables = tables;
        this.defines = defines;
        this.include = include;
        this.values = new NftStatements(lexer, text.name(), defines, brace -> {
            throw NftSyntaxException.unexpected(brace, "the name of a chain");
        }).expressions();
    }

    void read() {
        while (!lexer.peek().isEnd()) {
            NftToken token = lexer.next();
            try {
                if (!token.is(NftToken.NEWLINE) && !token.is(";")) {
                    command(token);
                }
            } catch (NftSyntaxException e) {
                tell(e);
                lexer.skipStatement(0);
                while (lexer.peek().is("}")) {
                    lexer.next(); // of no block
                }
                lexer.reset();
            }
        }
    }

    private void command(NftToken token) throws NftSyntaxException {
        switch (token.text()) {
            case "table" -> table();
            case "add", "create", "insert", "replace" -> add(token.is("insert"));
            case "flush", "delete", "destroy", "reset", "list" -> remove(token);
            case "define", "redefine" -> define();
            case "undefine" -> defines.remove(values.word("a name").text());
            case "include" -> include.read(text, token, values.word("a file").text());
            default -> throw NftSyntaxException.unexpected(token, "a table or a command");
        }
    }

    private void define() throws NftSyntaxException {
        String name = values.word("a name").text();
        values.expect("=");
        defines.put(name, values.value());
    }

    /** Flushing makes room for what follows; what is taken away of single things is rare enough to be told. */
    private void remove(NftToken command) throws NftSyntaxException {
        boolean all = command.is("flush") && lexer.peek().is("ruleset");
        boolean table = lexer.peek().is("table");
        if (all || table) {
            lexer.next();
        }
        if (all) {
            tables.clear();
        } else if (table && !lexer.peek().endsStatement()) {
            tables.remove(named());
        }
        while (!lexer.peek().endsStatement()) {
            lexer.next();
        }
    }

    /** "inet filter": the key of a table. */
    private String named() throws NftSyntaxException {
        String family = FAMILIES.contains(lexer.peek().text()) ? lexer.next().text() : "ip";
        return family + " " + values.word("the name of a table").text();
    }

    private NftTable named(boolean open) throws NftSyntaxException {
        NftToken place = lexer.peek();
        String key = named();
        if (!open && !tables.containsKey(key)) {
            throw new NftSyntaxException(place, "there is no table " + NftSyntaxException.shortened(key));
        }
        int space = key.indexOf(' ');
        return tables.computeIfAbsent(key, k -> new NftTable(k.substring(0, space), k.substring(space + 1), Language.NFT));
    }

    private void table() throws NftSyntaxException {
        NftToken place = lexer.peek();
        NftTable table = named(true);
        if (table.family().equals("bridge")) {
            problems.add("not-modelled", text.name(), place.line(), place.column(), "what a bridge does to frames is not judged");
        }
        if (lexer.peek().is("{")) {
            lexer.next();
            block(table);
        }
    }

    private void block(NftTable table) throws NftSyntaxException {
        for (NftToken token = lexer.next(); ; token = lexer.next()) {
            if (token.is("}")) {
                table.end(new Source(text.name(), token.line(), token.column(), token.column(), ""));
                return;
            } else if (token.isEnd()) {
                throw new NftSyntaxException(token, "the text ends within table " + table.name());
            } else if (token.is(NftToken.NEWLINE) || token.is(";")) {
                continue;
            }
            int outer = lexer.depth();
            try {
                part(table, token);
            } catch (NftSyntaxException e) {
                if (e.token().isEnd()) {
                    throw e;
                }
                tell(e);
                lexer.skipStatement(outer);
            }
        }
    }

    private void part(NftTable table, NftToken token) throws NftSyntaxException {
        switch (token.text()) {
            case "chain" -> {
                NftChain chain = table.chain(values.word("a name").text());
                values.expect("{");
                new NftChainReader(text, lexer, problems, defines, table, include).body(chain);
            }
            case "set", "map", "meter" -> set(table.set(values.word("a name").text()));
            case "flags" -> {
                if (values.word("a flag").is("dormant")) {
                    table.setDormant();
                }
            }
            case "comment" -> values.word("a comment");
            case "include" -> include.read(text, token, values.word("a file").text());
            case "define" -> define();
            case "flowtable", "ct", "synproxy", "counter", "quota", "limit", "secmark", "tunnel" -> object();
            default -> throw NftSyntaxException.unexpected(token, "a chain, a set or an object");
        }
    }

    /** What has no influence on verdicts, up to the end of its block. */
    private void object() {
        while (!lexer.peek().is("{") && !lexer.peek().endsStatement()) {
            lexer.next();
        }
        if (lexer.peek().is("{")) {
            skipBlock();
        }
    }

    private void set(NftSet set) throws NftSyntaxException {
        values.expect("{");
        for (NftToken token = lexer.next(); !token.is("}"); token = lexer.next()) {
            if (token.isEnd()) {
                throw new NftSyntaxException(token, "the text ends within set " + set.name());
            } else if (token.is("elements")) {
                values.expect("=");
                set.add(values.value());
            } else if (token.is("flags")) {
                while (!lexer.peek().endsStatement()) {
                    NftToken flag = lexer.next();
                    if (flag.is("dynamic") || flag.is("timeout")) {
                        set.setChanging();
                    }
                }
            } else if (token.is("timeout")) {
                set.setChanging();
            }
        }
    }

    private void add(boolean insert) throws NftSyntaxException {
        NftToken kind = lexer.next();
        switch (kind.text()) {
            case "table" -> table();
            case "chain" -> {
                NftTable table = named(false);
                NftChain chain = table.chain(values.word("the name of a chain").text());
                if (lexer.peek().is("{")) {
                    lexer.next();
                    new NftChainReader(text, lexer, problems, defines, table, include).body(chain);
                }
            }
            case "rule" -> {
                NftTable table = named(false);
                NftChain chain = table.chain(values.word("the name of a chain").text());
                new NftChainReader(text, lexer, problems, defines, table, include).command(chain, insert);
            }
            case "set", "map" -> {
                NftSet set = named(false).set(values.word("a name").text());
                if (lexer.peek().is("{")) {
                    set(set);
                }
            }
            case "element" -> named(false).set(values.word("a name").text()).add(values.value());
            case "flowtable", "ct", "synproxy", "counter", "quota", "limit", "secmark" -> object();
            default -> {
                lexer.back(kind);
                if (FAMILIES.contains(kind.text())) { // "add inet t c ..." is short for "add rule inet t c ..."
                    NftTable table = named(false);
                    new NftChainReader(text, lexer, problems, defines, table, include).command(table.chain(values.word("the name of a chain").text()), insert);
                } else {
                    throw NftSyntaxException.unexpected(lexer.next(), "what is added");
                }
            }
        }
    }

    private void tell(NftSyntaxException e) {
        NftToken token = e.token();
        problems.add("syntax", text.name(), token.line(), token.column(), e.getMessage());
    }

    private void skipBlock() {
        int depth = 0;
        do {
            NftToken token = lexer.next();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : token.isEnd() ? -depth : 0;
        } while (depth > 0);
    }
}
