package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** java.util.logging as the JDK is delivered ("Nov 26, 2026 10:00:00 AM com.acme.Main run"), and Tomcat's ("26-Nov-2026 10:00:00.123 SEVERE ..."). */
public final class JavaUtilFormat implements LogFormat {

    /** Newer JDKs put a narrow no-break space before AM. */
    private static final Pattern JDK = Pattern.compile("([A-Z][a-z]{2}) (\\d{1,2}), (\\d{4}),? (\\d{1,2}):(\\d\\d:\\d\\d)[ \u202f]([AP])M ");
    private static final Pattern TOMCAT = Pattern.compile("(\\d\\d)-([A-Z][a-z]{2})-(\\d{4}) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3})?) ");

    @Override
    public LogEntry read(String line) {
        Matcher m = JDK.matcher(line);
        if (m.lookingAt()) {
            int hour = Integer.parseInt(m.group(4)) % 12 + (m.group(6).equals("P") ? 12 : 0);
            return entry(Times.of(m.group(3), m.group(1), m.group(2), (hour < 10 ? "0" : "") + hour + ":" + m.group(5), null), line.substring(m.end()));
        }
        m = TOMCAT.matcher(line);
        return m.lookingAt() ? entry(Times.of(m.group(3), m.group(2), m.group(1), m.group(4), null), line.substring(m.end())) : null;
    }

    private static LogEntry entry(Long nanos, String message) {
        return nanos == null ? null : new LogEntry(nanos, Clock.LOCAL, message);
    }
}
