package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** The error log of nginx, and the access logs of web servers in the common format and those that start like it. */
public final class WebServerFormat implements LogFormat {

    private static final Pattern ERROR = Pattern.compile("(\\d{4})/(\\d\\d)/(\\d\\d) (\\d\\d:\\d\\d:\\d\\d) (\\[[a-z]{1,10}\\] .*)");
    private static final Pattern ACCESS = Pattern.compile("[^ ]{1,255} [^ ]{1,64} [^\\[]{1,255}\\[(\\d\\d)/([A-Z][a-z]{2})/(\\d{4}):(\\d\\d:\\d\\d:\\d\\d)"
            + " ([+-]\\d{4})\\] ");

    @Override
    public LogEntry read(String line) {
        Matcher m = ERROR.matcher(line);
        if (m.matches()) {
            Long nanos = Times.of(m.group(1), m.group(2), m.group(3), m.group(4), null);
            return nanos == null ? null : new LogEntry(nanos, Clock.LOCAL, m.group(5));
        }
        m = ACCESS.matcher(line);
        if (!m.lookingAt()) {
            return null;
        }
        Long nanos = Times.of(m.group(3), m.group(2), m.group(1), m.group(4), m.group(5));
        return nanos == null ? null : new LogEntry(nanos, Clock.ZONED, line);
    }
}
