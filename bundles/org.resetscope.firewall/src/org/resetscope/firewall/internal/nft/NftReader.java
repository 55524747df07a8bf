package org.resetscope.firewall.internal.nft;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Table;
import org.resetscope.firewall.internal.read.Problems;

/** Reads nft's language (nft(8)): what "nft list ruleset" prints, and files for "nft -f". */
public final class NftReader {

    private static final Pattern RECOGNISED = Pattern.compile(
            "(?m)^\\s*(#!.*\\bnft\\b|(add |create |destroy |delete )?table\\s+((ip|ip6|inet|arp|bridge|netdev)\\s+)?[\\w.$-]+\\s*(\\{|;|$)|flush ruleset\\b)");

    private final Problems problems;
    private final Map<String, NftTable> tables = new LinkedHashMap<>();
    private final Map<String, NftValue> defines = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final NftIncludes includes;

    public NftReader(Problems problems) {
        this.problems = problems;
        this.includes = new NftIncludes(problems);
    }

    public static boolean recognises(String head) {
        return head.indexOf('\0') < 0 && RECOGNISED.matcher(head).find();
    }

    public void read(ConfigurationText text) {
        includes.outermost(text);
        file(text);
    }

    private void file(ConfigurationText text) {
        texts.put(text.name(), text.text());
        problems.complete(text);
        new NftFile(text, problems, tables, defines, this::include).read();
    }

    private void include(ConfigurationText from, NftToken place, String name) {
        includes.open(from, place, name, this::file);
    }

    /** Those that were read, with the ones they include, by name. */
    public Map<String, String> texts() {
        return texts;
    }

    /** The table of that name, made where there is none. */
    public NftDraft table(String family, String name, Language language) {
        return new NftDraft(tables.computeIfAbsent(family + " " + name, k -> new NftTable(family, name, language)), problems, defines);
    }

    /**
     * Adds what was read to tables and to chains that the kernel calls, in the order of the text.
     *
     * @param without titles of tables ("ip filter") that are left out
     */
    public void finish(List<Table> toTables, List<BaseChain> toChains, Set<String> without) {
        for (NftTable table : tables.values()) {
            if (!without.contains(table.title())) {
                new NftBuilder(table, problems).build(toTables, toChains);
            }
        }
    }
}
