package org.resetscope.visual.internal.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.flowview.FlowView;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.visual.internal.paper.Say;

/**
 * The way from client to server, and where on it a reset was born.
 *
 * @param nodes from client to server
 * @param legs between two nodes each
 * @param born index of the node where the reset was born, or -1 where that is not decided
 * @param receiver index of the node that it was meant for
 */
record Route(List<Node> nodes, List<Leg> legs, int born, int receiver) {

    enum Kind {
        HOST, POINT, DEVICE
    }

    /**
     * @param place address or file
     * @param facts a few words each
     */
    record Node(Kind kind, String title, String place, List<String> facts) {
    }

    /** @param hops routers in between, or -1 where unknown; {@code delay} there and back, or null */
    record Leg(int hops, Long delay) {

        private static final Leg UNKNOWN = new Leg(-1, null);
    }

    static Route of(Analysis analysis, Reset reset, List<FlowView> views) {
        List<String> order = analysis.path().stream().map(PathPoint::capture).toList();
        List<Station> stations = views.stream().sorted(Comparator.comparingInt(v -> order.indexOf(v.capture().id()))).map(v -> Station.of(v, reset)).toList();
        boolean atClient = !stations.isEmpty() && at(stations.get(0), "client", stations.get(0).fromClient(), order);
        boolean atServer = !stations.isEmpty() && stations.size() > (atClient ? 1 : 0)
                && at(stations.get(stations.size() - 1), "server", stations.get(stations.size() - 1).fromServer(), order);
        List<Node> nodes = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        String guess = reset.flow().inferred() ? " (inferred)" : "";
        nodes.add(new Node(Kind.HOST, "Client" + guess, reset.flow().client().toString(),
                atClient ? facts(analysis, stations.get(0), reset) : List.of()));
        Station before = atClient ? stations.get(0) : null;
        for (Station s : stations.subList(atClient ? 1 : 0, stations.size() - (atServer ? 1 : 0))) {
            legs.add(leg(before, s));
            String point = s.capture().point();
            nodes.add(new Node(Kind.POINT, point == null ? "Capture" : point, Say.fileName(s.capture().file()), facts(analysis, s, reset)));
            before = s;
        }
        Station last = atServer ? stations.get(stations.size() - 1) : null;
        legs.add(last != null ? leg(before, last) : before == null ? Leg.UNKNOWN : new Leg(Station.hops(before.fromServer()), before.toServer()));
        nodes.add(new Node(Kind.HOST, "Server" + guess, reset.flow().server().toString(), last == null ? List.of() : facts(analysis, last, reset)));
        return placed(reset, nodes, legs, stations, atClient);
    }

    /** Whether a capture was taken at a host itself: the user calls it so, or packets of the host have passed no router yet. */
    private static boolean at(Station station, String name, int ttl, List<String> order) {
        return name.equalsIgnoreCase(station.capture().point()) || order.isEmpty() && station.capture().point() == null && Station.hops(ttl) == 0;
    }

    private static Leg leg(Station before, Station s) {
        if (before == null) {
            return new Leg(Station.hops(s.fromClient()), s.toClient());
        }
        int hops = before.fromClient() >= 0 && s.fromClient() >= 0 && before.fromClient() >= s.fromClient() ? before.fromClient() - s.fromClient() : -1;
        Long delay = before.toServer() == null || s.toServer() == null || before.toServer() < s.toServer() ? null
                : (Long) (before.toServer() - s.toServer());
        return new Leg(hops, delay);
    }

    private static List<String> facts(Analysis analysis, Station s, Reset reset) {
        List<String> facts = new ArrayList<>();
        Capture capture = s.capture();
        boolean saw = reset.packets().stream().anyMatch(p -> p.frame().capture().equals(capture.id()));
        if (s.fromClient() >= 0) {
            facts.add("TTL of the client: " + s.fromClient());
        }
        if (s.fromServer() >= 0) {
            facts.add("TTL of the server: " + s.fromServer());
        }
        facts.add(saw ? s.reset() >= 0 ? "TTL of the reset: " + s.reset() : "saw the reset" : "has not seen the reset");
        analysis.path().stream().filter(p -> p.capture().equals(capture.id()) && p.offsetNanos() != null && p.offsetNanos() != 0).findFirst()
                .ifPresent(p -> facts.add("clock " + Durations.text(Math.abs(p.offsetNanos())) + (p.offsetNanos() > 0 ? " fast" : " slow")));
        return facts;
    }

    private static Route placed(Reset reset, List<Node> nodes, List<Leg> legs, List<Station> stations, boolean atClient) {
        boolean fromServer = reset.claimedSender() != Sender.CLIENT;
        Sender sender = reset.verdict().sender();
        if (sender == Sender.INTERMEDIARY) {
            int leg = birthLeg(reset, stations, atClient, nodes.size(), fromServer);
            String where = reset.verdict().location() == null ? "somewhere on this way" : reset.verdict().location();
            nodes.add(leg + 1, new Node(Kind.DEVICE, "Device", where, List.of("made the reset", "in the " + (fromServer ? "server" : "client") + "\u2019s name")));
            Leg whole = legs.get(leg);
            legs.set(leg, fromServer ? toDevice(whole, stations, leg, atClient) : Leg.UNKNOWN);
            legs.add(leg + 1, fromServer ? Leg.UNKNOWN : toDevice(whole, stations, leg + 1, atClient));
            return new Route(nodes, legs, leg + 1, fromServer ? 0 : nodes.size() - 1);
        }
        int host = fromServer ? nodes.size() - 1 : 0;
        return new Route(nodes, legs, sender == Sender.UNDETERMINED ? -1 : host, nodes.size() - 1 - host);
    }

    /** How far the device is from the point that saw its reset, by the TTL, where that is plausible. */
    private static Leg toDevice(Leg whole, List<Station> stations, int node, boolean atClient) {
        int index = atClient ? node : node - 1;
        int hops = index >= 0 && index < stations.size() ? Station.hops(stations.get(index).reset()) : -1;
        return hops >= 0 && (whole.hops < 0 || hops <= whole.hops) ? new Leg(hops, null) : Leg.UNKNOWN;
    }

    /** The leg before the first point that saw the reset, on its way from the host in whose name it came. */
    private static int birthLeg(Reset reset, List<Station> stations, boolean atClient, int nodes, boolean fromServer) {
        for (int i = 0; i < stations.size(); i++) {
            int station = fromServer ? stations.size() - 1 - i : i;
            String capture = stations.get(station).capture().id();
            if (reset.packets().stream().anyMatch(p -> p.frame().capture().equals(capture))) {
                int node = station + (atClient ? 0 : 1);
                return Math.max(0, Math.min(nodes - 2, fromServer ? node : node - 1));
            }
        }
        return fromServer ? nodes - 2 : 0;
    }
}
