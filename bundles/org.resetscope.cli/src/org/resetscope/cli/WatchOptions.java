package org.resetscope.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When watching ends by itself; a mixin for commands that watch running traffic. */
public final class WatchOptions {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)?");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--count", paramLabel = "N", description = "Stop watching after N packets.")
    private long count;

    @Option(names = "--duration", paramLabel = "TIME", description = "Stop watching after that time: 90, 90s, 15m, 8h or 2d.")
    private String duration;

    /** Whether any was given. */
    public boolean given() {
        return count != 0 || duration != null;
    }

    /** Packets; 0 for no limit. */
    public long count() {
        if (count < 0) {
            throw new ParameterException(spec.commandLine(), "--count: takes 1 or more");
        }
        return count;
    }

    /** Seconds; {@link Long#MAX_VALUE} for no limit. */
    public long seconds() {
        if (duration == null) {
            return Long.MAX_VALUE;
        }
        Matcher parts = DURATION.matcher(duration);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw new ParameterException(spec.commandLine(), "--duration: '" + duration + "' is no time such as 90s, 15m, 8h or 2d");
        }
        return Long.parseLong(parts.group(1)) * switch (parts.group(2) == null ? "s" : parts.group(2)) {
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> 1;
        };
    }
}
