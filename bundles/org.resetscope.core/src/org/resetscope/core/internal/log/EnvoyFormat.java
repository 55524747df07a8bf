package org.resetscope.core.internal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** The access log of Envoy, in its own format and in Istio's; of a request that began then, and ended so many milliseconds later. */
public final class EnvoyFormat implements LogFormat {

    private static final Pattern REQUEST = Pattern.compile("\\[(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})Z\\] \"[^\"]{0,8000}\" \\d{1,3} (\\S{1,80}) "
            + "(?:[^\" ]\\S{0,200} [^\"]{1,400} \"[^\"]{0,400}\" )?\\d{1,18} \\d{1,18} (\\d{1,9}) ");
    /** envoyproxy.io, access logging, %RESPONSE_FLAGS%: short names, those that tell of a connection. */
    private static final Map<String, String> FLAGS = Map.ofEntries(Map.entry("UC", "the upstream's connection was closed or reset"),
            Map.entry("UF", "the upstream refused the connection, or it failed"), Map.entry("DC", "the client closed or reset its connection"),
            Map.entry("UR", "the upstream reset the stream"), Map.entry("LR", "Envoy reset the stream itself"),
            Map.entry("UT", "the upstream's request timed out"), Map.entry("UH", "no healthy upstream: refused"),
            Map.entry("UO", "circuit breaker: aborted"), Map.entry("URX", "retries exhausted, or connection attempts refused"),
            Map.entry("SI", "stream idle: timed out"), Map.entry("DT", "longest duration: timed out"), Map.entry("LH", "the health check reset it"),
            Map.entry("DPE", "protocol error of the client: closed"), Map.entry("UPE", "protocol error of the upstream: closed"),
            Map.entry("UMSDR", "upstream's longest stream duration: reset"), Map.entry("OM", "overload: closed"));

    @Override
    public LogEntry read(String line) {
        Matcher m = REQUEST.matcher(line);
        Long began = m.lookingAt() ? Times.of(m.group(1), m.group(2), m.group(3), m.group(4), "Z") : null;
        return began == null ? null : new LogEntry(began + Long.parseLong(m.group(6)) * 1_000_000L, Clock.ZONED, words(m.group(5)) + line);
    }

    private static String words(String flags) {
        List<String> words = new ArrayList<>();
        for (String flag : flags.split(",")) {
            if (FLAGS.containsKey(flag)) {
                words.add(FLAGS.get(flag));
            }
        }
        return words.isEmpty() ? "" : "(" + String.join("; ", words) + ") ";
    }
}
