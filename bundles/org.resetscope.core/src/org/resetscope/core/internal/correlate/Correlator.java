package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.internal.judge.Bench;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/**
 * Compares the captures of several points. Each was analysed on its own before, and surveyed for which connections it shows; they are
 * read once more for the packets of those that were reset; and again where the rules of a device are held against what two of them show.
 * Then every reset as sent gets one verdict.
 */
public final class Correlator {

    private static final int BYTES_PER_SEGMENT = 400;
    private static final int TICKS = 1000;

    private final List<Point> points;
    private final List<String> names;
    private final List<String> captures;
    private final List<CaptureFormat> formats;
    private final Court court;
    private final Bench bench = new Bench(1);
    private final DeviceRules rules;
    private final List<String> given;
    private final List<Problem> problems = new ArrayList<>();
    /** The resets as each capture by itself tells them, by the first of their packets. */
    private final Map<Frame, Reset> alone = new HashMap<>();

    /**
     * A capture point.
     *
     * @param inputs consecutive parts of its capture, null for those that cannot be opened
     * @param resets as found in this capture alone
     * @param dossiers of these resets, by frame
     * @param survey of its connections
     */
    public record Point(String capture, String name, List<CaptureInput> inputs, List<Reset> resets, Map<Long, Dossier> dossiers, Survey survey) {
    }

    /** @param resets in the order of time; incidents are numbered from 0, and ids are left open */
    public record Result(List<Reset> resets, List<PathPoint> path, List<Problem> problems) {
    }

    /** @param given names of points from client to server, as far as somebody knows their order */
    public Correlator(List<Point> points, List<CaptureFormat> formats, Court court, DeviceRules rules, List<String> given) {
        this.rules = rules;
        this.given = given;
        this.points = points;
        this.names = points.stream().map(Point::name).toList();
        this.captures = points.stream().map(Point::capture).toList();
        this.formats = formats;
        this.court = court;
    }

