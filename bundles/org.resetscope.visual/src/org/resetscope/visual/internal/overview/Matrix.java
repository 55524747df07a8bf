package org.resetscope.visual.internal.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Resets by the host in whose name they were sent and the host that got them.
 *
 * @param hosts those with most resets
 * @param all how many hosts there are
 * @param cells of these hosts
 */
record Matrix(List<Host> hosts, int all, Map<Pair, Cell> cells) {

    private static final int MOST_HOSTS = 16;

    /** @param sent by itself; {@code forged} in its name by a device; {@code undecided} by one of the two */
    record Cell(int sent, int forged, int undecided) {

        int total() {
            return sent + forged + undecided;
        }

        private Cell and(Cell other) {
            return new Cell(sent + other.sent, forged + other.forged, undecided + other.undecided);
        }
    }

    /** @param received how many resets it got */
    record Host(String address, Cell made, int received) {

        private int total() {
            return made.total() + received;
        }
    }

    record Pair(String from, String to) {
    }

    static Matrix of(List<Reset> resets) {
        Map<Pair, Cell> cells = new HashMap<>();
        Map<String, Cell> made = new HashMap<>();
        Map<String, Integer> received = new HashMap<>();
        for (Reset reset : resets) {
            Pair pair = pair(reset);
            Cell one = one(reset);
            cells.merge(pair, one, Cell::and);
            made.merge(pair.from, one, Cell::and);
            received.merge(pair.to, 1, Integer::sum);
        }
        List<Host> hosts = new ArrayList<>();
        made.forEach((address, cell) -> hosts.add(new Host(address, cell, received.getOrDefault(address, 0))));
        received.forEach((address, count) -> {
            if (!made.containsKey(address)) {
                hosts.add(new Host(address, new Cell(0, 0, 0), count));
            }
        });
        hosts.sort(Comparator.comparingInt((Host h) -> -h.made.total()).thenComparing(h -> -h.total()).thenComparing(Host::address));
        List<Host> most = chosen(hosts, cells);
        List<String> shown = most.stream().map(Host::address).toList();
        return new Matrix(most, hosts.size(), cells.entrySet().stream()
                .filter(e -> shown.contains(e.getKey().from) && shown.contains(e.getKey().to))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Half of the room for those that send most, the rest for those that these send most to. */
    private static List<Host> chosen(List<Host> hosts, Map<Pair, Cell> cells) {
        if (hosts.size() <= MOST_HOSTS) {
            return List.copyOf(hosts);
        }
        List<Host> chosen = new ArrayList<>(hosts.stream().filter(h -> h.made.total() > 0).limit(MOST_HOSTS / 2).toList());
        List<String> senders = chosen.stream().map(Host::address).toList();
        Map<String, Integer> got = new HashMap<>();
        cells.forEach((pair, cell) -> {
            if (senders.contains(pair.from)) {
                got.merge(pair.to, cell.total(), Integer::sum);
            }
        });
        hosts.stream().filter(h -> !chosen.contains(h))
                .sorted(Comparator.comparingInt((Host h) -> -got.getOrDefault(h.address, 0)).thenComparing(h -> -h.total()))
                .limit((long) MOST_HOSTS - chosen.size()).forEach(chosen::add);
        return chosen;
    }

    /** From whom to whom, as the packet says. */
    static Pair pair(Reset reset) {
        String client = reset.flow().client().address();
        String server = reset.flow().server().address();
        return reset.claimedSender() == Sender.CLIENT ? new Pair(client, server) : new Pair(server, client);
    }

    private static Cell one(Reset reset) {
        return switch (reset.verdict().sender()) {
            case INTERMEDIARY -> new Cell(0, 1, 0);
            case UNDETERMINED -> new Cell(0, 0, 1);
            default -> new Cell(1, 0, 0);
        };
    }
}
