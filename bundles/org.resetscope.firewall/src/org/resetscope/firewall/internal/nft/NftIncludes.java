package org.resetscope.firewall.internal.nft;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.read.Problems;

/** Files that a file includes: only those that lie below it, so that a file from elsewhere cannot make this machine's files be read. */
final class NftIncludes {

    private static final int DEEPEST = 16;
    private static final int MOST_FILES = 256;

    private final Problems problems;
    private final Deque<Path> open = new ArrayDeque<>();
    private int files;
    private long characters;

    NftIncludes(Problems problems) {
        this.problems = problems;
    }

    void outermost(ConfigurationText text) {
        open.clear();
        Path path = path(text.name());
        if (path != null && Files.isRegularFile(path)) {
            open.push(path);
        }
    }

    void open(ConfigurationText from, NftToken place, String name, Consumer<ConfigurationText> reader) {
        Path base = path(from.name());
        if (base == null || !Files.isRegularFile(base)) {
            tell(from, place, "'" + NftSyntaxException.shortened(name) + "' is not read: it is not known where this text lies");
            return;
        }
        Path folder = base.resolveSibling("");
        Path wanted = path(name);
        Path file = wanted == null ? null : folder.resolve(wanted).normalize();
        if (file == null || wanted.isAbsolute() || !file.toAbsolutePath().startsWith(folder.toAbsolutePath().normalize())) {
            tell(from, place, "'" + NftSyntaxException.shortened(name) + "' is not read: only files below this file's folder are; name it beside this file");
            return;
        }
        List<Path> found = name.indexOf('*') >= 0 ? matching(file) : List.of(file);
        found.forEach(f -> read(from, place, f, reader));
    }

    private static List<Path> matching(Path pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(pattern.toAbsolutePath().getParent(), pattern.getFileName().toString())) {
            for (Path path : stream) {
                if (found.size() < MOST_FILES) {
                    found.add(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // as nft, for which a pattern may match nothing
        }
        found.sort(null);
        return found;
    }

    private void read(ConfigurationText from, NftToken place, Path file, Consumer<ConfigurationText> reader) {
        String shown = file.getFileName().toString();
        if (open.contains(file)) {
            tell(from, place, shown + " is not read again: it includes itself");
        } else if (open.size() >= DEEPEST || ++files > MOST_FILES || characters > ConfigurationText.MOST) {
            tell(from, place, shown + " is not read: too much is included");
        } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            tell(from, place, "there is no file " + shown);
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                ConfigurationText text = ConfigurationText.read(file.toString(), in);
                characters += text.text().length();
                open.push(file);
                reader.accept(text);
                open.pop();
            } catch (IOException e) {
                tell(from, place, shown + " cannot be read: " + e.getMessage());
            }
        }
    }

    private void tell(ConfigurationText from, NftToken place, String text) {
        problems.add("include", from.name(), place.line(), place.column(), text);
    }

    private static Path path(String name) {
        try {
            return new File(name).toPath();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
