package org.resetscope.firewall.internal.openwrt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.nft.NftReader;
import org.resetscope.firewall.internal.read.Problems;

/** Reads OpenWrt's /etc/config/firewall, in the UCI language, as the rules that its program fw4 makes of it. */
public final class UciReader {

    private static final Pattern RECOGNISED = Pattern.compile("(?m)^[ \\t]*config[ \\t]+'?(defaults|zone|forwarding|redirect|rule)\\b");
    private static final Pattern LINE = Pattern.compile("\\s*(config|option|list)\\s+(\"[^\"]*\"|'[^']*'|\\S+)(?:\\s+(\"[^\"]*\"|'[^']*'|\\S+))?\\s*(?:#.*)?");

    private final NftReader nft;
    private final Problems problems;

    public UciReader(NftReader nft, Problems problems) {
        this.nft = nft;
        this.problems = problems;
    }

    public static boolean recognises(String head) {
        return head.indexOf('\0') < 0 && RECOGNISED.matcher(head).find();
    }

    public void read(ConfigurationText text) {
        problems.complete(text);
        List<UciSection> sections = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.text().lines()::iterator) {
            number++;
            Matcher words = LINE.matcher(line);
            if (line.isBlank() || line.strip().startsWith("#") || line.strip().startsWith("package")) {
                continue;
            } else if (!words.matches()) {
                problems.add("unknown-line", text.name(), number, 1, "this is neither config, option nor list; it is ignored");
            } else if (words.group(1).equals("config")) {
                sections.add(new UciSection(plain(words.group(2)),
                        new Source(text.name(), number, words.start(1) + 1, line.stripTrailing().length() + 1, line.strip())));
            } else if (sections.isEmpty() || words.group(3) == null) {
                problems.add("unknown-line", text.name(), number, words.start(1) + 1, "this belongs to no section or has no value; it is ignored");
            } else {
                sections.get(sections.size() - 1).add(plain(words.group(2)), plain(words.group(3)));
            }
        }
        new Fw4(nft.table("inet", "fw4", Language.UCI), problems, sections).build();
    }

    private static String plain(String word) {
        return word.length() > 1 && (word.startsWith("\"") || word.startsWith("'")) ? word.substring(1, word.length() - 1) : word;
    }
}
