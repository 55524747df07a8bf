package org.resetscope.cli.internal.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.CaptureFile;
import org.resetscope.core.guide.Answers;
import org.resetscope.core.guide.Ends;
import org.resetscope.core.guide.Step;

/** What the user said, by the names of the options; in a file, a line each: "server 192.0.2.7:443". */
final class Notes {

    private static final Set<String> NAMES = new LinkedHashSet<>(List.of("client", "server", "interface", "capture", "point", "firewall", "router",
            "log", "skip"));
    private static final Set<String> SINGLE = Set.of("client", "server", "interface");

    private final Map<String, List<String>> said = new LinkedHashMap<>();

    /** The latest counts, where there can be one only. */
    void add(String name, String value) {
        List<String> values = said.computeIfAbsent(name, n -> new ArrayList<>());
        if (SINGLE.contains(name)) {
            values.clear();
        }
        if (!value.isBlank() && !values.contains(value.strip())) {
            values.add(value.strip());
        }
    }

    void addAll(Map<String, List<String>> more) {
        more.forEach((name, values) -> values.forEach(value -> add(name, value)));
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    void remove(String name, String value) {
        said.getOrDefault(name, new ArrayList<>()).remove(value);
    }

    List<String> all(String name) {
        return List.copyOf(said.getOrDefault(name, List.of()));
    }

    void read(Path file) throws IOException {
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] parts = line.strip().split("\\s+", 2);
            if (parts[0].isEmpty() || parts[0].startsWith("#")) {
                continue;
            }
            if (parts.length < 2 || !NAMES.contains(parts[0])) {
                throw new IOException("line " + number + " is none of " + String.join(", ", NAMES) + " with a value");
            }
            add(parts[0], parts[1]);
        }
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# resetscope guide --answers"));
        for (String name : NAMES) {
            all(name).forEach(value -> lines.add(name + " " + value));
        }
        Files.write(file, lines);
    }

    /** @throws IllegalArgumentException that says what is wrong with what was said */
    Answers answers() {
        List<CaptureFile> captures = new ArrayList<>();
        for (String point : all("point")) {
            int is = point.indexOf('=');
            if (is < 1 || is == point.length() - 1) {
                throw new IllegalArgumentException("--point: '" + point + "' is not NAME=FILE");
            }
            captures.add(new CaptureFile(point.substring(is + 1), point.substring(0, is)));
        }
        // one that was given a point since counts once
        all("capture").stream().filter(f -> captures.stream().noneMatch(c -> c.file().equals(f))).map(CaptureFile::of).forEach(captures::add);
        return new Answers(ends(), captures, all("firewall"), all("router"), all("log"), skipped());
    }

    private Ends ends() {
        try {
            return Ends.parse(first("client"), first("server"), first("interface"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + e.getMessage(), e);
        }
    }

    private Set<Step> skipped() {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        for (String id : all("skip")) {
            try {
                steps.add(Step.valueOf(id.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--skip: '" + id + "' is none of there, rules, router, logs");
            }
        }
        return steps;
    }

    private String first(String name) {
        return has(name) ? all(name).get(0) : null;
    }
}
