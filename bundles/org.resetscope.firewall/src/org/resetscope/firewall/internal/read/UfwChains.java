package org.resetscope.firewall.internal.read;

import java.util.List;
import java.util.Locale;

import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;

/**
 * The chains of ufw's files before.rules, user.rules and after.rules: each holds some, loaded with "iptables-restore -n", and what calls them ufw
 * makes itself (ufw-init-functions). Its defaults are taken: incoming and forwarded packets are denied, outgoing ones allowed.
 */
final class UfwChains {

    private static final List<Hook> HOOKS = List.of(Hook.INPUT, Hook.OUTPUT, Hook.FORWARD);
    /** In the order in which ufw calls them. */
    private static final List<String> PRIMARY = List.of("before-logging-", "before-", "after-", "after-logging-", "reject-", "track-");
    private static final List<String> SECONDARY = List.of("user-", "user-logging-", "skip-to-policy-");
    private static final List<String> OTHERS = List.of("logging-deny", "logging-allow", "user-limit", "user-limit-accept", "not-local");

    private final TableBuilder table;
    private final String prefix;

    private UfwChains(TableBuilder table, String prefix) {
        this.table = table;
        this.prefix = prefix;
    }

    /** Whether a table has chains of ufw, and nothing that calls them. */
    static boolean alone(TableBuilder table) {
        return table.name().equals("filter") && table.chains().stream().anyMatch(c -> c.startsWith("ufw-") || c.startsWith("ufw6-"))
                && HOOKS.stream().allMatch(h -> table.rules(h.name()).isEmpty());
    }

    /** Adds what ufw adds. */
    static void complete(TableBuilder table, Problems problems) {
        String prefix = table.chains().stream().anyMatch(c -> c.startsWith("ufw6-")) ? "ufw6-" : "ufw-";
        boolean all = table.has(prefix + "before-input") && table.has(prefix + "user-input") && table.has(prefix + "after-input");
        Source place = table.chains().stream().flatMap(c -> table.rules(c).stream()).map(Rule::source).findFirst().orElse(Source.none(""));
        if (!all && place.file() != null) {
            problems.add("not-told", place.file(), 1, 1,
                    "this is a part of what ufw loads: give before.rules, user.rules and after.rules together, or what iptables-save prints");
        }
        new UfwChains(table, prefix).complete();
    }

    private void complete() {
        OTHERS.forEach(c -> table.chain(prefix + c));
        for (Hook hook : HOOKS) {
            String of = hook.name().toLowerCase(Locale.ROOT);
            SECONDARY.forEach(c -> table.chain(prefix + c + of));
            for (String chain : PRIMARY) {
                table.chain(prefix + chain + of);
                call(hook.name(), prefix + chain + of);
            }
            call(prefix + "before-" + of, prefix + "user-" + of);
            Effect policy = hook == Hook.OUTPUT ? new Effect.Accept() : new Effect.Drop();
            Source place = Source.none("ufw's own policy, " + (hook == Hook.OUTPUT ? "allow" : "deny"));
            table.append(prefix + "skip-to-policy-" + of, List.of(new Rule(List.of(), policy, place, place)));
            table.policy(hook.name(), policy, place);
        }
    }

    private void call(String from, String chain) {
        Source place = Source.none("ufw's own rule, -A " + from + " -j " + chain);
        table.append(from, List.of(new Rule(List.of(), new Effect.Jump(chain), place, place)));
    }
}
