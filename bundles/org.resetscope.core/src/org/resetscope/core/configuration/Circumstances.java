package org.resetscope.core.configuration;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a device does depends on, beside its rules.
 *
 * @param settings kernel settings that differ from the defaults, by name with dots: net.netfilter.nf_conntrack_tcp_loose
 * @param kernel version such as "6.1" or "5.10.0-28-amd64", or null where unknown: a recent one
 */
public record Circumstances(Map<String, String> settings, String kernel) {

    /** Default settings of a recent kernel. */
    public static final Circumstances USUAL = new Circumstances(Map.of(), null);

    public Circumstances {
        Map<String, String> dotted = new TreeMap<>();
        settings.forEach((name, value) -> dotted.put(name.strip().replace('/', '.').toLowerCase(Locale.ROOT), value.strip()));
        settings = Map.copyOf(dotted);
    }

    /**
     * A setting's number.
     *
     * @param name the last part is enough: nf_conntrack_tcp_loose
     * @param usual where it is not given or no number
     */
    public long number(String name, long usual) {
        String value = settings.get(name);
        if (value == null) {
            value = settings.entrySet().stream().filter(e -> e.getKey().endsWith("." + name)).map(Map.Entry::getValue).findFirst()
                    .orElse(null);
        }
        try {
            return value == null ? usual : Long.parseLong(value);
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** Whether the kernel is older than a version; false where it is unknown. */
    public boolean kernelBefore(int major, int minor) {
        if (kernel == null) {
            return false;
        }
        String[] parts = kernel.strip().split("[^0-9]+");
        try {
            int given = Integer.parseInt(parts[0]);
            return given < major || given == major && parts.length > 1 && Integer.parseInt(parts[1]) < minor;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
