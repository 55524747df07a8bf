package org.resetscope.firewall.internal.fix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Source;

/** The texts that edits are made in. Where their lines begin is looked for once. */
final class Texts {

    private final Map<String, String> byName;
    private final Map<String, int[]> starts = new HashMap<>();

    /** @param byName all that were read, included ones too */
    Texts(Map<String, String> byName) {
        this.byName = byName;
    }

    String of(String file) {
        return byName.getOrDefault(file, "");
    }

    /** A line without its end; empty where there is none. */
    String line(String file, int line) {
        String text = of(file);
        int start = start(file, line);
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /** Where a place begins in its text. */
    int offset(Source place) {
        return Math.min(of(place.file()).length(), start(place.file(), place.line()) + place.column() - 1);
    }

    private int start(String file, int line) {
        int[] all = starts(file);
        return line > all.length ? of(file).length() : all[Math.max(0, line - 1)];
    }

    private int[] starts(String file) {
        return starts.computeIfAbsent(file, f -> {
            String text = of(f);
            int[] found = new int[64];
            int count = 1;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = end + 1;
            }
            return Arrays.copyOf(found, count);
        });
    }

    /** Replaces what stands between two offsets. */
    Edit edit(String file, int from, int to, String text) {
        int line = number(file, from);
        int endLine = number(file, to);
        return new Edit(file, line, from - start(file, line) + 1, endLine, to - start(file, endLine) + 1, text);
    }

    /** The line that an offset is in, from 1. */
    private int number(String file, int offset) {
        int found = Arrays.binarySearch(starts(file), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    static Edit insertion(String file, int line, int column, String text) {
        return new Edit(file, line, column, line, column, text);
    }

    /** A whole line. */
    static Edit deletion(String file, int line) {
        return new Edit(file, line, 1, line + 1, 1, "");
    }
}
