package org.resetscope.ui.internal.words;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.resetscope.core.model.Endpoint;

/**
 * Names that the user gave to addresses, in the format of {@code /etc/hosts}. Nothing is ever looked up: a query could tell who is
 * under suspicion. Thread-safe.
 */
public final class HostNames {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int LONGEST = 64;

    private static volatile Map<String, String> names = Map.of();

    private HostNames() {
    }

    /** Takes the place of those before. @param hosts lines of an address and its names; # begins a comment */
    public static void use(String hosts) {
        Map<String, String> next = new HashMap<>();
        hosts.lines().forEach(line -> {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            String address = words.length > 1 ? key(words[0]) : null;
            if (address != null) {
                next.putIfAbsent(address, shortened(words[1]));
            }
        });
        names = Map.copyOf(next);
    }

    /** The first line that is neither empty, a comment, nor an address with a name; null where all are well. */
    public static String wrong(String hosts) {
        return hosts.lines().filter(line -> {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            return !words[0].isEmpty() && (words.length < 2 || key(words[0]) == null);
        }).findFirst().orElse(null);
    }

    /** "name:port" where the address has one, else as it is. */
    public static String of(Endpoint endpoint) {
        String name = name(endpoint.address());
        return name == null ? endpoint.toString() : name + ":" + endpoint.port();
    }

    /** Of an address; null for none. */
    public static String name(String address) {
        Map<String, String> now = names;
        String key = now.isEmpty() ? null : key(address);
        return key == null ? null : now.get(key);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "\u2026" : name;
    }

    /** The same for every way to write an address; null where it is none. */
    private static String key(String literal) {
        try {
            // A number is taken as an IPv4 address too, which nobody means; names would be looked up.
            boolean address = literal.indexOf('.') > 0 || literal.indexOf(':') >= 0;
            return address && LITERAL.matcher(literal).matches() ? InetAddress.getByName(literal).getHostAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
