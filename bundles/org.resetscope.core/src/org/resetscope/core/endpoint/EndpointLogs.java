package org.resetscope.core.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.log.LogJoin;
import org.resetscope.core.log.LogFormat;
import org.resetscope.core.model.Problem;

/** Holds logs of endpoints and devices against the resets of an analysis. */
public final class EndpointLogs {

    private static final int TICKS = 10_000;

    private EndpointLogs() {
    }

    /**
     * Adds the lines that tell of the same connections at the same time to the evidence of their resets; they are told, not weighed. A log
     * that cannot be read becomes a problem of the analysis.
     *
     * @param monitor may be null; cancelling leaves out the logs that were not read by then
     */
    public static Analysis join(Analysis analysis, List<Path> logs, IProgressMonitor monitor) {
        Extensions<LogFormat> formats = Extensions.read(Extensions.LOG_FORMATS, LogFormat.class);
        LogJoin join = new LogJoin(analysis, specialFirst(formats));
        SubMonitor progress = SubMonitor.convert(monitor, "Reading logs", TICKS);
        long remaining = logs.stream().mapToLong(EndpointLogs::size).sum();
        for (Path log : logs) {
            if (!progress.isCanceled()) {
                progress.subTask("Reading " + log.getFileName());
                // as long as they are: a short one beside a long one is no half of the work
                progress.setWorkRemaining(TICKS);
                join.read(log, progress.newChild((int) (TICKS * (double) size(log) / remaining)));
            }
            remaining -= size(log);
        }
        List<Problem> problems = new ArrayList<>(analysis.problems());
        problems.addAll(join.problems());
        problems.addAll(formats.problems());
        return analysis.with(join.resets(), problems, analysis.cancelled() || progress.isCanceled());
    }

    private static long size(Path log) {
        try {
            return 1 + Files.size(log);
        } catch (IOException e) {
            return 1; // reading it will say so
        }
    }

    /** Syslog carries all kinds of lines: those who know one of them are asked before it. */
    private static List<Contribution<LogFormat>> specialFirst(Extensions<LogFormat> formats) {
        return formats.all().stream().sorted(Comparator.comparing(f -> f.contributor().equals("org.resetscope.core"))).toList();
    }
}
