package org.resetscope.routers.internal.advice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.model.Endpoint;
import org.resetscope.routers.internal.advice.Template.Range;

/** Reads a template: a "key: value" on each line, then "config:" and, up to the end, the text as the target wants it. */
final class TemplateFile {

    private static final Set<String> KEYS = Set.of("title", "where", "trade-off", "source");
    private static final Pattern RANGE = Pattern.compile("([a-z.]+) (\\d{1,10})\\.\\.(\\d{1,10})");
    private static final String CONFIG = "config:";
    /** Any: it only shows whether the placeholders are known. */
    private static final Timing PROBE = Timing.within(100, 100);

    private TemplateFile() {
    }

    /** @throws IllegalArgumentException that says what is wrong, and in which line */
    static Template parse(String target, String text) {
        Map<String, String> values = new HashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        String[] lines = text.split("\\R", -1);
        int i = 0;
        for (; i < lines.length && !lines[i].strip().equals(CONFIG); i++) {
            String line = lines[i].strip();
            int colon = line.indexOf(':');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String key = colon < 0 ? line : line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            Matcher range = RANGE.matcher(value);
            if (key.equals("range") && range.matches()) {
                ranges.put(range.group(1), new Range(Long.parseLong(range.group(2)), Long.parseLong(range.group(3))));
            } else if (!KEYS.contains(key) || value.isEmpty() || values.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("line " + (i + 1) + ": '" + line + "' is no known key with a value, or is there twice");
            }
        }
        for (String key : KEYS) {
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("it has no " + key);
            }
        }
        String config = String.join("\n", Arrays.asList(lines).subList(Math.min(lines.length, i + 1), lines.length)).stripTrailing();
        if (config.isEmpty()) {
            throw new IllegalArgumentException("it has no " + CONFIG);
        }
        Template template = new Template(target, values.get("title"), values.get("where"), values.get("trade-off"), values.get("source"),
                Map.copyOf(ranges), config);
        template.fill(PROBE, List.of(new Endpoint("192.0.2.1", 1)));
        return template;
    }
}
