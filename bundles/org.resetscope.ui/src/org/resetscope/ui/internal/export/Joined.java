package org.resetscope.ui.internal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.configuration.ReplaySummary;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Verdict;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;

/** Resets of several analyses as one, which reports can be written of. Ids stay as they are where there is one only. */
public final class Joined {

    private Joined() {
    }

    /** @param resets of captures that may be open apart from each other; those of one stay in their order */
    public static Analysis of(List<OpenReset> resets) {
        Map<OpenCapture, List<Reset>> byCapture = new LinkedHashMap<>();
        resets.forEach(r -> byCapture.computeIfAbsent(r.capture(), c -> new ArrayList<>()).add(r.reset()));
        return of(byCapture);
    }

    static Analysis of(Map<OpenCapture, List<Reset>> chosen) {
        List<Analysis> parts = new ArrayList<>();
        chosen.forEach((capture, resets) -> {
            Analysis all = capture.analysis();
            parts.add(all.with(resets, all.problems(), all.cancelled()));
        });
        return parts.size() == 1 ? parts.get(0) : join(parts);
    }

    private static Analysis join(List<Analysis> parts) {
        List<Capture> captures = new ArrayList<>();
        List<Reset> resets = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<ReplaySummary> replays = new ArrayList<>();
        List<PathPoint> path = new ArrayList<>();
        boolean cancelled = false;
        for (int i = 0; i < parts.size(); i++) {
            Analysis part = parts.get(i);
            Renaming names = new Renaming((i + 1) + ".");
            part.captures().forEach(c -> captures.add(names.capture(c)));
            part.resets().forEach(r -> resets.add(names.reset(r)));
            part.path().forEach(p -> path.add(names.point(p)));
            part.replays().forEach(r -> replays.add(names.replay(r)));
            problems.addAll(part.problems());
            cancelled |= part.cancelled();
        }
        return new Analysis(captures, resets, path, problems.stream().distinct().toList(), cancelled, replays)
                .heldAgainst(parts.stream().flatMap(a -> a.profiles().stream()).distinct().toList());
    }

    /** c1 of the second part becomes c2.1, so that it stays apart from that of the first. */
    private record Renaming(String mark) {

        private String id(String id) {
            return id == null ? null : id.charAt(0) + mark + id.substring(1);
        }

        private FrameRef frame(FrameRef frame) {
            return frame == null ? null : new FrameRef(id(frame.capture()), frame.frame());
        }

        private Capture capture(Capture c) {
            return new Capture(id(c.id()), c.point(), c.file(), c.format(), c.packets(), c.tcpPackets(), c.flows(), c.resets(), c.bytes(),
                    c.start(), c.end(), c.problems());
        }

        private PathPoint point(PathPoint p) {
            return new PathPoint(id(p.capture()), p.name(), p.originNanos(), p.offsetNanos(), p.drift(), p.errorNanos(), p.shared(),
                    p.ambiguous());
        }

        private ReplaySummary replay(ReplaySummary r) {
            return new ReplaySummary(id(r.capture()), r.device(), r.packets(), r.invalid(), r.frames(), r.gap());
        }

        private Reset reset(Reset r) {
            List<Reset.Packet> packets = r.packets().stream()
                    .map(p -> new Reset.Packet(frame(p.frame()), p.time(), p.flags(), p.seq(), p.ack())).toList();
            RuleReference rule = r.rule() == null ? null
                    : new RuleReference(r.rule().file(), r.rule().line(), r.rule().text(), frame(r.rule().trigger()));
            return new Reset(id(r.id()), id(r.incident()), r.flow(), packets, r.claimedSender(), r.form(), r.phase(), frame(r.trigger()),
                    r.idle(), id(r.primary()), verdict(r.verdict()), rule);
        }

        private Verdict verdict(Verdict v) {
            List<Evidence> evidence = v.evidence().stream().map(e -> new Evidence(e.detector(), e.signal(), e.group(), e.text(), e.decibans(),
                    e.frames().stream().map(this::frame).toList())).toList();
            return new Verdict(v.sender(), v.senderProbability(), v.location(), v.cause(), v.causeProbability(), v.fault(), v.alternatives(),
                    v.effective(), v.summary(), v.explanation(), v.remedy(), v.nextCapture(), evidence);
        }
    }
}
