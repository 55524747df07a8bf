package org.resetscope.vendors.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/**
 * Traffic logs of Palo Alto firewalls, as syslog sends them: fields between commas, in the order of the PAN-OS Administrator's Guide
 * (Traffic Log Fields). How a session ended is the 47th. Times are the firewall's own, without a zone.
 */
public final class PanOsFormat implements LogFormat {

    private static final int TYPE = 3;
    private static final int SUBTYPE = 4;
    private static final int GENERATED = 6;
    private static final int SOURCE = 7;
    private static final int DESTINATION = 8;
    private static final int RULE = 11;
    private static final int SOURCE_PORT = 24;
    private static final int DESTINATION_PORT = 25;
    private static final int END_REASON = 46;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
    private static final Map<String, String> REASONS = Map.of(
            "tcp-rst-from-client", "the client ended it by a reset",
            "tcp-rst-from-server", "the server ended it by a reset",
            "aged-out", "it was idle until its time-out",
            "tcp-fin", "it was closed in order",
            "tcp-reuse", "its ports were used again",
            "threat", "a threat was found in it",
            "policy-deny", "a policy denied it",
            "resources-unavailable", "the firewall had no room for it");

    @Override
    public LogEntry read(String line) {
        if (!line.contains(",TRAFFIC,end,")) {
            return null;
        }
        String[] fields = line.split(",", END_REASON + 2);
        if (fields.length <= END_REASON || !fields[TYPE].equals("TRAFFIC") || !fields[SUBTYPE].equals("end")) {
            return null;
        }
        try {
            long seconds = LocalDateTime.parse(fields[GENERATED], TIME).toEpochSecond(ZoneOffset.UTC);
            String reason = fields[END_REASON];
            return new LogEntry(seconds * 1_000_000_000L, Clock.LOCAL, "PAN-OS session " + Ends.of(fields[SOURCE], fields[SOURCE_PORT]) + " -> "
                    + Ends.of(fields[DESTINATION], fields[DESTINATION_PORT]) + ", rule " + fields[RULE] + ": "
                    + REASONS.getOrDefault(reason, "ended") + " (session end reason " + reason + ")");
        } catch (DateTimeException e) {
            return null;
        }
    }
}
