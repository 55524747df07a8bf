package org.resetscope.routers.internal.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.resetscope.core.model.Endpoint;

/**
 * How one program or device is told the values.
 *
 * @param target id, as a person types it
 * @param where file or place that the configuration belongs to
 * @param tradeOff what it costs, and what it does not help against
 * @param ranges of placeholders that the target bounds
 * @param text the configuration, with placeholders
 */
record Template(String target, String title, String where, String tradeOff, String source, Map<String, Range> ranges, String text) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+(?:\\.[a-z]+)?)\\}");

    private static final int MOST_PORTS = 10;

    /** Values of a placeholder that the target takes. */
    record Range(long least, long most) {
    }

    /** @param notes where the target does not take the value that is wanted, and what holds for other servers */
    record Filled(String text, List<String> notes) {
    }

    /** Ready to paste, for the first of the servers; what is to be said likewise for the others is noted. */
    Filled fill(Timing timing, Collection<Endpoint> servers) {
        Endpoint first = servers.iterator().next();
        List<String> notes = new ArrayList<>();
        List<String> others = servers.stream().map(e -> String.valueOf(e.port())).distinct().filter(p -> !p.equals(String.valueOf(first.port()))).toList();
        if (!others.isEmpty() && text.contains("{port}")) {
            notes.add("For port " + first.port() + "; likewise for " + others.stream().limit(MOST_PORTS).collect(Collectors.joining(", "))
                    + (others.size() > MOST_PORTS ? ", ..." : "") + ".");
        }
        if (text.contains("{six}") && servers.stream().anyMatch(e -> six(e) != six(first))) {
            notes.add(six(first) ? "For IPv6; likewise for IPv4, without the 6." : "For IPv4; likewise for IPv6, with ip6 and inet6.");
        }
        StringBuilder filled = new StringBuilder();
        Matcher m = PLACEHOLDER.matcher(text);
        while (m.find()) {
            m.appendReplacement(filled, value(m.group(1), timing, first, notes));
        }
        return new Filled(m.appendTail(filled).toString(), List.copyOf(notes));
    }

    private static boolean six(Endpoint server) {
        return server.address().indexOf(':') >= 0;
    }

    private String value(String name, Timing timing, Endpoint server, List<String> notes) {
        if (name.equals("timeout.hms")) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", timing.timeout() / 3600, timing.timeout() / 60 % 60, timing.timeout() % 60);
        }
        if (name.equals("six")) {
            return six(server) ? "6" : "";
        }
        long wanted = number(name, timing, server.port());
        Range range = ranges.get(name);
        long taken = range == null ? wanted : Math.max(range.least(), Math.min(range.most(), wanted));
        String note = quantity(name, taken) + ": the " + (taken < wanted ? "most" : "least") + " that it takes; " + wanted + " would be better.";
        if (taken != wanted && !notes.contains(note)) {
            notes.add(note);
        }
        return Long.toString(taken);
    }

    private static String quantity(String name, long number) {
        String unit = name.endsWith(".s") ? " seconds" : name.endsWith(".ms") ? " milliseconds" : name.endsWith(".min") ? " minutes" : "";
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replaceAll("[.].*", "").replace("imeout", "ime-out") + " of " + number + unit;
    }

    /** The unit is part of the name, so that a template shows it: seconds, milliseconds, minutes (rounded up). */
    private static long number(String name, Timing timing, int port) {
        return switch (name) {
            case "keepalive.s" -> timing.keepalive();
            case "keepalive.ms" -> timing.keepalive() * 1000;
            case "interval.s" -> timing.interval();
            case "interval.ms" -> timing.interval() * 1000;
            case "probes" -> timing.probes();
            case "timeout.s" -> timing.timeout();
            case "timeout.min" -> (timing.timeout() + 59) / 60;
            case "port" -> port;
            default -> throw new IllegalArgumentException("there is no placeholder {" + name + "}");
        };
    }
}
