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
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;

/** Runs captures through the devices whose configurations the user gave: each capture is read once more for all of them. */
public final class Replays implements DeviceRules {

    private final Configurations configurations = new Configurations();
    private final List<ConfiguredDevice> devices;
    private final Circumstances circumstances;
    private final List<CaptureFormat> formats;
    private final Map<FrameRef, ReplayAnswer> answers = new HashMap<>();
    private final List<ReplaySummary> summaries = new ArrayList<>();

    public Replays(List<ConfigurationText> texts, Circumstances circumstances, List<CaptureFormat> formats) {
        this.devices = configurations.devices(texts);
        this.circumstances = circumstances;
        this.formats = formats;
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
        List<Replay> replays = devices.stream().map(d -> d.replay(request)).filter(Objects::nonNull).toList();
        if (replays.isEmpty()) {
            return;
        }
        PointReader.read(inputs, formats, (packet, frame, nanos, digits) -> {
            for (Replay replay : replays) {
                replay.take(packet, frame, nanos);
            }
        }, monitor, true);
        for (long reset : resets) {
            ReplayAnswer answer = ReplayAnswer.of(replays.stream().map(r -> r.answer(reset)).filter(Objects::nonNull).toList());
            if (answer != null) {
                answers.put(new FrameRef(capture, reset), answer);
            }
        }
        replays.forEach(r -> summaries.add(r.summary()));
    }

    @Override
    public ReplayAnswer answer(FrameRef reset) {
        return answers.get(reset);
    }

    @Override
    public TransitReplay between(Predicate<FrameRef> resets) {
        TransitRequest request = new TransitRequest(resets, circumstances);
        List<TransitReplay> replays = devices.stream().map(d -> d.replay(request)).filter(Objects::nonNull).toList();
        return replays.isEmpty() ? null : new TransitReplays(replays);
    }

    /** The resets of a capture that stands alone, judged again. */
    public List<Reset> judge(List<Reset> resets, Map<Long, Dossier> dossiers, Court court) {
        return resets.stream().map(r -> judge(r, dossiers.get(r.packets().get(0).frame().frame()), court)).toList();
    }

    private Reset judge(Reset reset, Dossier dossier, Court court) {
        ReplayAnswer answer = dossier == null ? null : answer(reset.packets().get(0).frame());
        if (answer == null) {
            return reset;
        }
        List<Evidence> evidence = new ArrayList<>(reset.verdict().evidence());
        evidence.addAll(answer.evidence());
        Verdict verdict = court.judge(dossier, evidence, null);
        return reset.judged(verdict, answer.rule(verdict));
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
