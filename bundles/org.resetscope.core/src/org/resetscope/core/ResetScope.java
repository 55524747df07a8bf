package org.resetscope.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.Budget;
import org.resetscope.core.internal.analyze.CaptureAnalyzer;
import org.resetscope.core.internal.analyze.ContributedFormats;
import org.resetscope.core.internal.analyze.KeptInputs;
import org.resetscope.core.internal.analyze.Opener;
import org.resetscope.core.internal.correlate.Correlator;
import org.resetscope.core.internal.correlate.Survey;
import org.resetscope.core.internal.judge.Consequences;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.internal.replay.Replays;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.reading.Captures;

/**
 * The front door of the engine: what command line, console and workbench all call. Thread-safe; one instance serves many analyses.
 */
public final class ResetScope {

    private static final int TICKS_PER_FILE = 1000;

    /**
     * Reads captures and explains every TCP reset in them. Those that have the name of a capture point are taken as captures of the same
     * traffic and compared with each other, when there are at least two. Bad input is reported in the result, not thrown.
     *
     * @param files each an independent capture or a point, unless {@link Settings#join()} says otherwise
     * @param monitor told the bytes read as work done; cancelling it gives a partial analysis marked as such; may be null
     */
    public Analysis analyze(List<CaptureFile> files, Settings settings, IProgressMonitor monitor) {
        return analyze(files, settings, monitor, null);
    }

    /**
     * As {@link #analyze(List, Settings, IProgressMonitor)}, telling what is known so far while captures that stand alone are read.
     *
     * @param soFar told now and then, on the calling thread: ids, verdicts and incidents may still change, and nothing is compared yet or
     *        held against rules; may be null
     */
    public Analysis analyze(List<CaptureFile> files, Settings settings, IProgressMonitor monitor, Consumer<Analysis> soFar) {
        List<List<CaptureFile>> captures = captures(files, settings);
        int compared = (int) captures.stream().filter(parts -> parts.get(0).point() != null).count();
        int replayed = settings.configurations().isEmpty() ? 0 : files.size();
        SubMonitor progress = SubMonitor.convert(monitor, "Analysing captures",
                (files.size() + replayed + (compared > 1 ? compared : 0)) * TICKS_PER_FILE);
        return new Run(settings, compared > 1, progress, soFar).analyze(captures);
    }

    /** Files that are read as one capture, in the order given; with --join, all of one point, and all that have none. */
    private static List<List<CaptureFile>> captures(List<CaptureFile> files, Settings settings) {
        if (!settings.join()) {
            return files.stream().map(List::of).toList();
        }
        Map<String, List<CaptureFile>> byPoint = new LinkedHashMap<>();
        files.forEach(f -> byPoint.computeIfAbsent(f.point(), p -> new ArrayList<>()).add(f));
        return List.copyOf(byPoint.values());
    }

    /** Files that are one capture. */
    private record Input(int index, List<CaptureFile> parts) {

        private String point() {
            return parts.get(0).point();
        }
    }

    /** One analysis. */
    private static final class Run {

        private final Settings settings;
        private final boolean compare;
        private final SubMonitor progress;
        private final Consumer<Analysis> soFar;
        private final Extensions<CaptureFormat> formats = Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class);
        private final Extensions<Detector> detectors = Extensions.read(Extensions.DETECTORS, Detector.class);
        private final List<CaptureFormat> readers = ContributedFormats.of(formats);
        private final Court court;
        private final Budget budget = new Budget();
        /** By the input's index, for points are read before the others. */
        private final Map<Integer, Capture> captures = new TreeMap<>();
        private final List<Reset> resets = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Numbering numbering = new Numbering();
        private final Replays replays;
        private List<PathPoint> path = List.of();

        /** @param compare whether captures of several points are compared */
        private Run(Settings settings, boolean compare, SubMonitor progress, Consumer<Analysis> soFar) {
            this.compare = compare;
            this.soFar = soFar;
            this.settings = settings;
            this.progress = progress;
            this.replays = new Replays(settings.configurations(), settings.path(), settings.circumstances(), readers);
            this.court = new Court(detectors, settings.devices(), settings.path());
        }

