package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.read.Problems;

/** Reads what "nft -j list ruleset" prints (libnftables-json(5), schema 1). Its rules are said again in nft's words. */
public final class NftJsonReader {

    private static final Pattern RECOGNISED = Pattern.compile("^\\s*\\{\\s*\"nftables\"\\s*:");
    private static final Set<String> KINDS = Set.of("table", "chain", "rule", "set", "map", "element");
    private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)");

    private final NftReader reader;
    private final Problems problems;

    public NftJsonReader(NftReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    public static boolean recognises(String head) {
        return RECOGNISED.matcher(head).find();
    }

    public void read(ConfigurationText text) {
        if (!problems.complete(text)) {
            return; // what is cut is no JSON
        }
        JsonElement all;
        try {
            all = JsonParser.parseString(text.text()).getAsJsonObject().get("nftables");
            if (!all.isJsonArray()) {
                throw new JsonParseException("\"nftables\" is no list");
            }
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            problem(text, e);
            return;
        }
        Places places = new Places(text);
        for (JsonElement element : all.getAsJsonArray()) {
            Source place = places.next();
            if (element.isJsonObject() && element.getAsJsonObject().size() == 1) {
                Map.Entry<String, JsonElement> entry = element.getAsJsonObject().entrySet().iterator().next();
                boolean command = entry.getKey().equals("add") || entry.getKey().equals("create");
                if (command && entry.getValue().isJsonObject() && entry.getValue().getAsJsonObject().size() == 1) {
                    entry = entry.getValue().getAsJsonObject().entrySet().iterator().next();
                }
                if (entry.getValue().isJsonObject()) {
                    object(entry.getKey(), entry.getValue().getAsJsonObject(), place);
                }
            }
        }
    }

    private void problem(ConfigurationText text, Throwable e) {
        Matcher at = POSITION.matcher(String.valueOf(e.getMessage()));
        boolean found = at.find();
        problems.add("syntax", text.name(), found ? Integer.parseInt(at.group(1)) : 1, found ? Integer.parseInt(at.group(2)) : 1,
                "this is no complete JSON; nothing of it is judged");
    }

    private void object(String kind, JsonObject object, Source place) {
        if (!KINDS.contains(kind)) {
            return;
        }
        try {
            switch (kind) {
                case "table" -> {
                    NftDraft table = reader.table(text(object, "family"), text(object, "name"), Language.NFT_JSON);
                    if (words(object.get("flags")).contains("dormant")) {
                        table.setDormant();
                    }
                }
                case "chain" -> chain(object, place);
                case "rule" -> {
                    String words = NftJsonWords.rule(object.getAsJsonArray("expr"));
                    Source source = new Source(place.file(), place.line(), place.column(), place.endColumn(), NftChainReader.shown(words));
                    reader.table(text(object, "family"), text(object, "table"), Language.NFT_JSON).rule(text(object, "chain"), words, source);
                }
                default -> {
                    boolean changing = words(object.get("flags")).contains("dynamic") || object.has("timeout");
                    JsonElement elements = object.get("elem");
                    reader.table(text(object, "family"), text(object, "table"), Language.NFT_JSON).elements(text(object, "name"),
                            elements == null ? null : NftJsonWords.elements(elements), changing, place);
                }
            }
        } catch (IllegalStateException | ClassCastException | UnsupportedOperationException | NullPointerException | NoSuchElementException
                | IndexOutOfBoundsException e) {
            problems.add("syntax", place.file(), place.line(), place.column(), "this " + kind + " is not written as nft writes it; it is left out");
        }
    }

    private void chain(JsonObject object, Source place) {
        NftDraft table = reader.table(text(object, "family"), text(object, "table"), Language.NFT_JSON);
        String name = text(object, "name");
        table.chain(name);
        if (!object.has("hook")) {
            return;
        }
        List<String> devices = new ArrayList<>();
        JsonElement device = object.get("dev");
        if (device != null && device.isJsonArray()) {
            device.getAsJsonArray().forEach(d -> devices.add(d.getAsString()));
        } else if (device != null) {
            devices.add(device.getAsString());
        }
        try {
            Hook hook = Hook.valueOf(text(object, "hook").toUpperCase(Locale.ROOT));
            if (hook == Hook.INGRESS && devices.isEmpty()) {
                problems.add("not-told", place.file(), place.line(), place.column(),
                        "nft does not say in JSON which devices this chain is for; it is taken to be for all: ask it for text");
            }
            boolean drops = object.has("policy") && text(object, "policy").equals("drop");
            table.base(name, text(object, "type"), hook, text(object, "prio"), devices, drops,
                    new Source(place.file(), place.line(), place.column(), place.endColumn(), "policy " + (drops ? "drop" : "accept")));
        } catch (IllegalArgumentException e) {
            problems.add("not-modelled", place.file(), place.line(), place.column(), "chains at this hook are not judged");
        }
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static String words(JsonElement element) {
        return element == null ? "" : element.toString();
    }

    /** Where the items of the list stand, one after the other: the parser does not tell. */
    private static final class Places {

        private final ConfigurationText text;
        private final List<JsonText.Span> items;
        private int next;
        private int line = 1;
        private int lineStart;

        Places(ConfigurationText text) {
            this.text = text;
            JsonText json = new JsonText(text.text());
            int list = json.member(text.text().indexOf('{'), "nftables");
            this.items = list < 0 ? List.of() : json.items(list);
        }

        Source next() {
            if (next >= items.size()) { // no strict JSON
                return new Source(text.name(), line, 1, 1, "");
            }
            JsonText.Span item = items.get(next++);
            int newline;
            while ((newline = text.text().indexOf('\n', lineStart)) >= 0 && newline < item.start()) {
                line++;
                lineStart = newline + 1;
            }
            int end = newline < 0 ? item.end() : Math.min(newline, item.end());
            return new Source(text.name(), line, item.start() - lineStart + 1, end - lineStart + 1, "");
        }
    }
}
