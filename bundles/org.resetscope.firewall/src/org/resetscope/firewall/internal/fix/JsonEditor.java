package org.resetscope.firewall.internal.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;
import org.resetscope.firewall.internal.nft.JsonText;
import org.resetscope.firewall.internal.nft.JsonText.Span;

/** Writes into nft's JSON: a rule is an item of one list, after those before it in its chain. */
final class JsonEditor implements Editor {

    private final Ruleset rules;
    private final Family family;
    private final Texts texts;

    JsonEditor(Ruleset rules, Family family, Texts texts) {
        this.rules = rules;
        this.family = family;
        this.texts = texts;
    }

    @Override
    public List<Edit> before(Place place, Remedy remedy) {
        String file = place.source().file();
        int at = texts.offset(place.source());
        return List.of(texts.edit(file, at, at, rule(place.table(), place.chain().name(), remedy, command(file, at)) + "," + between(place.source())));
    }

    @Override
    public List<Edit> after(Place place, Remedy remedy) {
        String file = place.source().file();
        int at = texts.offset(place.source());
        int end = new JsonText(texts.of(file)).end(at);
        return List.of(texts.edit(file, end, end, "," + between(place.source()) + rule(place.table(), place.chain().name(), remedy, command(file, at))));
    }

    /** What separates items: nft prints one line, other programs a line for each. */
    private String between(Source item) {
        String line = texts.line(item.file(), item.line());
        String head = line.substring(0, Math.min(line.length(), item.column() - 1));
        return item.line() > 1 && head.isBlank() ? "\n" + head : " ";
    }

    /** The command that an item is wrapped into; null where it is none, which means add. */
    private String command(String file, int item) {
        JsonText json = new JsonText(texts.of(file));
        return json.member(item, "add") >= 0 ? "add" : json.member(item, "create") >= 0 ? "create" : null;
    }

    private String rule(Table table, String chain, Remedy remedy, String command) {
        String rule = "{\"rule\": {" + address(table, "table") + ", \"chain\": \"" + chain + "\", \"expr\": " + JsonWords.of(remedy, family) + "}}";
        return command == null ? rule : "{\"" + command + "\": " + rule + "}";
    }

    /** Family and name of a table. */
    private static String address(Table table, String member) {
        int blank = table.name().indexOf(' ');
        return "\"family\": \"" + table.name().substring(0, blank) + "\", \"" + member + "\": \"" + table.name().substring(blank + 1) + '"';
    }

    @Override
    public List<Edit> first(Table like, Hook hook, Remedy remedy) {
        BaseChains wanted = BaseChains.of(remedy);
        BaseChain empty = null;
        for (BaseChain base : rules.at(family, hook)) {
            if (base.table().language() == Language.NFT_JSON && wanted.fits(base)) {
                List<Rule> its = base.chain().rules();
                if (!its.isEmpty()) {
                    return before(new Place(base.table(), base.chain(), its.get(0)), remedy);
                }
                empty = empty == null ? base : empty;
            }
        }
        if (empty != null) {
            return appended(empty.policySource().file(), rule(empty.table(), empty.chain().name(), remedy, null));
        }
        String file = file(like);
        if (file == null || like.name().startsWith("netdev")) {
            return List.of();
        }
        String name = wanted.name(hook);
        String chain = "{\"chain\": {" + address(like, "table") + ", \"name\": \"" + name + "\", \"type\": \"" + wanted.type + "\", \"hook\": \""
                + hook.name().toLowerCase(Locale.ROOT) + "\", \"prio\": " + wanted.number + ", \"policy\": \"accept\"}}";
        return appended(file, chain + ", " + rule(like, name, remedy, null));
    }

    private static String file(Table table) {
        return table.chains().values().stream().flatMap(c -> c.rules().stream()).map(r -> r.source().file()).findFirst().orElse(null);
    }

    private List<Edit> appended(String file, String words) {
        List<Span> items = items(file);
        int end = items.isEmpty() ? 0 : items.get(items.size() - 1).end();
        return end == 0 ? List.of() : List.of(texts.edit(file, end, end, ", " + words));
    }

    private List<Span> items(String file) {
        JsonText json = new JsonText(texts.of(file));
        int list = json.member(texts.of(file).indexOf('{'), "nftables");
        return list < 0 ? List.of() : json.items(list);
    }

    /** With the comma that separates it from another item. */
    @Override
    public List<Edit> without(Place place) {
        String file = place.source().file();
        int at = texts.offset(place.source());
        List<Span> items = items(file);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).start() == at) {
                boolean last = i == items.size() - 1;
                return List.of(last ? texts.edit(file, items.get(i - 1).end(), items.get(i).end(), "")
                        : texts.edit(file, at, items.get(i + 1).start(), ""));
            }
        }
        return List.of();
    }

    @Override
    public List<Edit> behind(Place place, Place other) {
        List<Edit> edits = new ArrayList<>(without(place));
        if (!edits.isEmpty()) {
            String text = texts.of(place.source().file());
            JsonText json = new JsonText(text);
            int at = texts.offset(place.source());
            int end = json.end(texts.offset(other.source()));
            edits.add(texts.edit(other.source().file(), end, end, "," + between(other.source()) + text.substring(at, json.end(at))));
        }
        return edits;
    }

    @Override
    public List<Edit> dropping(Place place) {
        Span reject = statement(place.source(), "reject");
        return reject == null ? List.of() : List.of(texts.edit(place.source().file(), reject.start(), reject.end(), "{\"drop\": null}"));
    }

    @Override
    public List<Edit> keepingPorts(Place place) {
        String file = place.source().file();
        for (String kind : List.of("masquerade", "snat")) {
            Span statement = statement(place.source(), kind);
            if (statement != null) {
                String text = texts.of(file).substring(statement.start(), statement.end());
                String without = text.replaceAll("\"(fully-)?random\"\\s*,\\s*", "").replaceAll(",\\s*\"(fully-)?random\"", "")
                        .replaceAll(",?\\s*\"flags\"\\s*:\\s*\\[?\\s*\"(fully-)?random\"\\s*\\]?", "").replaceAll("\\{\\s*\\}", "null");
                return without.equals(text) ? List.of() : List.of(texts.edit(file, statement.start(), statement.end(), without));
            }
        }
        return List.of();
    }

    /** Where a statement of a rule stands; null where it has none of that kind. */
    private Span statement(Source rule, String kind) {
        JsonText json = new JsonText(texts.of(rule.file()));
        int at = texts.offset(rule);
        String command = command(rule.file(), at);
        int object = json.member(command == null ? at : json.member(at, command), "rule");
        int expressions = object < 0 ? -1 : json.member(object, "expr");
        return expressions < 0 ? null : json.items(expressions).stream().filter(s -> json.member(s.start(), kind) >= 0).findFirst().orElse(null);
    }
}
