package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/**
 * Lines that begin with a date as ISO 8601 has it and a time: log4j, logback, Elasticsearch, MySQL and MariaDB, Python's logging, tcpdump
 * -tttt (pflog), and many others. A bracket or the level of the message may stand before.
 */
public final class DatedFormat implements LogFormat {

    private static final Pattern START = Pattern.compile("(?:[A-Z]{4,8}:? {1,5}|[A-Z][a-z]{2} )?\\[?(\\d{4})-(\\d\\d)-(\\d\\d)[T ] ?(\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)"
            + " ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?(?=[\\]\\[ \\t])\\]? ?");

    @Override
    public LogEntry read(String line) {
        Matcher m = START.matcher(line);
        if (!m.lookingAt()) {
            return null;
        }
        String time = m.group(4).charAt(1) == ':' ? "0" + m.group(4) : m.group(4);
        Long nanos = Times.of(m.group(1), m.group(2), m.group(3), time, m.group(5));
        return nanos == null ? null : new LogEntry(nanos, m.group(5) == null ? Clock.LOCAL : Clock.ZONED, line.substring(m.end()));
    }
}
