package org.resetscope.visual.internal.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.resetscope.core.model.PathPoint;
import org.resetscope.core.flowview.FlowView;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.visual.internal.ladder.Lane.Kind;
import org.resetscope.visual.internal.paper.Say;

/** The lanes from the client on the left to the server on the right, and which way packets take between them. */
final class Lanes {

    private static final int MOST_POINTS = 6;

    private final List<Lane> lanes = new ArrayList<>();
    private final List<String> points;
    private final boolean fromServer;

    /** Where an arrow begins and ends; halves lie between two lanes. */
    record Path(double from, double to, boolean lost) {
    }

    /** @param path the order of the points, where the analysis found one */
    Lanes(Story story, List<FlowView> views, List<PathPoint> path) {
        Reset reset = story.reset();
        points = views.stream().map(v -> v.capture().point()).toList();
        fromServer = reset.claimedSender() != Sender.CLIENT;
        int atClient = -1;
        int atServer = -1;
        List<Lane> between = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            Capture capture = views.get(i).capture();
            String point = capture.point();
            if ("client".equalsIgnoreCase(point) && atClient < 0) {
                atClient = i;
            } else if ("server".equalsIgnoreCase(point) && atServer < 0) {
                atServer = i;
            } else if (point != null && between.size() < MOST_POINTS) {
                between.add(new Lane(Kind.POINT, i, point, Say.fileName(capture.file())));
            }
        }
        List<String> order = path.stream().map(PathPoint::capture).toList();
        between.sort(Comparator.comparingInt(lane -> order.indexOf(views.get(lane.point()).capture().id())));
        String guess = reset.flow().inferred() ? " (inferred)" : "";
        lanes.add(new Lane(Kind.CLIENT, atClient, "Client" + guess, reset.flow().client().toString()));
        lanes.addAll(between);
        lanes.add(new Lane(Kind.SERVER, atServer, "Server" + guess, reset.flow().server().toString()));
        if (story.device()) {
            String place = reset.verdict().location() == null ? "somewhere between"
                    : reset.verdict().location().replace(" (" + story.deviceName() + ")", "");
            lanes.add(deviceIndex(reset, views), new Lane(Kind.DEVICE, -1, story.deviceName(), place));
        }
    }

    /** On the way from the sender that the reset names, before the first point that saw it. */
    private int deviceIndex(Reset reset, List<FlowView> views) {
        int step = fromServer ? -1 : 1;
        int sender = fromServer ? lanes.size() - 1 : 0;
        for (int i = sender; i >= 0 && i < lanes.size(); i += step) {
            int point = lanes.get(i).point();
            if (point >= 0 && saw(reset, views.get(point).capture())) {
                int at = fromServer ? i + 1 : i;
                return Math.max(1, Math.min(lanes.size() - 1, at));
            }
        }
        return fromServer ? 1 : lanes.size() - 1;
    }

    private static boolean saw(Reset reset, Capture capture) {
        return reset.packets().stream().anyMatch(p -> p.frame().capture().equals(capture.id()));
    }

    List<Lane> all() {
        return lanes;
    }

    /** The number of a packet, in the first capture unless it says another: "#7", or "#7 server". */
    String frame(Transit transit) {
        String number = "#" + transit.packet().frame().frame();
        return transit.seenAt(0) ? number : number + " " + points.get(transit.firstPoint());
    }

    int device() {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).kind() == Kind.DEVICE) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a packet was seen after it had passed the device; true where there is none. */
    boolean seenBeyondDevice(Transit transit) {
        int device = device();
        boolean right = transit.packet().fromClient();
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).point() >= 0 && transit.seenAt(lanes.get(i).point()) && (right ? i > device : i < device)) {
                return true;
            }
        }
        return device < 0;
    }

    /** The lane on which a reset is born, as far as is known. */
    int birth(boolean fromClient, boolean between) {
        return between && device() >= 0 ? device() : fromClient ? 0 : lanes.size() - 1;
    }

    /** Where the log or the rules of some place belong; in the middle where that has no lane. */
    double place(Sender place) {
        return switch (place) {
            case CLIENT -> 0;
            case SERVER -> lanes.size() - 1.0;
            default -> device() >= 0 ? device() : (lanes.size() - 1) / 2.0;
        };
    }

    /** @param between the packet starts at the device */
    Path path(Transit transit, boolean between) {
        boolean fromClient = transit.packet().fromClient();
        int step = fromClient ? 1 : -1;
        int start = fromClient ? 0 : lanes.size() - 1;
        int end = fromClient ? lanes.size() - 1 : 0;
        int first = -1;
        int last = -1;
        boolean unseenBefore = false;
        boolean unseenAfter = false;
        for (int i = start; i != end + step; i += step) {
            int point = lanes.get(i).point();
            if (point < 0) {
                continue;
            }
            if (transit.seenAt(point)) {
                first = first < 0 ? i : first;
                last = i;
                unseenAfter = false;
            } else {
                unseenBefore |= first < 0;
                unseenAfter |= first >= 0;
            }
        }
        double from = between && device() >= 0 ? device() : unseenBefore && first != start ? first - step * 0.5 : start;
        double to = unseenAfter ? last + step * 0.5 : end;
        return new Path(from, to, unseenAfter);
    }
}
