package org.resetscope.firewall.internal.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Rules written into a text of iptables-save, or a script of iptables commands. */
final class IptablesFixes {

    /** What stands before a rule's conditions: perhaps a program and a table, the command and the chain. */
    private static final Pattern COMMAND = Pattern.compile("^(?:\\[\\d+:\\d+\\]\\s+)?(.*?)(-A|-I|--append|--insert)\\s+(\\S+)");

    private IptablesFixes() {
    }

    /** @return null where the place is no rule's */
    static Edit before(Source rule, Remedy remedy) {
        Matcher command = COMMAND.matcher(rule.text());
        if (rule.file() == null || !command.find()) {
            return null;
        }
        boolean insert = command.group(2).contains("-I") || command.group(2).contains("insert");
        // of two insertions at the top, the later one is asked first
        int line = rule.line() + (insert ? 1 : 0);
        String text = command.group(1) + command.group(2) + " " + command.group(3) + " " + remedy.iptables() + "\n";
        return Fixes.insertion(rule.file(), line, 1, text);
    }

    /** In the table filter, or in mangle for a hook that filter does not have. */
    static Edit first(Scene scene, Hook hook, Remedy remedy) {
        String table = hook == Hook.PREROUTING || hook == Hook.POSTROUTING ? "mangle" : "filter";
        Chain present = scene.rules().table(scene.family(), table).map(t -> t.chains().get(hook.name())).orElse(null);
        if (present != null && !present.rules().isEmpty() && present.rules().get(0).source().text().contains("-A")) {
            return before(present.rules().get(0).source(), remedy);
        }
        String rule = "-A " + hook.name() + " " + remedy.iptables() + "\n";
        Source end = scene.rules().table(scene.family(), table).map(Table::end).orElse(null);
        if (end != null) {
            return Fixes.insertion(end.file(), end.line(), 1, rule);
        }
        Source other = scene.rules().tables().stream()
                .filter(t -> t.family() == scene.family() && t.end() != null && t.end().text().equals("COMMIT")).map(Table::end).findFirst().orElse(null);
        return present != null || other == null ? null
                : Fixes.insertion(other.file(), other.line() + 1, 1, "*" + table + "\n" + rule + "COMMIT\n");
    }
}
