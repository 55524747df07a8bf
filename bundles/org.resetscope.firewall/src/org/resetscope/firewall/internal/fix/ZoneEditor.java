package org.resetscope.firewall.internal.fix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/** Writes into a zone of firewalld, which can translate sources; of states its rules know nothing, firewalld drops INVALID itself. */
final class ZoneEditor implements Editor {

    /** Nothing but comments behind it. */
    private static final Pattern END = Pattern.compile("</zone\\s*>(?:\\s|<!--(?s:.*?)-->)*+\\z");

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
        if (file == null || !(remedy.effect() instanceof Effect.Nat)) {
            return List.of();
        }
        Matcher end = END.matcher(texts.of(file));
        return end.find() ? List.of(texts.edit(file, end.start(), end.start(), "  <masquerade/>\n")) : List.of();
    }
}
