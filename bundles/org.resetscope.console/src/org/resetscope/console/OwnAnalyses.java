package org.resetscope.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;

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
    public Analysis open(List<CaptureFile> files, Settings settings, IProgressMonitor monitor) {
        Analysis analysis = engine.analyze(files, settings, monitor);
        if (!analysis.cancelled() && analysis.captures().stream().anyMatch(c -> c.readable())) {
            synchronized (this) {
                open.put(new Key(List.copyOf(files), settings.join()), analysis);
            }
        }
        return analysis;
    }

    @Override
    public synchronized void close(Analysis analysis) {
        open.values().removeIf(a -> a == analysis);
    }
}
