package org.resetscope.vendors.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/**
 * Traffic logs of a FortiGate: {@code ... eventtime=1700000000000000000 ... srcip=... srcport=... dstip=... dstport=... action="client-rst"},
 * alone or behind a syslog header. What it did to a session stands in {@code action} (FortiOS Log Message Reference, traffic).
 */
public final class FortiGateFormat implements LogFormat {

    private static final Pattern FIELD = Pattern.compile("(\\w{1,20})=(\"[^\"]{0,200}\"|\\S{1,200})");
    private static final Map<String, String> ACTIONS = Map.of(
            "client-rst", "the client ended it by a reset",
            "server-rst", "the server ended it by a reset",
            "timeout", "it was idle until its time-out",
            "close", "it was closed in order",
            "deny", "a policy denied it",
            "ip-conn", "the server could not be reached");
    private static final long NANOS_OF_2001 = 1_000_000_000_000_000_000L;

    @Override
    public LogEntry read(String line) {
        if (!line.contains("eventtime=") || !line.contains("srcip=")) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2).replace("\"", ""));
        }
        String action = fields.getOrDefault("action", "");
        if (!"traffic".equals(fields.get("type")) || !fields.keySet().containsAll(Set.of("srcip", "srcport", "dstip", "dstport"))) {
            return null;
        }
        try {
            long event = Long.parseLong(fields.get("eventtime"));
            long nanos = event < NANOS_OF_2001 ? Math.multiplyExact(event, 1_000_000_000L) : event; // seconds before FortiOS 6.2
            return new LogEntry(nanos, Clock.ZONED, "FortiGate session " + Ends.of(fields.get("srcip"), fields.get("srcport")) + " -> "
                    + Ends.of(fields.get("dstip"), fields.get("dstport")) + ", policy " + fields.getOrDefault("policyid", "?") + ": "
                    + ACTIONS.getOrDefault(action, "action") + " (action " + action + ", after " + fields.getOrDefault("duration", "?") + " s)");
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
