package org.resetscope.firewall.internal.fix;

import java.util.Map;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Source;

/**
 * The texts that edits are made in.
 *
 * @param byName all that were read, included ones too
 */
record Texts(Map<String, String> byName) {

    String of(String file) {
        return byName.getOrDefault(file, "");
    }

    /** A line without its end; empty where there is none. */
    String line(String file, int line) {
        String text = of(file);
        int start = start(text, line);
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /** Where a place begins in its text. */
    int offset(Source place) {
        String text = of(place.file());
        return Math.min(text.length(), start(text, place.line()) + place.column() - 1);
    }

    private static int start(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return start;
    }

    /** Replaces what stands between two offsets. */
    Edit edit(String file, int from, int to, String text) {
        String all = of(file);
        int line = 1;
        int lineStart = 0;
        for (int end = all.indexOf('\n'); end >= 0 && end < from; end = all.indexOf('\n', end + 1)) {
            line++;
            lineStart = end + 1;
        }
        int endLine = line;
        int endStart = lineStart;
        for (int end = all.indexOf('\n', from); end >= 0 && end < to; end = all.indexOf('\n', end + 1)) {
            endLine++;
            endStart = end + 1;
        }
        return new Edit(file, line, from - lineStart + 1, endLine, to - endStart + 1, text);
    }

    static Edit insertion(String file, int line, int column, String text) {
        return new Edit(file, line, column, line, column, text);
    }

    /** A whole line. */
    static Edit deletion(String file, int line) {
        return new Edit(file, line, 1, line + 1, 1, "");
    }
}
