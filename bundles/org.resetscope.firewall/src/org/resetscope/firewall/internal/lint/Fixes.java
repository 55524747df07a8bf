package org.resetscope.firewall.internal.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Ways out, as edits of the text. */
final class Fixes {

    static final String DROP_INVALID = "-m conntrack --ctstate INVALID -j DROP";

    /** What stands before a rule's conditions: perhaps a program and a table, the command and the chain. */
    private static final Pattern COMMAND = Pattern.compile("^(?:\\[\\d+:\\d+\\]\\s+)?(.*?)(-A|-I|--append|--insert)\\s+(\\S+)");

    private Fixes() {
    }

    /** Writes a rule so that it is asked before another. */
    static List<Fix> before(Rule rule, String conditions, String description) {
        return before(rule.source(), conditions, description);
    }

    private static List<Fix> before(Source source, String conditions, String description) {
        Matcher command = COMMAND.matcher(source.text());
        if (source.file() == null || !command.find()) {
            return List.of();
        }
        boolean insert = command.group(2).contains("-I") || command.group(2).contains("insert");
        // of two insertions at the top, the later one is asked first
        int line = source.line() + (insert ? 1 : 0);
        String text = command.group(1) + command.group(2) + " " + command.group(3) + " " + conditions + "\n";
        return List.of(new Fix(description, List.of(insertion(source.file(), line, text))));
    }

    /** Writes a rule at the start of a chain that netfilter calls, in a new table where the text has none. */
    static List<Fix> first(Scene scene, String table, String chain, String conditions, String description) {
        Chain present = scene.chain(table, chain);
        if (present != null && !present.rules().isEmpty() && present.rules().get(0).source().text().contains("-A")) {
            return before(present.rules().get(0), conditions, description);
        }
        String rule = "-A " + chain + " " + conditions + "\n";
        Source end = scene.rules().table(scene.family(), table).map(Table::end).orElse(null);
        if (end != null) {
            return List.of(new Fix(description, List.of(insertion(end.file(), end.line(), rule))));
        }
        Source other = scene.rules().tables().stream().filter(t -> t.family() == scene.family() && t.end() != null).map(Table::end).findFirst()
                .orElse(null);
        if (present != null || other == null) {
            return List.of();
        }
        return List.of(new Fix(description, List.of(insertion(other.file(), other.line() + 1, "*" + table + "\n" + rule + "COMMIT\n"))));
    }

    /** Puts another target into a rule. */
    static List<Fix> target(Rule rule, String target, String description) {
        Source place = rule.target();
        return List.of(new Fix(description,
                List.of(new Edit(place.file(), place.line(), place.column(), place.line(), place.endColumn(), target))));
    }

    /** Takes a rule away and writes another one at the start of a chain. */
    static List<Fix> move(Scene scene, Rule rule, String table, String chain, String conditions, String description) {
        Source from = rule.source();
        Edit deletion = new Edit(from.file(), from.line(), 1, from.line() + 1, 1, "");
        return first(scene, table, chain, conditions, description).stream()
                .map(f -> new Fix(description, List.of(deletion, f.edits().get(0)))).toList();
    }

    private static Edit insertion(String file, int line, String text) {
        return new Edit(file, line, 1, line, 1, text);
    }
}
