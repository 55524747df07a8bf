package org.resetscope.firewall.internal.fix;

import java.util.List;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/** Writes into a zone of firewalld, which can translate sources; of states its rules know nothing, firewalld drops INVALID itself. */
final class ZoneEditor implements Editor {

    private final Texts texts;

    ZoneEditor(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Edit> before(Place place, Remedy remedy) {
        return List.of();
    }

    @Override
    public List<Edit> first(Table like, Hook hook, Remedy remedy) {
        String file = like.chains().values().stream().flatMap(c -> c.rules().stream()).map((Rule r) -> r.source().file()).findFirst().orElse(null);
        int end = file == null ? -1 : texts.of(file).lastIndexOf("</zone>");
        return end < 0 || !(remedy.effect() instanceof Effect.Nat) ? List.of() : List.of(texts.edit(file, end, end, "  <masquerade/>\n"));
    }
}
