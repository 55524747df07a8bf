package org.resetscope.core.flowview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.reading.Captures;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.ContributedFormats;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Reads the captures of an analysis once more for the connections around some resets. An analysis keeps no packets; this is where
 * those who draw them get them. Thread-safe.
 */
public final class FlowReader {

    private static final int STRIDE = 4096;
    private static final int TICKS = 1000;
    private static final int MOST_KEPT = 1024;
    /** How an analysis names a capture of several files. */
    private static final String JOINED = " + ";

    private final Analysis analysis;
    /** Left. */
    private int scans;
    private final Map<Key, Outcome> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Outcome> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(String capture, String reset) {
    }

    /**
     * @param segments of the whole connection, or null
     * @param failure why there is no view, or null
     */
    private record Outcome(FlowView view, List<FlowSegment> segments, String failure) {
    }

    /** Reads captures as often as it takes. */
    public FlowReader(Analysis analysis) {
        this(analysis, Integer.MAX_VALUE);
    }

    /** @param scans how often a capture may be read as a whole for the sake of one connection, see {@link #mayScan} */
    public FlowReader(Analysis analysis, int scans) {
        this.analysis = analysis;
        this.scans = scans;
    }

    /** The captures that may hold a reset's connection: those that saw the reset, and those of other points of the same traffic. */
    public List<Capture> captures(Reset reset) {
        List<String> seen = reset.packets().stream().map(p -> p.frame().capture()).distinct().toList();
        boolean points = analysis.captures().stream().anyMatch(c -> seen.contains(c.id()) && c.point() != null);
        return analysis.captures().stream().filter(Capture::readable)
                .filter(c -> seen.contains(c.id()) || points && c.point() != null).toList();
    }

    /**
     * Reads the connections of many resets in one pass over each capture, so that {@link #read} finds them ready. What cannot be read
     * is told there. At most a few hundred resets; more are not kept.
     *
     * @throws OperationCanceledException when cancelled
     */
    public synchronized void prefetch(List<Reset> resets, IProgressMonitor monitor) {
        Map<Capture, List<Reset>> byCapture = new LinkedHashMap<>();
        for (Reset reset : resets) {
            for (Capture capture : captures(reset)) {
                if (!read.containsKey(new Key(capture.id(), reset.id()))) {
                    byCapture.computeIfAbsent(capture, c -> new ArrayList<>()).add(reset);
                }
            }
        }
        SubMonitor progress = SubMonitor.convert(monitor, "Reading connections", byCapture.size() * TICKS);
        byCapture.forEach((capture, wanted) -> read(capture, wanted, progress.split(TICKS)));
    }

    /**
     * A reset's connection in one capture.
     *
     * @throws IOException when the capture cannot be read again; the message is a sentence for the user
     * @throws OperationCanceledException when cancelled
     */
    public synchronized FlowView read(Capture capture, Reset reset, IProgressMonitor monitor) throws IOException {
        Key key = new Key(capture.id(), reset.id());
        if (!read.containsKey(key)) {
            read(capture, List.of(reset), SubMonitor.convert(monitor, "Reading the connection", TICKS));
        }
        Outcome outcome = read.get(key);
        if (outcome.failure != null) {
            throw new IOException(outcome.failure);
        }
        return outcome.view;
    }