        private Analysis analyze(List<List<CaptureFile>> files) {
            List<Input> inputs = new ArrayList<>();
            files.forEach(parts -> inputs.add(new Input(inputs.size(), parts)));
            List<Input> points = inputs.stream().filter(i -> i.point() != null).toList();
            if (compare) {
                compare(points);
            }
            for (Input input : inputs) {
                if (!progress.isCanceled() && !(compare && input.point() != null)) {
                    number(replays.wanted() ? replayed(input) : read(input, this::open, false, null).resets());
                }
            }
            problems.addAll(0, replays.problems());
            problems.addAll(0, detectors.problems());
            problems.addAll(0, formats.problems());
            problems.addAll(0, Extensions.unusable());
            return new Analysis(List.copyOf(captures.values()), Collections.unmodifiableList(resets), path, List.copyOf(problems),
                    progress.isCanceled(), List.copyOf(replays.summaries())).heldAgainst(settings.devices());
        }

        /** A capture that stands alone, held against the rules. */
        private List<Reset> replayed(Input input) {
            try (KeptInputs kept = new KeptInputs(this::open)) {
                CaptureAnalyzer.Result result = read(input, kept, true, null);
                replay(input, kept, result);
                return replays.judge(result.resets(), result.dossiers(), court, !compare);
            }
        }

        private void replay(Input input, KeptInputs kept, CaptureAnalyzer.Result result) {
            if (replays.wanted() && !progress.isCanceled()) {
                replays.read(result.capture().id(), input.point(), kept.inputs(), result.dossiers().keySet(),
                        progress.newChild(input.parts().size() * TICKS_PER_FILE));
            }
        }

        private void compare(List<Input> inputs) {
            List<KeptInputs> opened = new ArrayList<>();
            try {
                List<Correlator.Point> points = new ArrayList<>();
                for (Input input : inputs) {
                    if (!progress.isCanceled()) {
                        KeptInputs kept = new KeptInputs(this::open);
                        opened.add(kept);
                        Survey survey = new Survey(points.size(), inputs.size());
                        CaptureAnalyzer.Result result = read(input, kept, true, survey);
                        replay(input, kept, result);
                        points.add(new Correlator.Point(result.capture().id(), input.point(), kept.inputs(), result.resets(), result.dossiers(),
                                survey));
                    }
                }
                if (progress.isCanceled()) {
                    points.forEach(p -> number(p.resets()));
                    return;
                }
                Correlator.Result result = new Correlator(points, readers, court, replays, settings.order())
                        .correlate(progress.newChild(inputs.size() * TICKS_PER_FILE));
                problems.addAll(result.problems());
                path = result.path();
                number(result.resets());
            } finally {
                opened.forEach(KeptInputs::close);
            }
        }

        private CaptureInput open(String file, BooleanSupplier cancelled) throws CaptureException {
            return Captures.open(file, settings.spoolDirectory(), cancelled);
        }

        private CaptureAnalyzer.Result read(Input input, Opener opener, boolean keepDossiers, Survey survey) {
            CaptureAnalyzer analyzer = new CaptureAnalyzer("c" + (input.index() + 1), input.point(),
                    input.parts().stream().map(CaptureFile::file).toList(), opener, readers, court, budget, keepDossiers);
            analyzer.handOn(survey);
            if (soFar != null && input.point() == null) {
                analyzer.watch(this::tell);
            }
            CaptureAnalyzer.Result result = analyzer.analyze(progress.newChild(input.parts().size() * TICKS_PER_FILE));
            captures.put(input.index(), result.capture());
            return result;
        }

        private void tell(CaptureAnalyzer.Result known) {
            List<Capture> read = new ArrayList<>(captures.values());
            read.add(known.capture());
            List<Reset> found = new ArrayList<>(resets);
            found.addAll(numbering.copy().number(known.resets()));
            soFar.accept(new Analysis(read, found, List.of(), false));
        }

        private void number(List<Reset> of) {
            resets.addAll(Consequences.name(numbering.number(of)));
        }
    }

    /** Ids over the whole analysis. */
    private static final class Numbering {

        private int resets;
        private int incidents;

        private Numbering copy() {
            Numbering copy = new Numbering();
            copy.resets = resets;
            copy.incidents = incidents;
            return copy;
        }

        private List<Reset> number(List<Reset> of) {
            List<Reset> numbered = new ArrayList<>(of.size());
            Map<String, String> known = new HashMap<>();
            for (Reset r : of) {
                String incident = known.computeIfAbsent(r.incident(), i -> "i" + ++incidents);
                numbered.add(r.numbered("r" + ++resets, incident));
            }
            return numbered;
        }
    }
}