    public Result correlate(SubMonitor monitor) {
        monitor.setWorkRemaining(2 * TICKS);
        List<Survey> surveys = points.stream().map(Point::survey).toList();
        Matches matches = new Matches(surveys);
        Map<SurveyedFlow, Connection> byFlow = new Connections(points.size(), matches.pairs()).of(surveys);
        Set<Connection> reset = new LinkedHashSet<>();
        byFlow.values().stream().filter(c -> c.resets() > 0).forEach(reset::add);
        List<Excerpt> excerpts = new ArrayList<>();
        int most = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_SEGMENT / points.size());
        for (int i = 0; i < points.size(); i++) {
            excerpts.add(new Excerpt(i, reset, matches.clocks().all(), most));
        }
        read(excerpts, monitor.newChild(TICKS));
        long left = surveys.stream().mapToLong(Survey::left).sum() + excerpts.stream().mapToLong(Excerpt::finish).sum();
        if (left > 0 || matches.exhausted()) {
            problems.add(Problem.of("capped", "there are more connections than can be compared: some resets are judged by their own capture alone"));
        }
        Clocks clocks = matches.refined(reset);
        PathOrder order = new PathOrder(names, given, matches.pairs(), clocks);
        List<Integer> path = order.order();
        tellStrangers(matches);
        List<Born> born = births(surveys, matches, byFlow, reset, clocks, path);
        GapAnswers between = new GapAnswers(points, clocks, order);
        born.forEach(b -> between.add(b.sent, b.birth));
        between.read(rules, formats, problems, monitor.newChild(TICKS));
        try (bench) {
            List<Reset> resets = judge(born, between, clocks, path);
            return new Result(resets, path(path, matches, clocks), List.copyOf(problems));
        }
    }

    /** The points side by side, as many as there are processors. */
    private void read(List<? extends PointReader.Sink> sinks, SubMonitor monitor) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(points.size(), Runtime.getRuntime().availableProcessors()), task -> {
            Thread thread = new Thread(task, "ResetScope points");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                int point = i;
                // monitors are not made for several threads: only the first tells how far it is, all look whether it is cancelled
                reading.add(workers.submit(() -> PointReader.read(points.get(point).inputs(), formats, sinks.get(point), monitor, point == 0)));
            }
            for (Future<?> one : reading) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing captures", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private void tellStrangers(Matches matches) {
        for (int i = 0; i < points.size(); i++) {
            if (matches.shared(i) == 0 && matches.surveys().get(i).flows().size() > 0) {
                problems.add(Problem.of("unrelated", "the capture at " + points.get(i).name()
                        + " shares no connection with those of the other points: its resets are judged by it alone"));
            }
        }
    }

    private List<PathPoint> path(List<Integer> path, Matches matches, Clocks clocks) {
        List<PathPoint> told = new ArrayList<>();
        for (int i : path) {
            Clock clock = clocks.of(i);
            told.add(new PathPoint(points.get(i).capture(), points.get(i).name(), clock.originNanos(), clock.known() ? clock.offsetNanos() : null, clock.drift(),
                    clock.known() ? clock.errorNanos() : null, matches.shared(i), matches.ambiguousAt(i)));
        }
        return told;
    }

    private record Frame(int point, long number) {
    }

    private record Born(SentReset sent, Birth birth, int incident) {
    }

    /** The resets as sent, and where each was born. */
    private List<Born> births(List<Survey> surveys, Matches matches, Map<SurveyedFlow, Connection> byFlow, Set<Connection> connections, Clocks clocks,
            List<Integer> path) {
        Set<Frame> copies = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            for (Reset r : points.get(i).resets()) {
                for (Reset.Packet copy : r.packets().subList(1, r.packets().size())) {
                    copies.add(new Frame(i, copy.frame().frame()));
                }
            }
        }
        Birthplace birthplace = new Birthplace(names, captures, path, new Absences(surveys, clocks),
                new Terminations(surveys, names, captures, clocks, matches.ambiguous(), byFlow));
        ResetMerger merger = new ResetMerger(clocks, path);
        List<Born> born = new ArrayList<>();
        int incident = 0;
        for (Connection connection : connections) {
            connection.members().forEach(m -> connection.sightings(m.flow().capture).removeIf(s -> copies.contains(new Frame(s.index(), s.frame()))));
            for (SentReset sent : merger.merge(connection)) {
                born.add(new Born(sent, birthplace.of(sent), incident));
            }
            incident++;
        }
        return born;
    }

    private List<Reset> judge(List<Born> born, GapAnswers between, Clocks clocks, List<Integer> path) {
        for (int i = 0; i < points.size(); i++) {
            for (Reset r : points.get(i).resets()) {
                alone.put(new Frame(i, r.packets().get(0).frame().frame()), r);
            }
        }
        Map<Frame, Reset> observed = new HashMap<>(alone);
        CrossSigns signs = new CrossSigns(names, captures, clocks);
        List<Timed> judged = new ArrayList<>();
        for (Born b : born) {
            Reset base = observed.get(new Frame(b.birth.base().index(), b.birth.base().frame()));
            if (base != null) {
                List<Reset.Packet> packets = packets(b.sent, path, observed);
                b.sent.sightings().forEach(s -> observed.remove(new Frame(s.index(), s.frame())));
                Dossier dossier = points.get(b.birth.base().index()).dossiers().get(b.birth.base().frame());
                Reset reset = dossier == null ? base : judge(b, base, dossier, signs, answer(b, between), path);
                judged.add(new Timed(b.sent.firstNanos(clocks), new Reset("", Integer.toString(b.incident), reset.flow(), packets,
                        reset.claimedSender(), reset.form(), reset.phase(), reset.trigger(), reset.idle(), null, reset.verdict(), reset.rule())));
            }
        }
        int incidents = born.isEmpty() ? 0 : born.get(born.size() - 1).incident + 1;
        Map<String, Integer> apart = new HashMap<>();
        for (Map.Entry<Frame, Reset> rest : observed.entrySet()) {
            Reset r = rest.getValue();
            int point = rest.getKey().point();
            int own = apart.computeIfAbsent(point + " " + r.incident(), k -> apart.size()) + incidents;
            judged.add(new Timed(clocks.of(point).toReference(r.packets().get(0).time().nanos()), r.numbered("", Integer.toString(own))));
        }
        judged.sort(Comparator.comparingLong(Timed::nanos));
        return judged.stream().map(Timed::reset).toList();
    }

    private record Timed(long nanos, Reset reset) {
    }

    private static List<Reset.Packet> packets(SentReset sent, List<Integer> path, Map<Frame, Reset> observed) {
        List<Reset.Packet> packets = new ArrayList<>();
        for (int i : path) {
            Sighting s = sent.at(i);
            Reset there = s == null ? null : observed.get(new Frame(i, s.frame()));
            if (there != null) {
                packets.addAll(there.packets());
            }
        }
        return packets;
    }

    private Reset judge(Born born, Reset base, Dossier dossier, CrossSigns signs, ReplayAnswer answer, List<Integer> path) {
        SentReset sent = born.sent;
        Birth birth = born.birth;
        boolean swapped = sent.connection().rolesKnown() && dossier.claimedIsClient() != sent.fromClient();
        Dossier known = swapped ? dossier.withRolesSwapped() : dossier;
        // A device that forgot the connection, so that a host reset it, may stand anywhere; not so where one device made the reset.
        Stretch forgetful = birth.location() == null ? Stretch.ANYWHERE : birth.where();
        List<Evidence> evidence = new ArrayList<>(swapped || court.minds(forgetful) ? bench.hear(hearing -> court.evidence(known, forgetful, hearing))
                : base.verdict().evidence());
        evidence.addAll(birth.evidence());
        evidence.addAll(signs.of(sent, birth, known));
        if (answer != null) {
            evidence.addAll(answer.evidence());
        }
        Verdict verdict = court.judge(known, evidence, birth.location());
        return new Reset(base.id(), base.incident(), known.flow(), base.packets(), known.claimedIsClient() ? Sender.CLIENT : Sender.SERVER, base.form(),
                base.phase(), base.trigger(), base.idle(), null, verdict.withEffect(effect(sent, verdict, path)),
                answer == null ? null : answer.rule(verdict));
    }

    /** What the rules of devices say of it: by both points that it came from between, else at all points that saw it. */
    private ReplayAnswer answer(Born born, GapAnswers between) {
        ReplayAnswer both = between.of(born.birth);
        if (both != null) {
            return both;
        }
        List<ReplayAnswer> answers = new ArrayList<>();
        for (Sighting s : born.sent.sightings()) {
            ReplayAnswer answer = rules.answer(new FrameRef(points.get(s.index()).capture(), s.frame()), born.birth.where());
            if (answer != null) {
                answers.add(answer);
            }
        }
        return ReplayAnswer.of(answers);
    }

    /** The point nearest to the receiver knows best. */
    private Boolean effect(SentReset sent, Verdict verdict, List<Integer> path) {
        int last = sent.fromClient() ? path.get(path.size() - 1) : path.get(0);
        Sighting there = sent.at(last);
        if (there != null) {
            Reset seen = alone.get(new Frame(last, there.frame()));
            return seen == null ? verdict.effective() : seen.verdict().effective();
        }
        return verdict.effective();
    }
}
