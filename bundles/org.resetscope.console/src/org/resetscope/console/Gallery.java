package org.resetscope.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scripts that come with the console, to be run as they are or to begin with. */
public final class Gallery {

    /** "// What it does:  resetscope run NAME -- ARGUMENTS", in one line or two. */
    private static final Pattern HEAD = Pattern.compile("// (.*?):(?:\\R//)? +resetscope run [\\w-]+ -- (.*)");
    private static final List<String> NAMES = List.of("worth-a-look", "by-cause", "hosts", "forged", "silences", "logs", "points", "incidents",
            "folder", "rules", "packets-through-rules");

    /**
     * One script.
     *
     * @param name of its file, without the extension
     * @param title what it does, one sentence
     * @param arguments words for those that it needs; none where it can do with what is open
     * @param text in Groovy
     */
    public record Example(String name, String title, List<String> arguments, String text) {
    }

    private Gallery() {
    }

    /** The most useful first. */
    public static List<Example> all() {
        return NAMES.stream().map(Gallery::read).toList();
    }

    /** @param name without the extension */
    public static Optional<Example> find(String name) {
        return Stream.of(name).filter(NAMES::contains).map(Gallery::read).findFirst();
    }

    private static Example read(String name) {
        try (InputStream in = Gallery.class.getResourceAsStream("/scripts/" + name + ".groovy")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher head = HEAD.matcher(text);
            if (!head.lookingAt()) {
                throw new IllegalStateException("the first comment of " + name + ".groovy does not say what it does and how it is run");
            }
            return new Example(name, head.group(1), head.group(2).equals("CAPTURE...") ? List.of() : List.of(head.group(2).split(" ")), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
