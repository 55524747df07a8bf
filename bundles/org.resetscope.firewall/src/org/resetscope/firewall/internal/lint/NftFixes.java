package org.resetscope.firewall.internal.lint;

import java.util.Locale;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Rules written into a text of nft. A line end separates rules anywhere in a chain. */
final class NftFixes {

    private NftFixes() {
    }

    static Edit before(Source rule, Remedy remedy) {
        String indent = rule.column() > 1 ? "\t\t" : "";
        return Fixes.insertion(rule.file(), rule.line(), rule.column(), remedy.nft() + "\n" + indent);
    }

    /** In a chain that the hook asks after conntrack; in a new one where there is none. */
    static Edit first(Scene scene, Hook hook, Remedy remedy) {
        for (BaseChain base : scene.rules().at(scene.family(), hook)) {
            if (!base.translation() && !hook.beforeConntrack(base.priority())) {
                Rule first = base.chain().rules().isEmpty() ? null : base.chain().rules().get(0);
                Source end = base.chain().end();
                if (first != null) {
                    return before(first.source(), remedy);
                } else if (end != null) {
                    return Fixes.insertion(end.file(), end.line(), end.column(), "\t" + remedy.nft() + "\n\t");
                }
            }
        }
        for (Table table : scene.rules().tables()) {
            if (table.family() == scene.family() && table.end() != null && !table.name().startsWith("netdev")) {
                String name = hook.name().toLowerCase(Locale.ROOT);
                return Fixes.insertion(table.end().file(), table.end().line(), table.end().column(),
                        "\n\tchain resetscope_" + name + " {\n\t\ttype filter hook " + name + " priority filter; policy accept;\n\t\t" + remedy.nft()
                                + "\n\t}\n");
            }
        }
        return null;
    }
}
