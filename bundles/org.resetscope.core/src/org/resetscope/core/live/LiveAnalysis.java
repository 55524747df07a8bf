package org.resetscope.core.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.resetscope.core.Analysis;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.BatchReader;
import org.resetscope.core.internal.flow.FlowScanner;
import org.resetscope.core.internal.flow.ObservedReset;
import org.resetscope.core.internal.flow.SegmentBatch;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Timestamp;

/**
 * Explains the resets of running traffic. Each is told within a second: by what followed it until then, and once more where what follows
 * later changes the verdict. Memory is bounded, however long it runs: connections, hosts and resets beyond a budget are forgotten, the
 * oldest first. Packets are taken in on one thread and resets judged on another, so that neither verdicts nor who listens to them keep
 * packets waiting.
 */
public final class LiveAnalysis {

    /** Told what happens. */
    public interface Listener {

        /** On the thread that judges; what it does keeps other resets waiting, never packets. */
        void told(LiveReset reset);

        /** About twice a second, and at the end; on the thread that reads. */
        default void counted(LiveCounts counts) {
        }
    }

    private static final String CAPTURE = "c1";
    private static final long LONGEST_BATCH_NANOS = 100_000_000;
    private static final long COUNTING_NANOS = 500_000_000;
    /** Resets that may wait for their verdicts. */
    private static final int WAITING = 8192;

    private final PacketFeed feed;
    private final Listener listener;
    private final Extensions<Detector> detectors = Extensions.read(Extensions.DETECTORS, Detector.class);
    private final ToldResets told;
    private final FlowScanner scanner = FlowScanner.ofRunningTraffic(new FlowScanner.Sink() {
        @Override
        public void settled(ObservedReset reset) {
            submit(reset, true);
        }

        @Override
        public void glimpsed(ObservedReset reset) {
            submit(reset, false);
        }
    });
    private final ThreadPoolExecutor judge = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
        Thread thread = new Thread(task, "ResetScope judge");
        thread.setDaemon(true);
        return thread;
    });

    private long packets;
    private long tcpPackets;
    private long untold;
    private long firstTcpNanos;
    private Timestamp start;
    private Timestamp end;
    private final List<DeviceProfile> devices;
    private volatile LiveCounts counts = new LiveCounts(0, 0, 0, 0, 0, PacketFeed.Losses.NONE, null, null);
    private volatile Problem failure;
    private volatile Throwable thrown;

    /**
     * @param feed stays open
     * @param devices known to stand between client and server
     */
    public LiveAnalysis(PacketFeed feed, List<DeviceProfile> devices, Listener listener) {
        this.feed = feed;
        this.listener = listener;
        this.devices = List.copyOf(devices);
        this.told = new ToldResets(new Court(detectors, devices), listener);
    }

    /**
     * Takes packets in until the feed ends, and returns when the last reset was told. To be called once.
     *
     * @param most packets to read; 0 for no limit
     * @param stop asked several times a second
     */
    public void run(long most, BooleanSupplier stop) {
        onJudge(told::warmUp);
        long limit = most == 0 ? Long.MAX_VALUE : most;
        SegmentBatch batch = new SegmentBatch();
        long[] began = new long[1];
        BatchReader reader = new BatchReader(view -> packets < limit && System.nanoTime() - began[0] < LONGEST_BATCH_NANOS && next(view), () -> 0);
        long lastCount = System.nanoTime();
        scanner.advance(lastCount);
        try {
            while (packets < limit && !feed.ended() && thrown == null && !stop.getAsBoolean()) {
                began[0] = System.nanoTime();
                if (reader.fill(batch)) {
                    take(batch);
                }
                long now = System.nanoTime();
                scanner.advance(now);
                if (now - lastCount >= COUNTING_NANOS) {
                    lastCount = now;
                    count();
                }
            }
        } catch (IOException e) {
            failure = e instanceof CaptureException known ? known.problem() : Problem.of("io", e.getMessage());
        } finally {
            end();
        }
    }

    private boolean next(PacketView view) throws IOException {
        boolean there = feed.next(view);
        packets += there ? 1 : 0;
        if (there && start == null) {
            start = new Timestamp(view.timeNanos(), view.fractionDigits());
        }
        return there;
    }

    private void take(SegmentBatch batch) {
        if (tcpPackets == 0 && batch.segments() > 0) {
            firstTcpNanos = batch.firstSegmentNanos();
        }
        tcpPackets += batch.segments();
        end = new Timestamp(batch.lastNanos(), batch.digits());
        scanner.accept(batch, 0);
    }

    /** Drawn up here, since the flows and hosts that it is drawn from go on changing. */
    private void submit(ObservedReset reset, boolean settled) {
        if (judge.getQueue().remainingCapacity() == 0) {
            untold += settled && !reset.told() ? 1 : 0;
            return;
        }
        reset.tell();
        Dossier dossier = reset.dossier(CAPTURE, firstTcpNanos);
        Object connection = reset.connection();
        onJudge(() -> told.judge(dossier, connection, settled));
    }

    private void onJudge(Runnable work) {
        judge.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
        });
    }

    private void count() {
        counts = new LiveCounts(packets, tcpPackets, scanner.flows(), scanner.resets(), untold, feed.losses(), start, end);
        listener.counted(counts);
    }

    private void end() {
        scanner.finish();
        judge.shutdown();
        boolean interrupted = false;
        while (!judge.isTerminated()) {
            try {
                judge.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        told.close();
        count();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** As of the last time they were told; from any thread. */
    public LiveCounts counts() {
        return counts;
    }

    /** How often each kind of verdict was given, also of resets that were forgotten since; from any thread. */
    public List<Tally> tallies() {
        return told.tallies();
    }

    /** The latest resets, and what is known of the traffic, as if it were a capture that ends here; from any thread. */
    public Analysis soFar() {
        LiveCounts now = counts;
        List<Problem> problems = new ArrayList<>(feed.problems());
        if (failure != null) {
            problems.add(failure);
        }
        Capture capture = new Capture(CAPTURE, null, feed.name(), feed.format(), now.packets(), now.tcpPackets(), now.flows(), now.resets(), 0,
                now.start(), now.end(), List.copyOf(problems));
        return new Analysis(List.of(capture), told.latest(), detectors.problems(), false).heldAgainst(devices);
    }
}
