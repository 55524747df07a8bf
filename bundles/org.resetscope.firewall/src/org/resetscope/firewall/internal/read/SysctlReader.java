package org.resetscope.firewall.internal.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Source;

/** Reads what "sysctl -a" prints, and files like /etc/sysctl.conf: what rules do depends on some of these settings. */
public final class SysctlReader {

    private static final Pattern SETTING = Pattern
            .compile("^\\s*-?\\s*((?:net|kernel|vm|fs|abi|debug|dev|user|sunrpc|crypto)[./][\\w./*-]+)\\s*=\\s*(.*?)\\s*$");

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Source> places = new LinkedHashMap<>();

    /** Most lines that are no comments must be settings. */
    public static boolean recognises(String head) {
        long all = head.lines().limit(200).filter(l -> !l.isBlank() && "#;".indexOf(l.strip().charAt(0)) < 0).count();
        long known = head.lines().limit(200).filter(l -> SETTING.matcher(l).matches()).count();
        return known > 0 && 2 * known > all;
    }

    public void read(ConfigurationText text) {
        int line = 0;
        for (String l : (Iterable<String>) text.text().lines()::iterator) {
            line++;
            Matcher setting = SETTING.matcher(l);
            if (setting.matches()) {
                String name = setting.group(1).replace('/', '.');
                settings.put(name, setting.group(2));
                places.put(name, new Source(text.name(), line, setting.start(1) + 1, l.stripTrailing().length() + 1, l.strip()));
            }
        }
    }

    /** By name with dots. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Where each is said. */
    public Map<String, Source> places() {
        return places;
    }
}
