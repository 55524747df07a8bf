package org.resetscope.visual.internal.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.resetscope.core.Analysis;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.flowview.FlowView;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.scene.PathPart;
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
     * @param part of the path, or null for a host
     */
    record Node(Kind kind, String title, String place, List<String> facts, PathPart part) {

        private Node(Kind kind, String title, String place, List<String> facts) {
            this(kind, title, place, facts, null);
        }
    }

    /** @param hops routers in between, or -1 where unknown; {@code delay} there and back, or null; {@code after} so many points */
    record Leg(int hops, Long delay, int after) {

        private static Leg unknown(int after) {
            return new Leg(-1, null, after);
        }
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
        int after = atClient ? 1 : 0;
        for (Station s : stations.subList(atClient ? 1 : 0, stations.size() - (atServer ? 1 : 0))) {
            legs.add(leg(before, s, after));
            String point = s.capture().point();
            nodes.add(new Node(Kind.POINT, point == null ? "Capture" : point, Say.fileName(s.capture().file()), facts(analysis, s, reset),
                    new PathPart(PathPart.Kind.POINT, Math.max(0, order.indexOf(s.capture().id())))));
            before = s;
            after++;
        }
        Station last = atServer ? stations.get(stations.size() - 1) : null;
        legs.add(last != null ? leg(before, last, after) : before == null ? Leg.unknown(after)
                : new Leg(Station.hops(before.fromServer()), before.toServer(), after));
        nodes.add(new Node(Kind.HOST, "Server" + guess, reset.flow().server().toString(), last == null ? List.of() : facts(analysis, last, reset)));
        return placed(analysis, reset, nodes, legs, stations, atClient);
    }

    /** Whether a capture was taken at a host itself: the user calls it so, or packets of the host have passed no router yet. */
    private static boolean at(Station station, String name, int ttl, List<String> order) {
        return name.equalsIgnoreCase(station.capture().point()) || order.isEmpty() && station.capture().point() == null && Station.hops(ttl) == 0;
    }

    private static Leg leg(Station before, Station s, int after) {
        if (before == null) {
            return new Leg(Station.hops(s.fromClient()), s.toClient(), after);
        }
        int hops = before.fromClient() >= 0 && s.fromClient() >= 0 && before.fromClient() >= s.fromClient() ? before.fromClient() - s.fromClient() : -1;
        Long delay = before.toServer() == null || s.toServer() == null || before.toServer() < s.toServer() ? null
                : (Long) (before.toServer() - s.toServer());
        return new Leg(hops, delay, after);
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

    /** Puts in the devices, known ones and the one that made the reset. */
    private static Route placed(Analysis analysis, Reset reset, List<Node> nodes, List<Leg> legs, List<Station> stations, boolean atClient) {
        boolean fromServer = reset.claimedSender() != Sender.CLIENT;
        Sender sender = reset.verdict().sender();
        List<PathDevice> suspects = analysis.suspects(reset);
        PathDevice maker = suspects.size() == 1 ? suspects.get(0) : null;
        int birth = sender == Sender.INTERMEDIARY && maker == null ? birthLeg(reset, stations, atClient, nodes.size(), fromServer) : -1;
        int born = sender == Sender.CLIENT ? 0 : -1;
        List<Node> route = new ArrayList<>(List.of(nodes.get(0)));
        List<Leg> ways = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Leg whole = legs.get(i);
            List<PathDevice> known = standing(analysis.devices(), i, legs);
            List<Node> between = new ArrayList<>();
            known.forEach(d -> between.add(node(d, analysis.devices().indexOf(d), d.equals(maker) ? made(fromServer) : List.of())));
            if (i == birth) {
                String where = suspects.isEmpty() ? reset.verdict().location() == null ? "somewhere on this way" : reset.verdict().location()
                        : suspects.stream().map(PathDevice::name).collect(Collectors.joining(" or "));
                between.add(fromServer ? 0 : between.size(), new Node(Kind.DEVICE, "Device", where, made(fromServer),
                        new PathPart(PathPart.Kind.UNNAMED_DEVICE, whole.after)));
                born = route.size() + (fromServer ? 0 : between.size() - 1);
            } else if (maker != null && known.contains(maker)) {
                born = route.size() + known.indexOf(maker);
            }
            ways.addAll(ways(whole, between.size(), i == birth || maker != null && known.contains(maker), stations, i, atClient, fromServer));
            route.addAll(between);
            route.add(nodes.get(i + 1));
        }
        if (sender == Sender.SERVER) {
            born = route.size() - 1;
        }
        return new Route(route, ways, born, fromServer ? 0 : route.size() - 1);
    }

    /** Those of one leg; what is said to stand beyond a host stands next to it. */
    private static List<PathDevice> standing(List<PathDevice> devices, int leg, List<Leg> legs) {
        int first = legs.get(0).after;
        int last = legs.get(legs.size() - 1).after;
        return devices.stream().filter(d -> Math.max(first, Math.min(last, d.after())) == legs.get(leg).after).toList();
    }

    private static Node node(PathDevice device, int index, List<String> facts) {
        String attached = device.attached().isEmpty() ? "nothing known of it" : String.join(", ", device.attached());
        return new Node(Kind.DEVICE, device.name(), attached, facts, new PathPart(PathPart.Kind.DEVICE, index));
    }

    private static List<String> made(boolean fromServer) {
        return List.of("made the reset", "in the " + (fromServer ? "server" : "client") + "\u2019s name");
    }

    /** A leg with devices on it, of whose distances only that to the maker of a reset is known. */
    private static List<Leg> ways(Leg whole, int devices, boolean birth, List<Station> stations, int leg, boolean atClient, boolean fromServer) {
        if (devices == 0) {
            return List.of(whole);
        }
        List<Leg> ways = new ArrayList<>(Collections.nCopies(devices + 1, Leg.unknown(whole.after)));
        if (birth && devices == 1) {
            ways.set(fromServer ? 0 : 1, toDevice(whole, stations, fromServer ? leg : leg + 1, atClient));
        }
        return ways;
    }

    /** How far the device is from the point that saw its reset, by the TTL, where that is plausible. */
    private static Leg toDevice(Leg whole, List<Station> stations, int node, boolean atClient) {
        int index = atClient ? node : node - 1;
        int hops = index >= 0 && index < stations.size() ? Station.hops(stations.get(index).reset()) : -1;
        return hops >= 0 && (whole.hops < 0 || hops <= whole.hops) ? new Leg(hops, null, whole.after) : Leg.unknown(whole.after);
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
