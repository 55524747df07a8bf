package org.resetscope.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.endpoint.EndpointLogs;

/** Kept as long as the session; opening the same files again replaces what was read of them. */
final class OwnAnalyses implements OpenAnalyses {

    private record Key(List<CaptureFile> files, boolean join) {
    }

    private final Map<Key, Analysis> open = new LinkedHashMap<>();
    private final ResetScope engine = new ResetScope();

    @Override
    public synchronized List<Analysis> all() {
        return new ArrayList<>(open.values());
    }

    @Override
    public Analysis open(List<CaptureFile> files, Settings settings, List<Path> logs, IProgressMonitor monitor) {
        Analysis analysis = read(files, settings, logs, monitor);
        if (!analysis.cancelled() && analysis.captures().stream().anyMatch(c -> c.readable())) {
            synchronized (this) {
                open.put(new Key(List.copyOf(files), settings.join()), analysis);
            }
        }
        return analysis;
    }

    private Analysis read(List<CaptureFile> files, Settings settings, List<Path> logs, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, logs.isEmpty() ? 1 : 2);
        Analysis analysis = engine.analyze(files, settings, progress.newChild(1)).withDevices(settings.path());
        return logs.isEmpty() ? analysis : EndpointLogs.join(analysis, logs, progress.newChild(1));
    }

    @Override
    public Analysis join(Analysis analysis, List<Path> logs, IProgressMonitor monitor) {
        Analysis joined = EndpointLogs.join(analysis, logs, monitor);
        if (!joined.cancelled() || analysis.cancelled()) {
            synchronized (this) {
                open.replaceAll((key, value) -> value == analysis ? joined : value);
            }
        }
        return joined;
    }

    @Override
    public synchronized void close(Analysis analysis) {
        open.values().removeIf(a -> a == analysis);
    }
}
