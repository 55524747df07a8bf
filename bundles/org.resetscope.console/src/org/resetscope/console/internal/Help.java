package org.resetscope.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the console tells of itself. */
final class Help {

    private static final int WIDTH = 42;

    private final Names names;

    /**
     * @param usage as typed, beginning with its name
     * @param lines the first of them says what it does
     */
    private record Topic(String usage, List<String> lines) {

        private boolean named(String name) {
            return usage.split(" ", 2)[0].equals(name);
        }
    }

    Help(Names names) {
        this.names = names;
    }

    private static List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        try (InputStream in = Help.class.getResourceAsStream("help.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith(" ")) {
                    topics.get(topics.size() - 1).lines().add(line.substring(2));
                } else {
                    topics.add(new Topic(line, new ArrayList<>()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return topics;
    }

    /** One line for each name. */
    String all() {
        StringBuilder text = new StringBuilder("Scripts are written in Groovy. What is there:\n");
        topics().forEach(topic -> line(text, topic.usage(), topic.lines().get(0)));
        Map<String, String> modules = names.modules();
        if (!modules.isEmpty()) {
            text.append("Added by plug-ins:\n");
        }
        modules.forEach((name, description) -> line(text, name, description));
        return text.toString();
    }

    private static void line(StringBuilder text, String usage, String words) {
        text.append("  ").append(usage).append(" ".repeat(Math.max(1, WIDTH - usage.length()))).append(words).append('\n');
    }

    /** What is known of a name, or of a path of properties; nothing is evaluated. */
    String on(String name) {
        StringBuilder text = new StringBuilder();
        topics().stream().filter(topic -> topic.named(name)).forEach(topic -> {
            text.append(topic.usage()).append('\n');
            topic.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        });
        String module = names.modules().get(name);
        if (module != null) {
            text.append(name).append("\n  ").append(module).append('\n');
        }
        Shape shape = shape(name);
        if (shape != null) {
            describe(shape, text);
        }
        return text.length() > 0 ? text.toString() : "There is no '" + name + "'; \"help\" tells what there is.\n";
    }

    private Shape shape(String path) {
        String[] steps = path.split("\\.");
        Shape shape = names.shape(steps[0]);
        for (int i = 1; i < steps.length && shape != null; i++) {
            shape = (shape.member() == null ? shape : shape.member()).after(steps[i]);
        }
        return shape;
    }

    private static void describe(Shape shape, StringBuilder text) {
        Shape element = shape.member();
        Set<String> parts = new TreeSet<>((element == null ? shape : element).names());
        text.append(element == null ? "A " + shape.type().getSimpleName() : "A list; each is a " + element.type().getSimpleName());
        text.append(parts.isEmpty() ? ".\n" : " with " + String.join(", ", parts) + ".\n");
    }
}
