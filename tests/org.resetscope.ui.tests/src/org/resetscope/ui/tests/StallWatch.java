package org.resetscope.ui.tests;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures how long the user interface thread answers nothing, and samples where it stands meanwhile. */
final class StallWatch implements AutoCloseable {

    private static final long SAMPLED_AFTER_NANOS = 20_000_000;
    private static final int FRAMES = 12;

    private final Thread watched = Thread.currentThread();
    /** Those that tell how long everything stood still, not how long they worked beside. */
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(c -> !c.getName().endsWith("Cycles")).toList();
    private final Thread sampler = new Thread(this::sample, "stall sampler");
    private final Map<String, Integer> stands = new HashMap<>();
    private volatile long since = System.nanoTime();
    private long collectedBefore = collected();
    private long longest;
    private String where = "";
    private String report = "";

    StallWatch() {
        sampler.setDaemon(true);
        sampler.start();
    }

    /** On the watched thread, before and after each event that it answers. */
    void tick() {
        long now = System.nanoTime();
        long took = now - since;
        long collected = collected();
        synchronized (stands) {
            if (took > longest) {
                longest = took;
                where = stands.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
                report = took / 1_000_000 + " ms, of which garbage was collected " + (collected - collectedBefore) + " ms";
            }
            stands.clear();
        }
        collectedBefore = collected;
        since = System.nanoTime();
    }

    long longestMillis() {
        return longest / 1_000_000;
    }

    @Override
    public String toString() {
        return report + (where.isEmpty() ? "" : ", mostly in " + where);
    }

    @Override
    public void close() {
        sampler.interrupt();
    }

    private long collected() {
        return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    private void sample() {
        try {
            while (true) {
                Thread.sleep(4);
                long began = since;
                if (System.nanoTime() - began > SAMPLED_AFTER_NANOS) {
                    String stand = Arrays.stream(watched.getStackTrace()).limit(FRAMES)
                            .map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName() + ":" + f.getLineNumber())
                            .collect(Collectors.joining(" < "));
                    synchronized (stands) {
                        if (since == began) {
                            stands.merge(stand, 1, Integer::sum);
                        }
                    }
                }
            }
        } catch (InterruptedException e) {
            // ended
        }
    }
}
