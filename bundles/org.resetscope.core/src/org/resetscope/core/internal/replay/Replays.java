package org.resetscope.core.internal.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.Replay;
import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.ReplayRequest;
import org.resetscope.core.configuration.ReplaySummary;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.configuration.TransitRequest;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.internal.correlate.DeviceRules;
import org.resetscope.core.internal.correlate.PointReader;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.internal.path.Placed;
import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;

/** Runs captures through the devices whose configurations the user gave: each capture is read once more for all of them. */
public final class Replays implements DeviceRules {

    private final Configurations configurations = new Configurations();
    private final List<Placed<ConfiguredDevice>> devices = new ArrayList<>();
    private final Circumstances circumstances;
    private final List<CaptureFormat> formats;
    private final Map<FrameRef, List<Placed<ReplayAnswer>>> answers = new HashMap<>();
    private final List<ReplaySummary> summaries = new ArrayList<>();

    /** @param path devices of which it is known where they stand: texts that are attached to one of them are its own */
    public Replays(List<ConfigurationText> texts, List<PathDevice> path, Circumstances circumstances, List<CaptureFormat> formats) {
        for (PathDevice device : path) {
            add(texts.stream().filter(t -> device.attached().contains(t.name())).toList(), device);
        }
        add(texts.stream().filter(t -> path.stream().noneMatch(d -> d.attached().contains(t.name()))).toList(), null);
        this.circumstances = circumstances;
        this.formats = formats;
    }

    private void add(List<ConfigurationText> texts, PathDevice place) {
        configurations.devices(texts).forEach(d -> devices.add(new Placed<>(d, place)));
    }

    /** Whether there is any device. */
    public boolean wanted() {
        return !devices.isEmpty();
    }

    /**
     * Reads a capture.
     *
     * @param inputs consecutive parts, null where one cannot be opened
     * @param resets frames that will be asked for
     */
    public void read(String capture, String point, List<CaptureInput> inputs, Set<Long> resets, SubMonitor monitor) {
        ReplayRequest request = new ReplayRequest(capture, point, resets::contains, circumstances);
        List<Placed<Replay>> replays = devices.stream().map(d -> new Placed<>(d.what().replay(request), d.place())).filter(r -> r.what() != null).toList();
        if (replays.isEmpty()) {
            return;
        }
        PointReader.read(inputs, formats, (packet, frame, nanos, digits) -> {
            for (Placed<Replay> replay : replays) {
                replay.what().take(packet, frame, nanos);
            }
        }, monitor, true);
        for (long reset : resets) {
            List<Placed<ReplayAnswer>> said = replays.stream().map(r -> new Placed<>(r.what().answer(reset), r.place())).filter(a -> a.what() != null)
                    .toList();
            if (!said.isEmpty()) {
                answers.put(new FrameRef(capture, reset), said);
            }
        }
        replays.forEach(r -> summaries.add(r.what().summary()));
    }

    @Override
    public ReplayAnswer answer(FrameRef reset, Stretch where) {
        return ReplayAnswer.of(Placed.within(answers.getOrDefault(reset, List.of()), where));
    }

    @Override
    public TransitReplay between(Predicate<FrameRef> resets, Stretch where) {
        TransitRequest request = new TransitRequest(resets, circumstances);
        List<TransitReplay> replays = Placed.within(devices, where).stream().map(d -> d.replay(request)).filter(Objects::nonNull).toList();
        return replays.isEmpty() ? null : new TransitReplays(replays);
    }

    /**
     * The resets of a capture that stands alone, judged again.
     *
     * @param onPath whether it was taken on the path of which it is known where devices stand
     */
    public List<Reset> judge(List<Reset> resets, Map<Long, Dossier> dossiers, Court court, boolean onPath) {
        return resets.stream().map(r -> judge(r, dossiers.get(r.packets().get(0).frame().frame()), court, onPath)).toList();
    }

    private Reset judge(Reset reset, Dossier dossier, Court court, boolean onPath) {
        ReplayAnswer answer = dossier == null ? null : answer(reset.packets().get(0).frame(), onPath ? where(dossier) : Stretch.NOWHERE);
        if (answer == null) {
            return reset;
        }
        List<Evidence> evidence = new ArrayList<>(reset.verdict().evidence());
        evidence.addAll(answer.evidence());
        Verdict verdict = court.judge(dossier, evidence, null);
        return reset.judged(verdict, answer.rule(verdict));
    }

    private static Stretch where(Dossier dossier) {
        return dossier.flow().inferred() ? Stretch.ANYWHERE : Stretch.before(dossier.claimedIsClient(), 0, 1);
    }

    public List<ReplaySummary> summaries() {
        return summaries;
    }

    /** What was wrong with plug-ins, and what devices left out. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(configurations.problems());
        summaries.stream().filter(s -> s.gap() != null).forEach(s -> problems.add(Problem.of("capped", s.device() + ": " + s.gap())));
        return problems;
    }
}
