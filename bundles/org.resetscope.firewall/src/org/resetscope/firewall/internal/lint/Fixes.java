package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Ways out, as edits of the text in its own language; none where rules cannot be written beside it. */
final class Fixes {

    private Fixes() {
    }

    /** Writes a rule so that it is asked before another. */
    static List<Fix> before(Table table, Rule rule, Remedy remedy, String description) {
        return fix(description, table.language() == Language.IPTABLES ? IptablesFixes.before(rule.source(), remedy)
                : table.language() == Language.NFT ? NftFixes.before(rule.source(), remedy) : null);
    }

    /** Writes a rule at the start of what a hook asks after conntrack; in a new table or chain where the text has none. */
    static List<Fix> first(Scene scene, Hook hook, Remedy remedy, String description) {
        boolean nft = scene.rules().tables().stream().filter(t -> t.family() == scene.family()).allMatch(t -> t.language() == Language.NFT);
        return fix(description, nft ? NftFixes.first(scene, hook, remedy) : IptablesFixes.first(scene, hook, remedy));
    }

    /** Drops what a rule answers. */
    static List<Fix> drop(Table table, Rule rule, String description) {
        String target = table.language() == Language.IPTABLES ? "-j DROP" : table.language() == Language.NFT ? "drop" : null;
        return target == null ? List.of() : replace(rule.target(), target, description);
    }

    /** Takes a rule away and writes another one where a hook asks after conntrack. */
    static List<Fix> move(Scene scene, Table table, Rule rule, Hook hook, Remedy remedy, String description) {
        Source from = rule.source();
        Edit deletion = table.language() == Language.IPTABLES ? new Edit(from.file(), from.line(), 1, from.line() + 1, 1, "")
                : new Edit(from.file(), from.line(), from.column(), from.line(), from.endColumn(), "");
        List<Fix> result = new ArrayList<>();
        first(scene, hook, remedy, description).forEach(f -> result.add(new Fix(description, List.of(deletion, f.edits().get(0)))));
        return result;
    }

    /** Writes something else in a place. */
    static List<Fix> replace(Source place, String text, String description) {
        return place.file() == null || place.line() < 1 ? List.of()
                : fix(description, new Edit(place.file(), place.line(), place.column(), place.line(), place.endColumn(), text));
    }

    static Edit insertion(String file, int line, int column, String text) {
        return new Edit(file, line, column, line, column, text);
    }

    private static List<Fix> fix(String description, Edit edit) {
        return edit == null || edit.file() == null ? List.of() : List.of(new Fix(description, List.of(edit)));
    }
}
