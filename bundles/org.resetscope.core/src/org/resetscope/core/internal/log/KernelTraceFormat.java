package org.resetscope.core.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** The kernel's own account of resets: tcp:tcp_send_reset and tcp:tcp_receive_reset, as trace-cmd, perf script or tracefs print them. */
public final class KernelTraceFormat implements LogFormat {

    private static final Pattern EVENT = Pattern.compile("(\\d{1,9})\\.(\\d{6,9}): +(?:tcp:)?(tcp_(?:send|receive)_reset: .*)");

    @Override
    public LogEntry read(String line) {
        Matcher m = EVENT.matcher(line);
        return m.find() ? new LogEntry(Long.parseLong(m.group(1)) * 1_000_000_000L + Long.parseLong((m.group(2) + "000").substring(0, 9)), Clock.UPTIME,
                m.group(3)) : null;
    }
}
