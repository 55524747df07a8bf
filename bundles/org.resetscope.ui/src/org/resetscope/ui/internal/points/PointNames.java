package org.resetscope.ui.internal.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for capture points to begin with: what tells the names of their files apart. The user sees them and may change each. */
public final class PointNames {

    private static final Pattern ENDINGS = Pattern.compile("(?i)(\\.(pcapng|pcap|cap|dmp|snoop|ntar|gz|zst|lz4|xz|bz2))+$");
    private static final Pattern SEPARATORS = Pattern.compile("[-_. ]+");

    private PointNames() {
    }

    /** @param taken names that are in use already, in lower case */
    public static List<String> suggest(List<Path> files, Set<String> taken) {
        List<List<String>> words = files.stream().map(PointNames::words).toList();
        Set<String> used = new HashSet<>(taken);
        List<String> names = new ArrayList<>();
        for (List<String> mine : words) {
            String name = name(mine, words);
            String unique = name;
            for (int i = 2; !used.add(unique.toLowerCase(Locale.ROOT)); i++) {
                unique = name + " " + i;
            }
            names.add(unique);
        }
        return names;
    }

    private static List<String> words(Path file) {
        String base = ENDINGS.matcher(String.valueOf(file.getFileName())).replaceFirst("");
        return Arrays.stream(SEPARATORS.split(base)).filter(w -> !w.isBlank()).toList();
    }

    private static String name(List<String> mine, List<List<String>> all) {
        for (String word : mine) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.equals("client") || lower.equals("server")) {
                return lower;
            }
        }
        List<String> own = mine.stream().filter(word -> !all.stream().allMatch(w -> w.contains(word))).toList();
        return own.isEmpty() ? mine.isEmpty() ? "point" : String.join("-", mine) : String.join("-", own);
    }
}
