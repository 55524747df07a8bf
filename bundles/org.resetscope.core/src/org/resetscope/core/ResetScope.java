package org.resetscope.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.Budget;
import org.resetscope.core.internal.analyze.CaptureAnalyzer;
import org.resetscope.core.internal.analyze.ContributedFormats;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;

/**
 * The front door of the engine: what command line, console and workbench all call. Thread-safe; one instance serves many analyses.
 */
public final class ResetScope {

    private static final int TICKS_PER_FILE = 1000;

    /**
     * Reads captures and explains every TCP reset in them. Bad input is reported in the result, not thrown.
     *
     * @param files each an independent capture, unless {@link Settings#join()} says otherwise
     * @param monitor told the bytes read as work done; cancelling it gives a partial analysis marked as such; may be null
     */
    public Analysis analyze(List<CaptureFile> files, Settings settings, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, "Analysing captures", files.size() * TICKS_PER_FILE);
        Extensions<CaptureFormat> formats = Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class);
        Extensions<Detector> detectors = Extensions.read(Extensions.DETECTORS, Detector.class);
        List<CaptureFormat> readers = ContributedFormats.of(formats);
        Court court = new Court(detectors);
        Budget budget = new Budget();
        List<Capture> captures = new ArrayList<>();
        List<Reset> resets = new ArrayList<>();
        Numbering numbering = new Numbering();
        for (List<CaptureFile> parts : settings.join() && !files.isEmpty() ? List.of(files) : files.stream().map(List::of).toList()) {
            if (progress.isCanceled()) {
                break;
            }
            String id = "c" + (captures.size() + 1);
            CaptureAnalyzer.Result result = new CaptureAnalyzer(id, parts.get(0).point(),
                    parts.stream().map(CaptureFile::file).toList(), settings.spoolDirectory(), readers, court, budget)
                    .analyze(progress.newChild(parts.size() * TICKS_PER_FILE));
            captures.add(result.capture());
            result.resets().forEach(r -> resets.add(numbering.number(r)));
            numbering.nextCapture();
        }
        List<Problem> problems = new ArrayList<>(formats.problems());
        problems.addAll(detectors.problems());
        return new Analysis(List.copyOf(captures), resets, List.copyOf(problems), progress.isCanceled());
    }

    /** Ids over the whole analysis. */
    private static final class Numbering {

        private int resets;
        private int incidents;
        private final Map<String, String> ofCapture = new HashMap<>();

        private Reset number(Reset r) {
            String incident = ofCapture.computeIfAbsent(r.incident(), i -> "i" + ++incidents);
            return r.numbered("r" + ++resets, incident);
        }

        private void nextCapture() {
            ofCapture.clear();
        }
    }
}
