package org.resetscope.firewall.internal.fix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Writes into texts of iptables-save, and scripts of iptables commands: a rule is a line. */
final class IptablesEditor implements Editor {

    /** What stands before a rule's conditions: perhaps a program and a table, the command and the chain. */
    private static final Pattern COMMAND = Pattern.compile("^(?:\\[\\d+:\\d+\\]\\s+)?(.*?)(-A|-I|--append|--insert)\\s+(\\S+)");

    private final Ruleset rules;
    private final Family family;
    private final Texts texts;

    IptablesEditor(Ruleset rules, Family family, Texts texts) {
        this.rules = rules;
        this.family = family;
        this.texts = texts;
    }

    @Override
    public List<Edit> before(Place place, Remedy remedy) {
        return beside(place.source(), remedy, false);
    }

    @Override
    public List<Edit> after(Place place, Remedy remedy) {
        return beside(place.source(), remedy, true);
    }

    private List<Edit> beside(Source rule, Remedy remedy, boolean after) {
        String words = IptablesWords.of(remedy, family);
        Matcher command = COMMAND.matcher(rule.text());
        if (words == null || rule.file() == null || !command.find()) {
            return List.of();
        }
        // of two insertions at the top, the later one is asked first
        int line = rule.line() + (inserts(command) == after ? 0 : 1);
        return List.of(Texts.insertion(rule.file(), line, 1, command.group(1) + command.group(2) + " " + command.group(3) + " " + words + "\n"));
    }

    private static boolean inserts(Matcher command) {
        return command.group(2).contains("-I") || command.group(2).contains("insert");
    }

    /** In the table filter, or in mangle for a hook that filter does not have; in raw and nat what can be there only. */
    @Override
    public List<Edit> first(Table like, Hook hook, Remedy remedy) {
        String name = remedy.effect() instanceof Effect.NoTrack ? "raw" : remedy.effect() instanceof Effect.Nat ? "nat"
                : hook == Hook.PREROUTING || hook == Hook.POSTROUTING ? "mangle" : "filter";
        String words = IptablesWords.of(remedy, family);
        if (words == null) {
            return List.of();
        }
        Table table = rules.table(family, name).orElse(null);
        Chain present = table == null ? null : table.chains().get(hook.name());
        if (present != null && !present.rules().isEmpty()) {
            return before(new Place(table, present, firstWritten(table, present)), remedy);
        }
        String rule = "-A " + hook.name() + " " + words + "\n";
        Source end = table == null ? null : table.end();
        if (end != null) {
            return List.of(Texts.insertion(end.file(), end.line(), 1, rule));
        }
        Source other = rules.tables().stream().filter(t -> t.family() == family && t.end() != null && t.end().text().equals("COMMIT")).map(Table::end)
                .findFirst().orElse(null);
        return other == null ? appended(name, rule)
                : List.of(Texts.insertion(other.file(), other.line() + 1, 1, "*" + name + "\n" + rule + "COMMIT\n"));
    }

    /** The first rule that a text says: ufw calls its chains by rules of its own. */
    private static Rule firstWritten(Table table, Chain chain) {
        for (Rule rule : chain.rules()) {
            Chain called = rule.source().file() == null && rule.effect() instanceof Effect.Jump jump ? table.chains().get(jump.chain()) : null;
            if (called != null && !called.rules().isEmpty() && called.rules().get(0).source().file() != null) {
                return called.rules().get(0);
            }
        }
        return chain.rules().get(0);
    }

    /** To a script of commands. */
    private List<Edit> appended(String table, String rule) {
        Source last = null;
        for (Table other : rules.tables()) {
            if (other.family() == family && other.language() == Language.IPTABLES) {
                for (Chain chain : other.chains().values()) {
                    for (Rule r : chain.rules()) {
                        last = last == null || r.source().file().equals(last.file()) && r.source().line() > last.line() ? r.source() : last;
                    }
                }
            }
        }
        Matcher command = COMMAND.matcher(last == null ? "" : last.text());
        if (!command.find() || !command.group(1).contains("tables")) {
            return List.of();
        }
        String program = command.group(1).replaceAll("(-t|--table)\\s+\\S+\\s+", "");
        return List.of(Texts.insertion(last.file(), last.line() + 1, 1, program + (table.equals("filter") ? "" : "-t " + table + " ") + rule));
    }

    @Override
    public List<Edit> without(Place place) {
        return List.of(Texts.deletion(place.source().file(), place.source().line()));
    }

    @Override
    public List<Edit> behind(Place place, Place other) {
        Source rule = place.source();
        Source than = other.source();
        return !rule.file().equals(than.file()) ? List.of()
                : List.of(Texts.deletion(rule.file(), rule.line()), Texts.insertion(than.file(), than.line() + 1, 1, texts.line(rule.file(), rule.line()) + "\n"));
    }

    @Override
    public List<Edit> dropping(Place place) {
        Source target = place.rule().target();
        return List.of(new Edit(target.file(), target.line(), target.column(), target.line(), target.endColumn(), "-j DROP"));
    }

    @Override
    public List<Edit> keepingPorts(Place place) {
        Source rule = place.source();
        String without = texts.line(rule.file(), rule.line()).replaceAll("\\s+--random(-fully)?\\b", "");
        return List.of(new Edit(rule.file(), rule.line(), 1, rule.line() + 1, 1, without + "\n"));
    }
}
