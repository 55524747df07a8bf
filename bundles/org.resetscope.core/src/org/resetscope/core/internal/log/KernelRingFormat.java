package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** The kernel's messages, such as those of netfilter's LOG target, as dmesg prints them: seconds since the machine started. */
public final class KernelRingFormat implements LogFormat {

    /** Facility and level before it where dmesg was asked for raw lines. */
    private static final Pattern MESSAGE = Pattern.compile("(?:<\\d{1,3}>)?\\[ {0,6}(\\d{1,8})\\.(\\d{6})\\] ");

    @Override
    public LogEntry read(String line) {
        Matcher m = MESSAGE.matcher(line);
        return m.lookingAt() ? new LogEntry(Long.parseLong(m.group(1)) * 1_000_000_000L + Long.parseLong(m.group(2)) * 1000, Clock.UPTIME,
                line.substring(m.end())) : null;
    }
}
