package org.resetscope.core.internal.analyze;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.reading.Captures;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.internal.correlate.PointReader;
import org.resetscope.core.internal.flow.FlowScanner;
import org.resetscope.core.internal.flow.ObservedReset;
import org.resetscope.core.internal.flow.SegmentBatch;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.internal.judge.Hearing;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Timestamp;

/** Reads one capture (or consecutive parts of one) from the first packet to the verdict on its last reset. */
public final class CaptureAnalyzer {

    /** From here on a second thread is worth its start. */
    private static final long LARGE_BYTES = 16 << 20;
    private static final int TICKS = 10_000;
    /** Resets judged together; until then they wait, so that the habits of hosts seen later count as well. */
    private static final int BATCH = 1024;
    /** From so many on, the virtual machine takes code for worth compiling. */
    private static final int REHEARSED = 256;
    /** What is known so far is told so often, unless telling it takes more than a tenth of the time. */
    private static final long TELL_NANOS = 400_000_000;
    private static final int TELL_SHARE = 10;

    private static final Comparator<Reset> IN_ORDER = Comparator.comparingLong(r -> r.packets().get(0).frame().frame());

    private final String id;
    private final String point;
    private final List<String> parts;
    private final Opener opener;
    private final List<CaptureFormat> formats;
    private final Court court;
    private final Budget budget;
    private final boolean keepDossiers;
    private final Map<Long, Dossier> dossiers = new ConcurrentHashMap<>();

    private final FlowScanner scanner = new FlowScanner(this::collect);
    private final List<ObservedReset> waiting = new ArrayList<>();
    private final List<Reset> judged = new ArrayList<>();
    private final JudgingQueue judging = new JudgingQueue(judged, this::judge);
    private final Map<Object, Integer> incidents = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Consumer<Result> watcher;
    private PointReader.Sink listener;
    private long tellAt = System.nanoTime() + TELL_NANOS;
    private int told;
    private String format;
    private long frames;
    private long tcpPackets;
    private long bytes;
    private long unknownLinks;
    private long brief;
    private long unlisted;
    private Timestamp start;
    private Timestamp end;
    private int ticks;
    private long firstTcpNanos;
    private boolean large;
    private boolean rehearsed;

    /**
     * @param point name of the capture point, or null
     * @param parts one file, or consecutive parts of one capture
     * @param keepDossiers for a comparison with captures of other points
     */
    public CaptureAnalyzer(String id, String point, List<String> parts, Opener opener, List<CaptureFormat> formats, Court court, Budget budget,
            boolean keepDossiers) {
        this.id = id;
        this.point = point;
        this.parts = parts;
        this.opener = opener;
        this.formats = formats;
        this.court = court;
        this.budget = budget;
        this.keepDossiers = keepDossiers;
    }

    /**
     * @param capture what was read
     * @param resets in the order of frames; ids and incidents are numbered within this capture, from 0
     * @param dossiers of the resets that are listed in full, by frame; empty unless they were to be kept
     */
    public record Result(Capture capture, List<Reset> resets, Map<Long, Dossier> dossiers) {
    }

    /** A reset ready to be judged. */
    record Case(Dossier dossier, int incident, boolean inFull) {
    }

    /** @param soFar told now and then, on the thread that reads, what is known until then; verdicts may still change */
    public void watch(Consumer<Result> soFar) {
        watcher = soFar;
    }

    /** @param sink handed each packet as well, on the thread that reads */
    public void handOn(PointReader.Sink sink) {
        listener = sink;
    }

    public Result analyze(SubMonitor monitor) {
        try (judging) {
            return read(monitor);
        }
    }

    private Result read(SubMonitor monitor) {
        monitor.setWorkRemaining(parts.size() * TICKS);
        for (String part : parts) {
            monitor.setTaskName("Reading " + part);
            read(part, monitor.newChild(TICKS));
            if (monitor.isCanceled()) {
                break;
            }
        }
        scanner.finish();
        judging.finish(cases());
        judged.sort(IN_ORDER);
        if (unknownLinks > 0) {
            problems.add(Problem.of("unknown-link-type", unknownLinks + " packets are of a link type that cannot be decoded"));
        }
        if (brief > 0) {
            problems.add(Problem.of("capped", (unlisted > 0 ? unlisted + " more resets are counted, but not listed, and " : "") + brief
                    + " are listed without their evidence, to stay within memory; more memory lists them all"));
        }
        return new Result(capture(), judged, dossiers);
    }

    private Capture capture() {
        return new Capture(id, point, String.join(" + ", parts), format,
                frames, tcpPackets, scanner.flows(), scanner.resets(), bytes, start, end, List.copyOf(problems));
    }

