package org.resetscope.firewall.internal.fix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Ways out, as edits of the user's text in its own language; none where the language has no words for it. */
public final class Fixes {

    private final Map<Language, Editor> editors = new EnumMap<>(Language.class);
    private final Map<String, Source> settings;

    /**
     * For the rules of one family.
     *
     * @param settings where the kernel's settings are said, by name
     * @param texts all that were read, by name
     */
    public Fixes(Ruleset rules, Family family, Map<String, Source> settings, Map<String, String> texts) {
        Texts all = new Texts(texts);
        this.settings = settings;
        editors.put(Language.IPTABLES, new IptablesEditor(rules, family, all));
        editors.put(Language.NFT, new NftEditor(rules, family, all));
        editors.put(Language.NFT_JSON, new JsonEditor(rules, family, all));
        editors.put(Language.UCI, new UciEditor(all));
        editors.put(Language.FIREWALLD, new ZoneEditor(all));
    }

    private Editor editor(Table table) {
        return editors.get(table.language());
    }

    /** Writes a rule so that it is asked before another. */
    public List<Fix> before(Place place, Remedy remedy, String description) {
        return fix(description, editor(place.table()).before(place, remedy));
    }

    /** Writes a rule so that it is asked after another. */
    public List<Fix> after(Place place, Remedy remedy, String description) {
        return fix(description, editor(place.table()).after(place, remedy));
    }

    /**
     * Writes a rule that a hook asks first; in a new table or chain where the text has none for it.
     *
     * @param like a table whose language and file are taken
     */
    public List<Fix> first(Table like, Hook hook, Remedy remedy, String description) {
        return fix(description, editor(like).first(like, hook, remedy));
    }

    /** Drops what a rule answers. */
    public List<Fix> drop(Place place, String description) {
        return fix(description, editor(place.table()).dropping(place));
    }

    /** Takes a rule away and writes another one that a hook asks first. */
    public List<Fix> move(Place place, Hook hook, Remedy remedy, String description) {
        List<Edit> edits = new ArrayList<>(editor(place.table()).without(place));
        List<Edit> added = edits.isEmpty() ? List.of() : editor(place.table()).first(place.table(), hook, remedy);
        edits.addAll(added);
        return added.isEmpty() ? List.of() : fix(description, edits);
    }

    /** Moves a rule to just after another one of its chain. */
    public List<Fix> behind(Place place, Place other, String description) {
        return place.chain() != other.chain() ? List.of() : fix(description, editor(place.table()).behind(place, other));
    }

    public List<Fix> keepPorts(Place place, String description) {
        return fix(description, editor(place.table()).keepingPorts(place));
    }

    /** Sets a setting of the kernel where a file says settings; none where none does. */
    public List<Fix> setting(String name, String value, String description) {
        Source place = settings.entrySet().stream().filter(e -> e.getKey().equals(name) || e.getKey().endsWith("." + name)).map(Map.Entry::getValue)
                .findFirst().orElse(null);
        if (place != null) {
            String text = place.text().substring(0, place.text().indexOf('=') + 1) + " " + value;
            return fix(description, List.of(new Edit(place.file(), place.line(), place.column(), place.line(), place.endColumn(), text)));
        }
        Source last = null;
        for (Source other : settings.values()) {
            last = last == null || other.file().equals(last.file()) && other.line() > last.line() ? other : last;
        }
        return last == null ? List.of()
                : fix(description, List.of(Texts.insertion(last.file(), last.line(), last.endColumn(), "\nnet.netfilter." + name + " = " + value)));
    }

    private static List<Fix> fix(String description, List<Edit> edits) {
        return edits.isEmpty() ? List.of() : List.of(new Fix(description, edits));
    }
}
