package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** The error log of Apache httpd, as ErrorLogFormat is delivered. */
public final class ApacheErrorFormat implements LogFormat {

    private static final Pattern START = Pattern.compile("\\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?) (\\d{4})\\] ");

    @Override
    public LogEntry read(String line) {
        Matcher m = START.matcher(line);
        Long nanos = m.lookingAt() ? Times.of(m.group(4), m.group(1), m.group(2), m.group(3), null) : null;
        return nanos == null ? null : new LogEntry(nanos, Clock.LOCAL, line.substring(m.end()));
    }
}