    private void tell() {
        long began = System.nanoTime();
        if (watcher == null || began < tellAt) {
            return;
        }
        judging.collectEnded();
        if (judged.size() + waiting.size() != told) {
            told = judged.size() + waiting.size();
            List<Reset> known = new ArrayList<>(judged);
            try (JudgingQueue now = new JudgingQueue(known, this::reset)) {
                now.finish(waiting.stream().map(w -> new Case(w.dossier(id, firstTcpNanos), incident(w), true)).toList());
            }
            known.sort(IN_ORDER);
            watcher.accept(new Result(capture(), known, Map.of()));
        }
        long now = System.nanoTime();
        tellAt = now + Math.max(TELL_NANOS, TELL_SHARE * (now - began));
    }

    private void read(String part, SubMonitor monitor) {
        long base = frames;
        ticks = 0;
        monitor.setWorkRemaining(TICKS);
        try (CaptureInput input = opener.open(part, monitor::isCanceled)) {
            bytes += input.size();
            try (PacketSource source = Captures.read(input, formats)) {
                format = format == null ? source.format() : format;
                try {
                    scan(source, base, monitor);
                } finally {
                    problems.addAll(source.problems());
                }
            }
        } catch (CaptureException e) {
            problems.add(e.problem());
        } catch (IOException e) {
            problems.add(Problem.of("io", part + " could not be read to the end: " + e.getMessage()));
        }
        monitor.done();
    }

    private void scan(PacketSource source, long base, SubMonitor monitor) throws IOException {
        BatchReader reader = new BatchReader(source, listener, base);
        large = source.size() >= LARGE_BYTES;
        if (!large) {
            SegmentBatch batch = new SegmentBatch();
            while (reader.fill(batch) && !monitor.isCanceled()) {
                take(batch, reader, base);
                advance(batch, source, monitor);
            }
            return;
        }
        try (ReadAhead ahead = new ReadAhead(reader)) {
            for (SegmentBatch batch = ahead.next(null); batch != null && !monitor.isCanceled(); batch = ahead.next(batch)) {
                take(batch, reader, base);
                advance(batch, source, monitor);
            }
        }
    }

    private void take(SegmentBatch batch, BatchReader reader, long base) {
        if (start == null) {
            start = new Timestamp(reader.firstNanos(), batch.digits());
        }
        if (tcpPackets == 0 && batch.segments() > 0) {
            firstTcpNanos = batch.firstSegmentNanos();
        }
        frames = base + batch.lastFrame();
        end = new Timestamp(batch.lastNanos(), batch.digits());
        tcpPackets += batch.segments();
        unknownLinks += batch.unknownLinks();
        scanner.accept(batch, base);
    }

    private void advance(SegmentBatch batch, PacketSource source, SubMonitor monitor) {
        int reached = (int) (batch.position() * (double) TICKS / Math.max(1, source.size()));
        monitor.worked(reached - ticks);
        ticks = reached;
        tell();
    }

    private void collect(ObservedReset reset) {
        waiting.add(reset);
        if (large && !rehearsed && waiting.size() == REHEARSED) {
            rehearsed = true;
            rehearse();
        }
        if (waiting.size() >= BATCH) {
            judging.submit(cases());
        }
    }

    /**
     * Judges the first resets for practice, while there is a processor to spare: by the time that verdicts count, and processors are short,
     * the code is compiled.
     */
    private void rehearse() {
        List<Dossier> first = waiting.stream().map(reset -> reset.dossier(id, firstTcpNanos)).toList();
        judging.prepare(() -> first.forEach(d -> court.judge(d, new Hearing())));
    }

    /** Of the resets that wait; drawn up here, since the flows and hosts that they are drawn from go on changing. */
    private List<Case> cases() {
        List<Case> cases = new ArrayList<>(waiting.size());
        for (ObservedReset reset : waiting) {
            Budget.Share share = budget.next();
            if (share == Budget.Share.NOTHING) {
                unlisted++;
            } else {
                brief += share == Budget.Share.BRIEF ? 1 : 0;
                cases.add(new Case(reset.dossier(id, firstTcpNanos), incident(reset), share == Budget.Share.FULL));
            }
        }
        waiting.clear();
        return cases;
    }

    private int incident(ObservedReset reset) {
        return incidents.computeIfAbsent(reset.connection(), c -> incidents.size());
    }

    private Reset judge(Case one, Hearing hearing) {
        Dossier d = one.dossier();
        if (keepDossiers && one.inFull()) {
            dossiers.put(d.reset().frame(), d);
        }
        return reset(one, hearing);
    }

    private Reset reset(Case one, Hearing hearing) {
        Dossier d = one.dossier();
        return JudgedReset.of(d, Integer.toString(one.incident()), one.inFull() ? court.judge(d, hearing) : court.judgeBriefly(d, hearing));
    }
}
