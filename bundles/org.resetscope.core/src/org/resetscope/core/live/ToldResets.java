package org.resetscope.core.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

import org.resetscope.core.Severity;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.internal.analyze.JudgedReset;
import org.resetscope.core.internal.judge.Bench;
import org.resetscope.core.internal.judge.Consequences;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** Judges resets one after the other, tells them, and keeps the latest. */
final class ToldResets {

    /** About 8 KiB each. */
    private static final int MOST = (int) Math.min(10_000, Runtime.getRuntime().maxMemory() / 8 / 8_000);
    /** Of one connection that are looked at for the one that began it. */
    private static final int MOST_OF_AN_INCIDENT = 16;

    private final Court court;
    private final Bench bench = new Bench(1);
    private final LiveAnalysis.Listener listener;
    /** Incident of each connection that is still followed. */
    private final Map<Object, Incident> incidents = new WeakHashMap<>();
    /** Told, but not settled; by frame. */
    private final Map<Long, Reset> open = new LinkedHashMap<>();
    private final Map<String, Reset> latest = new LinkedHashMap<>();
    private final Map<Kind, Long> tallies = new HashMap<>();
    private long resets;
    private int numbered;

    private record Incident(String id, List<Reset> first) {
    }

    private record Kind(Severity severity, Sender sender, String cause) {

        static Kind of(Reset r) {
            return new Kind(Severity.of(r), r.verdict().sender(), r.verdict().cause());
        }
    }

    ToldResets(Court court, LiveAnalysis.Listener listener) {
        this.court = court;
        this.listener = listener;
    }

    /** To be called before the first {@link #judge}. */
    void warmUp() {
        bench.hear(hearing -> WarmUp.run(court, hearing));
    }

    /** To be called when nothing is left to be judged. */
    void close() {
        bench.close();
    }

    /** @param settled whether nothing will be known later that is not known now */
    void judge(Dossier d, Object connection, boolean settled) {
        long frame = d.reset().frame();
        Verdict verdict = bench.hear(hearing -> court.judge(d, hearing));
        LiveReset news;
        synchronized (this) {
            Reset before = settled ? open.remove(frame) : open.get(frame);
            Incident incident = incidents.computeIfAbsent(connection, c -> new Incident("i" + ++numbered, new ArrayList<>(1)));
            Reset reset = named(JudgedReset.of(d, incident.id, verdict).numbered(before == null ? "r" + ++resets : before.id(), incident.id),
                    incident);
            if (!settled) {
                open.put(frame, reset);
            }
            keep(reset, before);
            news = new LiveReset(reset, before, d.before().isEmpty() ? d.reset().timeNanos() : d.before().get(0).timeNanos());
        }
        if (news.before() == null || !same(news.before(), news.reset())) {
            listener.told(news);
        }
    }

    /** Whose consequence it is. */
    private static Reset named(Reset reset, Incident incident) {
        List<Reset> all = new ArrayList<>(incident.first);
        all.removeIf(r -> r.id().equals(reset.id()));
        all.add(reset);
        Reset named = Consequences.name(all).get(all.size() - 1);
        int at = 0;
        while (at < incident.first.size() && !incident.first.get(at).id().equals(reset.id())) {
            at++;
        }
        if (at < incident.first.size()) {
            incident.first.set(at, named);
        } else if (at < MOST_OF_AN_INCIDENT) {
            incident.first.add(named);
        }
        return named;
    }

    private void keep(Reset reset, Reset before) {
        if (before != null) {
            tallies.computeIfPresent(Kind.of(before), (k, n) -> n == 1 ? null : n - 1);
        }
        tallies.merge(Kind.of(reset), 1L, Long::sum);
        latest.put(reset.id(), reset);
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    /** What a reader would not notice is no news. */
    private static boolean same(Reset a, Reset b) {
        return a.verdict().sender() == b.verdict().sender() && a.verdict().cause().equals(b.verdict().cause())
                && Objects.equals(a.verdict().effective(), b.verdict().effective());
    }

    synchronized List<Reset> latest() {
        return List.copyOf(latest.values());
    }

    /** The gravest first, then the most frequent. */
    synchronized List<Tally> tallies() {
        return tallies.entrySet().stream().map(e -> new Tally(e.getKey().severity(), e.getKey().sender(), e.getKey().cause(), e.getValue()))
                .sorted(Comparator.comparing(Tally::severity).thenComparing(Tally::resets).reversed().thenComparing(Tally::cause)).toList();
    }
}
