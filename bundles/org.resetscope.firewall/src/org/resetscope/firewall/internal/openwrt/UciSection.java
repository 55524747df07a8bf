package org.resetscope.firewall.internal.openwrt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.firewall.internal.model.Source;

/** A section of a UCI file: its options in their order, single ones and lists alike. */
final class UciSection {

    private final String type;
    private final Source place;
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    UciSection(String type, Source place) {
        this.type = type;
        this.place = place;
    }

    String type() {
        return type;
    }

    /** Its first line, with the section's name where it has one. */
    Source place() {
        String name = get("name", null);
        return name == null ? place : new Source(place.file(), place.line(), place.column(), place.endColumn(), "config " + type + " '" + name + "'");
    }

    void add(String option, String value) {
        options.computeIfAbsent(option, o -> new ArrayList<>()).add(value);
    }

    String get(String option, String usual) {
        List<String> values = options.get(option);
        return values == null ? usual : values.get(values.size() - 1);
    }

    boolean is(String option, boolean usual) {
        return switch (get(option, usual ? "1" : "0")) {
            case "1", "on", "true", "yes", "enabled" -> true;
            default -> false;
        };
    }

    /** All values; those of an option may be several words. */
    List<String> words(String option) {
        return options.getOrDefault(option, List.of()).stream().flatMap(v -> List.of(v.strip().split("\\s+")).stream()).filter(w -> !w.isEmpty()).toList();
    }
}
