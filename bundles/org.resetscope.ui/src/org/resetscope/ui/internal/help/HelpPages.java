package org.resetscope.ui.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.ILog;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The documentation as it comes with the product, and which part of it concerns which view. */
final class HelpPages {

    private static final String DIRECTORY = "/help/";
    private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
    private static final Pattern NAME = Pattern.compile("[\\w-]+\\.md");
    /** Read first; the others follow by name. */
    private static final List<String> FIRST = List.of("workbench.md", "verdicts.md", "points.md", "reports.md", "firewall.md", "replay.md", "advice.md");
    private static final String START = "workbench.md";

    /** @param heading within the page, or null for its top */
    record Place(String page, String heading) {

        /** "page.md", or "page.md#Heading". */
        static Place parse(String text) {
            int hash = text.indexOf('#');
            return hash < 0 ? new Place(text, null) : new Place(text.substring(0, hash), text.substring(hash + 1));
        }
    }

    private HelpPages() {
    }

    static List<String> all() {
        List<String> pages = new ArrayList<>();
        for (String path : Collections.list(entries())) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (NAME.matcher(name).matches()) {
                pages.add(name);
            }
        }
        pages.sort(Comparator.comparing((String name) -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size()).thenComparing(name -> name));
        return pages;
    }

    private static Enumeration<String> entries() {
        Enumeration<String> paths = bundle().getEntryPaths(DIRECTORY);
        return paths == null ? Collections.emptyEnumeration() : paths;
    }

    /** @return null where there is no such page */
    static String text(String page) {
        return NAME.matcher(page).matches() ? read(DIRECTORY + page) : null;
    }

    static String title(String text) {
        Matcher title = TITLE.matcher(text);
        return title.find() ? title.group(1).replace("`", "") : "";
    }

    /** What to read on a view or editor. @param part its id; null for none */
    static Place of(String part) {
        Properties topics = new Properties();
        String text = read("help-topics.properties");
        try {
            topics.load(new StringReader(text == null ? "" : text));
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string is read to its end
        }
        return Place.parse(topics.getProperty(part == null ? "" : part, START));
    }

    private static String read(String path) {
        URL entry = bundle().getEntry(path);
        if (entry == null) {
            return null;
        }
        try (InputStream in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            ILog.of(HelpPages.class).warn(path + " cannot be read", e);
            return null;
        }
    }

    private static Bundle bundle() {
        return FrameworkUtil.getBundle(HelpPages.class);
    }
}
