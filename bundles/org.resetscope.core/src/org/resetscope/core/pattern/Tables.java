package org.resetscope.core.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;

/**
 * Resets by host, service, cause and time. Rows are ordered by what they are read for, the most first; those of time by time.
 *
 * @param times from the first reset to the last without a gap, so that quiet times show
 */
public record Tables(List<Host> hosts, List<Service> services, List<CauseRow> causes, List<Bucket> times) {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    /** Lengths of time that people count in. */
    private static final long[] LENGTHS = { SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, 60 * SECOND, 120 * SECOND,
            300 * SECOND, 600 * SECOND, 1800 * SECOND, 3600 * SECOND, 7200 * SECOND, 4 * 3600 * SECOND, 12 * 3600 * SECOND, DAY, 7 * DAY,
            30 * DAY, 365 * DAY, 3650 * DAY, 36_500 * DAY };
    private static final int MOST_BUCKETS = 60;

    /**
     * A host at either end of connections that were reset.
     *
     * @param sent resets that it sent itself
     * @param forged resets in its name that something between sent
     * @param undecided resets in its name whose sender is not decided
     * @param received resets meant for it
     * @param tally of all these
     */
    public record Host(String address, int sent, int forged, int undecided, int received, Tally tally) {
    }

    /** @param clients how many addresses */
    public record Service(Endpoint server, int clients, Tally tally) {
    }

    /** @param clients how many addresses; servers likewise */
    public record CauseRow(String cause, int clients, int servers, Tally tally) {
    }

    /** @param start included; the bucket ends where the next one starts */
    public record Bucket(Timestamp start, long nanos, Tally tally) {
    }

    /** Counts resets by host, service, cause and time. */
    public static Tables of(List<Reset> resets) {
        Map<String, HostCount> hosts = new HashMap<>();
        Map<Endpoint, Ends> services = new HashMap<>();
        Map<String, Ends> causes = new HashMap<>();
        Set<String> incidents = new HashSet<>();
        Clock clock = Clock.of(resets);
        Map<Long, Counting> times = new TreeMap<>();
        for (Reset r : resets) {
            boolean begins = incidents.add(r.incident());
            host(hosts, r, r.flow().client().address(), Sender.CLIENT, begins);
            if (!r.flow().server().address().equals(r.flow().client().address())) {
                host(hosts, r, r.flow().server().address(), Sender.SERVER, begins);
            }
            services.computeIfAbsent(r.flow().server(), k -> new Ends()).add(r, begins);
            causes.computeIfAbsent(r.verdict().cause(), k -> new Ends()).add(r, begins);
            times.computeIfAbsent(clock.bucket(r), k -> new Counting()).add(r, begins);
        }
        List<Host> hostRows = new ArrayList<>();
        hosts.forEach((address, h) -> hostRows.add(new Host(address, h.sent, h.forged, h.undecided, h.received, h.all.tally())));
        hostRows.sort(Comparator.comparingInt((Host h) -> -h.sent).thenComparing(h -> -h.forged - h.undecided)
                .thenComparing(h -> -h.received).thenComparing(Host::address));
        return new Tables(List.copyOf(hostRows),
                most(services, e -> new Service(e.getKey(), e.getValue().clients.size(), e.getValue().all.tally()), Service::tally),
                most(causes, e -> new CauseRow(e.getKey(), e.getValue().clients.size(), e.getValue().servers.size(),
                        e.getValue().all.tally()), CauseRow::tally),
                clock.buckets(times));
    }

    private static void host(Map<String, HostCount> hosts, Reset r, String address, Sender side, boolean begins) {
        hosts.computeIfAbsent(address, a -> new HostCount()).add(r, side, begins);
    }

    private static <K, R> List<R> most(Map<K, Ends> counts, Function<Map.Entry<K, Ends>, R> row, Function<R, Tally> tally) {
        return counts.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Object::toString))).map(row)
                .sorted(Comparator.comparingInt((R r) -> -tally.apply(r).resets())).toList();
    }

    private static final class HostCount {

        private int sent;
        private int forged;
        private int undecided;
        private int received;
        private final Counting all = new Counting();

        void add(Reset r, Sender side, boolean begins) {
            Sender sender = r.verdict().sender();
            boolean claimed = r.claimedSender() == side;
            sent += sender == side ? 1 : 0;
            forged += claimed && sender == Sender.INTERMEDIARY ? 1 : 0;
            undecided += claimed && sender == Sender.UNDETERMINED ? 1 : 0;
            received += claimed ? 0 : 1;
            all.add(r, begins);
        }
    }

    private static final class Ends {

        private final Set<String> clients = new HashSet<>();
        private final Set<String> servers = new HashSet<>();
        private final Counting all = new Counting();

        void add(Reset r, boolean begins) {
            clients.add(r.flow().client().address());
            servers.add(r.flow().server().address());
            all.add(r, begins);
        }
    }

    /** Divides the time that the resets span. */
    private record Clock(long start, long length) {

        static Clock of(Collection<Reset> resets) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (Reset r : resets) {
                long nanos = r.packets().get(0).time().nanos();
                first = Math.min(first, nanos);
                last = Math.max(last, nanos);
            }
            for (long length : LENGTHS) {
                // as doubles: clocks of broken captures may be centuries apart
                if (((double) last - first) / length < MOST_BUCKETS - 1) {
                    return new Clock(Math.floorDiv(first, length), length);
                }
            }
            return new Clock(Math.floorDiv(first, LENGTHS[LENGTHS.length - 1]), LENGTHS[LENGTHS.length - 1]);
        }

        long bucket(Reset r) {
            return Math.floorDiv(r.packets().get(0).time().nanos(), length);
        }

        List<Bucket> buckets(Map<Long, Counting> counts) {
            if (counts.isEmpty()) {
                return List.of();
            }
            Map<Long, Counting> all = new LinkedHashMap<>();
            long last = counts.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
            for (long i = start; i <= last; i++) {
                all.put(i, counts.getOrDefault(i, new Counting()));
            }
            // whole seconds, except where that would lie before all time
            return all.entrySet().stream().map(e -> new Bucket(new Timestamp(Math.max(Long.MIN_VALUE / length, e.getKey()) * length, 0), length,
                    e.getValue().tally())).toList();
        }
    }
}
