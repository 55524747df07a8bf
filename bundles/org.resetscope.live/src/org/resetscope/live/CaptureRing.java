package org.resetscope.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.LiveReset;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;

/**
 * Passes packets on and keeps them in a ring of pcap files of bounded size: when it is full, the oldest file goes, those around resets
 * last. Files of an earlier run in the same directory belong to it, so that watching can be stopped and resumed. Where the disk fails,
 * the ring ends and the packets pass on.
 */
public final class CaptureRing extends WritingFeed {

    /** One file that holds what led to a reset should not cost more than a part of the ring. */
    private static final int PARTS = 16;
    private static final long SMALLEST_PART = 1 << 16;
    private static final long LARGEST_PART = 1 << 26;
    /** What follows a reset is of use too. */
    private static final long AFTER_NANOS = 10_000_000_000L;
    private static final Pattern NAME = Pattern.compile("resetscope-(\\d{8}T\\d{6}Z)-(\\d{6,})(-resets)?\\.pcap");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String RESETS = "-resets";

    private final Path directory;
    private final long limit;
    private final long part;
    private final List<Part> parts = new ArrayList<>();
    private long number;
    private PcapWriter writer;
    private Part current;
    /** What was captured until then is around a reset. */
    private long markedUntil = Long.MIN_VALUE;

    /** A file of the ring; the times are those of its packets. */
    private static final class Part {
        private final long number;
        private Path file;
        private long bytes;
        private long firstNanos = Long.MIN_VALUE;
        private long lastNanos = Long.MIN_VALUE;
        private boolean resets;

        private Part(long number, Path file, boolean resets) {
            this.number = number;
            this.file = file;
            this.resets = resets;
        }
    }

    /**
     * @param feed closed with this
     * @param directory is made where it is not there
     * @param limit bytes that all files together may have
     * @throws IOException where the directory cannot be used
     */
    public CaptureRing(PacketFeed feed, Path directory, long limit) throws IOException {
        super(feed);
        this.directory = Files.createDirectories(directory);
        this.limit = limit;
        this.part = Math.max(SMALLEST_PART, Math.min(LARGEST_PART, limit / PARTS));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    Part old = new Part(Long.parseLong(name.group(2)), file, name.group(3) != null);
                    old.bytes = Files.size(file);
                    parts.add(old);
                }
            }
        }
        parts.sort(Comparator.comparingLong(p -> p.number));
        number = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).number;
        if (!Files.isWritable(directory)) {
            throw new IOException(directory + " cannot be written to");
        }
    }

    /** Marks the files that hold what a verdict stands on, and what comes in the next seconds. Safe to call from any thread. */
    public synchronized void keep(LiveReset news) {
        Reset.Packet packet = news.reset().packets().get(0);
        long until = packet.time().nanos() + AFTER_NANOS;
        for (Part p : parts) {
            if (!p.resets && p.firstNanos <= until && p.lastNanos >= news.sinceNanos()) {
                mark(p);
            }
        }
        markedUntil = Math.max(markedUntil, until);
    }

    private void mark(Part p) {
        String name = p.file.getFileName().toString();
        Path to = p.file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + RESETS + name.substring(name.lastIndexOf('.')));
        try {
            p.file = Files.move(p.file, to);
        } catch (IOException e) {
            // keeps its name; it is kept all the same until the ring is full of such
        }
        p.resets = true;
    }

    @Override
    void write(PacketView p) throws IOException {
        if (writer == null || writer.size() >= part || writer.linkType() != p.linkType()) {
            turn(p);
        }
        writer.write(p);
        current.lastNanos = p.timeNanos();
    }

    private synchronized void turn(PacketView p) throws IOException {
        finish();
        long used = parts.stream().mapToLong(o -> o.bytes).sum();
        while (!parts.isEmpty() && used + part > limit) {
            Part oldest = parts.stream().filter(o -> !o.resets).findFirst().orElse(parts.get(0));
            Files.deleteIfExists(oldest.file);
            parts.remove(oldest);
            used -= oldest.bytes;
        }
        number++;
        Path file = directory.resolve(String.format("resetscope-%s-%06d.pcap", CLOCK.format(Instant.ofEpochSecond(0, p.timeNanos())), number));
        writer = new PcapWriter(file, p.linkType());
        current = new Part(number, file, false);
        current.firstNanos = p.timeNanos();
        current.lastNanos = p.timeNanos();
        parts.add(current);
        if (p.timeNanos() <= markedUntil) {
            mark(current);
        }
    }

    @Override
    synchronized void finish() throws IOException {
        if (writer != null) {
            current.bytes = writer.size();
            PcapWriter done = writer;
            writer = null;
            done.close();
        }
    }

    @Override
    void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    Problem failure(IOException e, long frame) {
        return Problem.of("ring", "The ring in " + directory + " ends here, since it cannot be written to: " + e.getMessage()
                + ". Watching goes on without it.");
    }
}
