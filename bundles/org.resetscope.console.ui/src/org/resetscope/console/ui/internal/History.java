package org.resetscope.console.ui.internal;

import java.util.ArrayList;
import java.util.List;

/** What was typed, and where in it the user looks. */
final class History {

    private static final int MOST = 200;

    private final List<String> entries = new ArrayList<>();
    private int at;
    /** What was being typed when the user went back. */
    private String draft = "";

    void add(String entry) {
        entries.remove(entry); // once is enough
        entries.add(entry);
        if (entries.size() > MOST) {
            entries.remove(0);
        }
        at = entries.size();
        draft = "";
    }

    /** @return null where there is nothing older */
    String older(String current) {
        if (at == 0) {
            return null;
        }
        if (at == entries.size()) {
            draft = current;
        }
        return entries.get(--at);
    }

    /** @return null where there is nothing newer */
    String newer() {
        if (at == entries.size()) {
            return null;
        }
        at++;
        return at == entries.size() ? draft : entries.get(at);
    }

    List<String> all() {
        return List.copyOf(entries);
    }
}
