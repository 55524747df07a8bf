package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ListenerList;
import org.resetscope.ui.internal.widgets.Icons;

/** What was found in the files that editors show now, for the view Problems. UI thread only. */
public final class RulesFindings {

    /** A row of Problems. */
    public record Row(Path file, Found found) {

        public String text() {
            return found.title() + ". " + found.message();
        }

        /** Name of an icon. */
        public String image() {
            return Icons.found(found.level());
        }

        /** Of the file, without its directory. */
        public String name() {
            return String.valueOf(file.getFileName());
        }

        /** Line, from 1. */
        public int line() {
            return found.line();
        }

        /** Shows the place in its editor. */
        public void reveal() {
            RulesOpener.reveal(file, found);
        }
    }

    private static final Map<Path, List<Found>> FOUND = new LinkedHashMap<>();
    private static final ListenerList<Runnable> LISTENERS = new ListenerList<>();

    private RulesFindings() {
    }

    public static void addListener(Runnable changed) {
        LISTENERS.add(changed);
    }

    public static void removeListener(Runnable changed) {
        LISTENERS.remove(changed);
    }

    public static List<Row> all() {
        return FOUND.entrySet().stream().flatMap(e -> e.getValue().stream().map(found -> new Row(e.getKey(), found))).toList();
    }

    static void set(Path file, List<Found> found) {
        FOUND.put(file, found);
        LISTENERS.forEach(Runnable::run);
    }

    static void remove(Path file) {
        FOUND.remove(file);
        LISTENERS.forEach(Runnable::run);
    }
}
