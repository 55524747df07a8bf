package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** Events of connection tracking: conntrack -E -o timestamp. Without that option they have no time, and nothing to be joined by. */
public final class ConntrackFormat implements LogFormat {

    private static final Pattern EVENT = Pattern.compile("\\[(\\d{9,10})\\.(\\d{1,6})\\s*\\]\\s+(\\[[A-Z]{3,7}\\] .*)");

    @Override
    public LogEntry read(String line) {
        Matcher m = EVENT.matcher(line);
        if (!m.matches()) {
            return null;
        }
        // conntrack pads the microseconds with blanks behind, not with zeros before
        long nanos = Long.parseLong(m.group(1)) * 1_000_000_000L + Long.parseLong(m.group(2)) * 1000;
        return new LogEntry(nanos, Clock.ZONED, m.group(3));
    }
}
