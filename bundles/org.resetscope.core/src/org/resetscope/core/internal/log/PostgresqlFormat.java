package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** PostgreSQL with a log_line_prefix that begins with %m or %t, as delivered; %r in it names the client. */
public final class PostgresqlFormat implements LogFormat {

    private static final Pattern START = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?) ([A-Z]{2,5}|[+-]\\d\\d) ");

    @Override
    public LogEntry read(String line) {
        Matcher m = START.matcher(line);
        if (!m.lookingAt()) {
            return null;
        }
        String zone = m.group(5);
        boolean utc = zone.equals("UTC") || zone.equals("GMT");
        boolean numeric = !Character.isLetter(zone.charAt(0));
        Long nanos = Times.of(m.group(1), m.group(2), m.group(3), m.group(4), numeric ? zone : null);
        return nanos == null ? null : new LogEntry(nanos, utc || numeric ? Clock.ZONED : Clock.LOCAL, line.substring(m.end()));
    }
}
