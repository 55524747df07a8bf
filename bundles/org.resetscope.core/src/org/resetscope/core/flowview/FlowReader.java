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
    private final Map<Key, Outcome> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Outcome> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(String capture, String reset) {
    }

    /** @param failure why there is no view, or null */
    private record Outcome(FlowView view, String failure) {
    }

    public FlowReader(Analysis analysis) {
        this.analysis = analysis;
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
        Map<FlowTuple, List<FlowTaker>> byTuple = new HashMap<>();
        Map<Reset, FlowCollector> collectors = new LinkedHashMap<>();
        for (Reset reset : resets) {
            FlowTuple tuple = FlowTuple.of(reset.flow());
            if (tuple != null) {
                FlowCollector collector = new FlowCollector(capture, reset);
                collectors.put(reset, collector);
                byTuple.computeIfAbsent(tuple, t -> new ArrayList<>()).add(collector);
            }
        }
        String failure = null;
        try {
            read(capture, byTuple, monitor);
        } catch (IOException e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        for (Reset reset : resets) {
            FlowCollector collector = collectors.get(reset);
            FlowView view = collector == null ? new FlowView(capture, List.of(), false) : collector.view();
            // a file that fails in its midst has told something
            String why = failure != null && view.packets().isEmpty() ? failure : null;
            read.put(new Key(capture.id(), reset.id()), new Outcome(view, why));
        }
    }

    /**
     * Shows every segment of a reset's connection in one capture, one after the other: of a connection of millions of packets none is
     * kept.
     *
     * @throws IOException when the capture cannot be read again; the message is a sentence for the user
     * @throws OperationCanceledException when cancelled
     */
    public void scan(Capture capture, Reset reset, FlowVisitor visitor, IProgressMonitor monitor) throws IOException {
        FlowTuple tuple = FlowTuple.of(reset.flow());
        if (tuple != null) {
            read(capture, Map.of(tuple, List.of(new FlowScan(capture, reset, visitor))), SubMonitor.convert(monitor, "Reading the connection", TICKS));
        }
    }

    private static void read(Capture capture, Map<FlowTuple, List<FlowTaker>> wanted, SubMonitor monitor) throws IOException {
        List<String> parts = parts(capture);
        monitor.setWorkRemaining(parts.size() * TICKS);
        long base = 0;
        for (String part : parts) {
            base = read(part, base, wanted, monitor.split(TICKS));
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
    private static long read(String file, long base, Map<FlowTuple, List<FlowTaker>> wanted, SubMonitor monitor) throws IOException {
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
                    take(packet, frames, view.timeNanos(), wanted);
                }
                if (--untilLook == 0) {
                    untilLook = STRIDE;
                    int reached = (int) (source.position() * (double) TICKS / Math.max(1, source.size()));
                    monitor.worked(reached - ticks);
                    ticks = reached;
                    cancelled(monitor);
                    if (wanted.values().stream().allMatch(all -> all.stream().allMatch(FlowTaker::done))) {
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

    private static void take(TcpPacket packet, long frame, long nanos, Map<FlowTuple, List<FlowTaker>> wanted) {
        FlowTuple tuple = FlowTuple.of(packet);
        List<FlowTaker> takers = wanted.get(tuple);
        boolean fromClient = takers != null;
        if (takers == null) {
            takers = wanted.get(tuple.reversed());
        }
        if (takers != null) {
            for (FlowTaker taker : takers) {
                taker.take(packet, fromClient, frame, nanos);
            }
        }
    }
}
