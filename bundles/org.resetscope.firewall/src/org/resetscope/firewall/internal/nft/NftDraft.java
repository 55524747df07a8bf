package org.resetscope.firewall.internal.nft;

import java.util.List;
import java.util.Map;

import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.read.Problems;

/** A table that another language's reader fills: with rules in nft's words, but the places of that language's text. */
public final class NftDraft {

    private final NftTable table;
    private final Problems problems;
    private final Map<String, NftValue> defines;

    NftDraft(NftTable table, Problems problems, Map<String, NftValue> defines) {
        this.table = table;
        this.problems = problems;
        this.defines = defines;
    }

    /** Whether there is such a chain. */
    public boolean has(String chain) {
        return table.chains().containsKey(chain);
    }

    public void chain(String name) {
        table.chain(name);
    }

    /**
     * A chain that the kernel calls.
     *
     * @param type filter, nat or route
     * @param priority in nft's words
     * @param drops whether packets at its end are dropped; else they are accepted
     * @return false where the priority is none
     */
    public boolean base(String name, String type, Hook hook, String priority, List<String> devices, boolean drops, Source place) {
        Integer number = NftPriority.of(priority);
        if (number == null) {
            return false;
        }
        NftChain chain = table.chain(name);
        chain.base(new NftChain.Base(type, hook, number, devices, place));
        chain.policy(drops ? new Effect.Drop() : new Effect.Accept(), place);
        return true;
    }

    /** A rule at the end of a chain. */
    public void rule(String chain, String words, Source place) {
        NftLexer lexer = new NftLexer(words, place.line());
        NftStatements statements = new NftStatements(lexer, place.file(), defines, brace -> {
            throw NftSyntaxException.unexpected(brace, "the name of a chain");
        });
        try {
            List<NftStatement> read = statements.rule();
            if (!read.isEmpty()) {
                table.chain(chain).rules().add(new NftChain.Written(read, place));
            }
        } catch (NftSyntaxException e) {
            problems.add("syntax", place.file(), place.line(), place.column(), e.getMessage() + "; this rule is left out");
        }
    }

    /** Elements of a set or a map, in nft's words. */
    public void elements(String set, String words, boolean changing, Source place) {
        NftSet named = table.set(set);
        if (changing) {
            named.setChanging();
        }
        if (words != null && !changing) {
            try {
                named.add(new NftStatements(new NftLexer(words, place.line()), place.file(), defines, null).expressions().value());
            } catch (NftSyntaxException e) {
                problems.add("syntax", place.file(), place.line(), place.column(), e.getMessage() + "; this set is left out");
            }
        }
    }

    /** Whether no hook calls its chains. */
    public void setDormant() {
        table.setDormant();
    }

}