    private void read(Capture capture, List<Reset> resets, SubMonitor monitor) {
        monitor.setWorkRemaining(TICKS);
        Map<Reset, FlowCollector> collectors = new LinkedHashMap<>();
        String failure = null;
        try {
            collect(capture, resets, r -> FlowTuple.of(r.flow()), collectors, monitor.split(TICKS / 2));
            List<Reset> translated = resets.stream().filter(r -> frame(capture, r) != 0 && collectors.containsKey(r)
                    && collectors.get(r).view().packets().isEmpty()).toList();
            if (!translated.isEmpty()) {
                Map<Long, FlowTuple> tuples = tuples(capture, translated, monitor.split(TICKS / 4));
                collect(capture, translated, r -> tuples.get(frame(capture, r)), collectors, monitor.split(TICKS / 4));
            }
        } catch (IOException e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        for (Reset reset : resets) {
            FlowCollector collector = collectors.get(reset);
            FlowView view = collector == null ? new FlowView(capture, List.of(), false) : collector.view();
            // a file that fails in its midst has told something
            String why = failure != null && view.packets().isEmpty() ? failure : null;
            read.put(new Key(capture.id(), reset.id()), new Outcome(view, collector == null ? null : collector.segments(), why));
        }
    }

    private static void collect(Capture capture, List<Reset> resets, Function<Reset, FlowTuple> tuples, Map<Reset, FlowCollector> collectors,
            SubMonitor monitor) throws IOException {
        ByTuple wanted = new ByTuple();
        for (Reset reset : resets) {
            FlowTuple tuple = tuples.apply(reset);
            if (tuple != null) {
                FlowCollector collector = new FlowCollector(capture, reset);
                collectors.put(reset, collector);
                wanted.add(tuple, collector);
            }
        }
        read(capture, wanted, monitor);
    }

    /** The frame of a reset in a capture that saw it; 0 in others. */
    private static long frame(Capture capture, Reset reset) {
        return reset.packets().stream().filter(p -> p.frame().capture().equals(capture.id())).mapToLong(p -> p.frame().frame()).findFirst().orElse(0);
    }

    private static long seq(Capture capture, Reset reset) {
        return reset.packets().stream().filter(p -> p.frame().capture().equals(capture.id())).mapToLong(Reset.Packet::seq).findFirst().orElse(-1);
    }

    /** Addresses and ports under which connections pass a point behind a NAT, as their resets have them there; by frame. */
    private static Map<Long, FlowTuple> tuples(Capture capture, List<Reset> resets, SubMonitor monitor) throws IOException {
        Map<Long, Reset> frames = new HashMap<>();
        resets.forEach(r -> frames.put(frame(capture, r), r));
        Map<Long, FlowTuple> tuples = new HashMap<>();
        read(capture, new Taker() {
            @Override
            public void take(TcpPacket packet, long frame, long nanos) {
                Reset reset = frames.get(frame);
                // a capture that changed since then has something else there
                if (reset != null && packet.has(TcpPacket.RST) && (packet.seq & 0xffffffffL) == seq(capture, reset)) {
                    FlowTuple tuple = FlowTuple.of(packet);
                    tuples.put(frame, reset.claimedSender() == Sender.CLIENT ? tuple : tuple.reversed());
                }
            }

            @Override
            public boolean done() {
                return tuples.size() == frames.size();
            }
        }, monitor);
        return tuples;
    }

    private synchronized List<FlowSegment> kept(Capture capture, Reset reset) {
        Outcome outcome = read.get(new Key(capture.id(), reset.id()));
        return outcome == null || outcome.failure != null ? null : outcome.segments;
    }

    /** Whether {@link #scan} costs nothing, or may cost a pass over the capture: who draws many connections has not the time for each. */
    public synchronized boolean mayScan(Capture capture, Reset reset) {
        return scans > 0 || kept(capture, reset) != null;
    }

    /**
     * Shows every segment of a reset's connection in one capture, one after the other: of a connection of millions of packets none is
     * kept. Short connections that were read before are not read again.
     *
     * @return whether there was one
     * @throws IOException when the capture cannot be read again; the message is a sentence for the user
     * @throws OperationCanceledException when cancelled
     */
    public boolean scan(Capture capture, Reset reset, FlowVisitor visitor, IProgressMonitor monitor) throws IOException {
        List<FlowSegment> kept = kept(capture, reset);
        if (kept != null) {
            kept.forEach(visitor::segment);
            return !kept.isEmpty();
        }
        synchronized (this) {
            scans--;
        }
        SubMonitor progress = SubMonitor.convert(monitor, "Reading the connection", TICKS);
        if (scan(capture, reset, FlowTuple.of(reset.flow()), visitor, progress.split(TICKS / 2))) {
            return true;
        }
        long frame = frame(capture, reset);
        return frame != 0 && scan(capture, reset, tuples(capture, List.of(reset), progress.split(TICKS / 4)).get(frame), visitor,
                progress.split(TICKS / 4));
    }

    private static boolean scan(Capture capture, Reset reset, FlowTuple tuple, FlowVisitor visitor, SubMonitor monitor) throws IOException {
        if (tuple == null) {
            return false;
        }
        FlowScan scan = new FlowScan(capture, reset, visitor);
        read(capture, new ByTuple().add(tuple, scan), monitor);
        return scan.any();
    }

    private static void read(Capture capture, Taker taker, SubMonitor monitor) throws IOException {
        List<String> parts = parts(capture);
        monitor.setWorkRemaining(parts.size() * TICKS);
        long base = 0;
        for (String part : parts) {
            base = read(part, base, taker, monitor.split(TICKS));
        }
    }

    /** Takes every TCP segment of a capture. */
    private interface Taker {

        void take(TcpPacket packet, long frame, long nanos);

        /** Whether nothing that follows can matter. */
        boolean done();
    }

    /** Passes segments on to those who wait for their connections. */
    private static final class ByTuple implements Taker {

        private final Map<FlowTuple, List<FlowTaker>> takers = new HashMap<>();

        ByTuple add(FlowTuple tuple, FlowTaker taker) {
            takers.computeIfAbsent(tuple, t -> new ArrayList<>()).add(taker);
            return this;
        }

        @Override
        public void take(TcpPacket packet, long frame, long nanos) {
            FlowTuple tuple = FlowTuple.of(packet);
            List<FlowTaker> here = takers.get(tuple);
            boolean fromClient = here != null;
            if (here == null) {
                here = takers.get(tuple.reversed());
            }
            if (here != null) {
                for (FlowTaker taker : here) {
                    taker.take(packet, fromClient, frame, nanos);
                }
            }
        }

        @Override
        public boolean done() {
            return takers.values().stream().allMatch(all -> all.stream().allMatch(FlowTaker::done));
        }
    }

    private static List<String> parts(Capture capture) throws IOException {
        String file = capture.file();
        List<String> parts = !file.contains(JOINED) || exists(file) ? List.of(file) : List.of(file.split(" \\+ "));
        if (parts.contains("-")) {
            throw new IOException("The packets came from standard input, which cannot be read a second time: save them to a file first.");
        }
        return parts;
    }

    private static boolean exists(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** @return number of the last frame read */
    private static long read(String file, long base, Taker taker, SubMonitor monitor) throws IOException {
        List<CaptureFormat> formats = ContributedFormats.of(Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class));
        PacketView view = new PacketView();
        PacketDecoder decoder = new PacketDecoder();
        TcpPacket packet = new TcpPacket();
        long frames = base;
        try (CaptureInput input = Captures.open(file, null, monitor::isCanceled); PacketSource source = Captures.read(input, formats)) {
            int ticks = 0;
            int untilLook = STRIDE;
            while (source.next(view)) {
                frames = base + view.frame();
                if (decoder.decode(view, packet) == PacketDecoder.Kind.TCP) {
                    taker.take(packet, frames, view.timeNanos());
                }
                if (--untilLook == 0) {
                    untilLook = STRIDE;
                    int reached = (int) (source.position() * (double) TICKS / Math.max(1, source.size()));
                    monitor.worked(reached - ticks);
                    ticks = reached;
                    cancelled(monitor);
                    if (taker.done()) {
                        break;
                    }
                }
            }
        }
        cancelled(monitor);
        return frames;
    }

    private static void cancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
