package org.resetscope.core.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * A configuration file's content, possibly that of an editor not yet saved.
 *
 * @param name as problems and findings name the file
 * @param text the content, without a byte order mark
 * @param truncated whether the file goes on after the text
 */
public record ConfigurationText(String name, String text, boolean truncated) {

    /** Characters that are read of a file: sets of two million addresses; rules without sets have a hundredth of it. */
    public static final int MOST = 64 << 20;

    /** A text that includes no files. */
    public static ConfigurationText of(String name, String text) {
        return text.length() > MOST ? new ConfigurationText(name, text.substring(0, MOST), true)
                : new ConfigurationText(name, text.startsWith("\uFEFF") ? text.substring(1) : text, false);
    }

    /**
     * Reads at most {@link #MOST} characters. Bytes that are no UTF-8 become U+FFFD.
     *
     * @param in stays open
     * @throws IOException when the medium fails
     */
    public static ConfigurationText read(String name, InputStream in) throws IOException {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 16];
        int count;
        while (text.length() <= MOST && (count = reader.read(buffer)) >= 0) {
            text.append(buffer, 0, count);
        }
        return of(name, text.toString());
    }

    String head() {
        return text.substring(0, Math.min(text.length(), ConfigurationFormat.HEAD));
    }
}
