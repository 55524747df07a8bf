package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** Syslog as files and the network have it: RFC 5424, RFC 3164, and the time of RFC 3339 that rsyslog writes. */
public final class SyslogFormat implements LogFormat {

    private static final Pattern NEW = Pattern.compile("(?:<\\d{1,3}>\\d{0,2} ?)?(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)"
            + "(Z|[+-]\\d\\d:?\\d\\d) ");
    private static final Pattern OLD = Pattern.compile("(?:<\\d{1,3}>)?([A-Z][a-z]{2})  ?(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) ");

    @Override
    public LogEntry read(String line) {
        Matcher m = NEW.matcher(line);
        if (m.lookingAt()) {
            return entry(Times.of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5)), Clock.ZONED, line.substring(m.end()));
        }
        m = OLD.matcher(line);
        return m.lookingAt() ? entry(Times.of("2000", m.group(1), m.group(2), m.group(3), null), Clock.NO_YEAR, line.substring(m.end())) : null;
    }

    private static LogEntry entry(Long nanos, Clock clock, String message) {
        // RFC 5424, 6.4: a message of UTF-8 begins with a mark
        return nanos == null ? null : new LogEntry(nanos, clock, HaproxyState.explain(message.replace("\ufeff", "")));
    }
}
