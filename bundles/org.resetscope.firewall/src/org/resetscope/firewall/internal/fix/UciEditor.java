package org.resetscope.firewall.internal.fix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Writes into OpenWrt's configuration, which has options for what can be cured there, but no rules of states. */
final class UciEditor implements Editor {

    private static final Pattern DEFAULTS = Pattern.compile("(?m)^[ \\t]*config[ \\t]+['\"]?defaults\\b.*$");
    private static final Pattern SECTION = Pattern.compile("(?m)^[ \\t]*config[ \\t]");

    private final Texts texts;

    UciEditor(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Edit> before(Place place, Remedy remedy) {
        return option(place.source(), remedy);
    }

    @Override
    public List<Edit> first(Table like, Hook hook, Remedy remedy) {
        Source any = like.chains().values().stream().flatMap(c -> c.rules().stream()).map(Rule::source).filter(s -> s.file() != null).findFirst().orElse(null);
        return any == null ? List.of() : option(any, remedy);
    }

    private List<Edit> option(Source place, Remedy remedy) {
        String text = texts.of(place.file());
        if (remedy.equals(Remedy.DROP_INVALID)) {
            Matcher defaults = DEFAULTS.matcher(text);
            return defaults.find() ? option(place.file(), defaults.end(), "drop_invalid")
                    : List.of(texts.edit(place.file(), 0, 0, "config defaults\n\toption drop_invalid '1'\n\n"));
        }
        boolean zone = place.text().startsWith("config zone");
        int end = text.indexOf('\n', texts.offset(place));
        return remedy.effect() instanceof Effect.ClampMss && zone && end >= 0 ? option(place.file(), end, "mtu_fix") : List.of();
    }

    /** Switches an option of a section on, whose first line ends at an offset. */
    private List<Edit> option(String file, int head, String name) {
        String text = texts.of(file);
        Matcher next = SECTION.matcher(text);
        int end = next.find(head) ? next.start() : text.length();
        Matcher present = Pattern.compile("(?m)^[ \\t]*option[ \\t]+['\"]?" + name + "['\"]?[ \\t]+(\\S+)").matcher(text).region(head, end);
        return List.of(present.find() ? texts.edit(file, present.start(1), present.end(1), "'1'")
                : texts.edit(file, head, head, "\n\toption " + name + " '1'"));
    }
}
