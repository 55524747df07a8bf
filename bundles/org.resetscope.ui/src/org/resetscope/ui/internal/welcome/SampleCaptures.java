package org.resetscope.ui.internal.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.URIUtil;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The captures that come with the product, as their README lists them. */
public final class SampleCaptures {

    private static final String DIRECTORY = "samples/";
    /** | `name` | where | what | */
    private static final Pattern ROW = Pattern.compile("\\| `([\\w-]+\\.pcap)` \\| ([^|]+) \\| ([^|]+) \\|");

    /**
     * @param place where it was taken
     * @param story what happened
     */
    public record Sample(String name, String place, String story) {
    }

    private SampleCaptures() {
    }

    /** None where this product comes without. */
    public static List<Sample> all() {
        URL readme = bundle().getEntry(DIRECTORY + "README.md");
        List<Sample> samples = new ArrayList<>();
        if (readme != null) {
            try (InputStream in = readme.openStream()) {
                Matcher row = ROW.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (row.find()) {
                    samples.add(new Sample(row.group(1), row.group(2).strip(), row.group(3).strip().replace("`", "")));
                }
            } catch (IOException e) {
                ILog.of(SampleCaptures.class).warn("The samples cannot be listed", e);
            }
        }
        return samples;
    }

    /** Where it lies as a file. */
    public static Path file(String name) throws IOException {
        URL entry = bundle().getEntry(DIRECTORY + name);
        if (entry == null) {
            throw new IOException("There is no sample " + name);
        }
        try {
            return Path.of(URIUtil.toURI(FileLocator.toFileURL(entry)));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Bundle bundle() {
        return FrameworkUtil.getBundle(SampleCaptures.class);
    }
}
