package org.resetscope.visual.internal.path;

import java.util.stream.Collectors;

import org.resetscope.core.detect.Durations;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;
import org.resetscope.visual.internal.paper.Stop;
import org.resetscope.visual.internal.path.Route.Kind;
import org.resetscope.visual.internal.path.Route.Leg;
import org.resetscope.visual.internal.path.Route.Node;

/** Boxes from left to right, what lies between them, and the reset on its way. */
final class RoutePainter {

    private static final double BOX = 50;
    private static final double PADDING = 26;
    private static final double LEAST_LEG = 104;
    private static final double MOST_PLACE = 230;
    private static final double FACT = 17;

    private final Sheet sheet;
    private final SceneBuilder scene;
    private final Route route;
    private final Reset reset;
    private final double[] left;
    private final double[] widths;

    RoutePainter(Sheet sheet, Route route, Reset reset) {
        this.sheet = sheet;
        this.scene = sheet.scene();
        this.route = route;
        this.reset = reset;
        this.widths = widths(route);
        this.left = new double[widths.length];
        double free = sheet.width() - 2 * Sheet.MARGIN;
        for (double w : widths) {
            free -= w;
        }
        double leg = free / route.legs().size();
        double x = Sheet.MARGIN;
        for (int i = 0; i < widths.length; i++) {
            left[i] = x;
            x += widths[i] + leg;
        }
    }

    private static double[] widths(Route route) {
        return route.nodes().stream().mapToDouble(RoutePainter::width).toArray();
    }

    private static double width(Node node) {
        double facts = node.facts().stream().mapToDouble(f -> TextMetrics.width(f, Ink.SMALL)).max().orElse(0);
        double words = Math.max(TextMetrics.width(node.title(), Ink.HEAD),
                TextMetrics.width(TextMetrics.fit(node.place(), MOST_PLACE, Ink.SMALL), Ink.SMALL));
        return Math.max(facts, words + PADDING);
    }

    /** What it needs. */
    static double width(Route route) {
        double width = 2 * Sheet.MARGIN + route.legs().size() * LEAST_LEG;
        for (double w : widths(route)) {
            width += w;
        }
        return width;
    }

    void paint() {
        double top = sheet.y() + 34;
        double middle = top + BOX / 2;
        for (int i = 0; i < route.legs().size(); i++) {
            leg(i, middle);
        }
        double bottom = top + BOX;
        for (int i = 0; i < route.nodes().size(); i++) {
            bottom = Math.max(bottom, node(i, top));
        }
        sheet.y(way(bottom + 28));
    }

    private double centre(int node) {
        return left[node] + widths[node] / 2;
    }

    private void leg(int i, double y) {
        Leg leg = route.legs().get(i);
        double from = left[i] + widths[i];
        double to = left[i + 1];
        boolean device = (i == route.born() || i + 1 == route.born()) && route.nodes().get(route.born()).kind() == Kind.DEVICE;
        scene.line(from, y, to, y, device ? Role.RESET : Role.AXIS, device ? 3 : 2, leg.hops() < 0 ? Dash.DASHED : Dash.SOLID, 0);
        double x = (from + to) / 2;
        String hops = leg.hops() < 0 ? "" : leg.hops() == 0 ? "no router" : Say.count(leg.hops(), "router");
        if (leg.hops() >= 0) {
            scene.text(x, y - 9, hops, Anchor.MIDDLE, Ink.SMALL, Role.TEXT);
        }
        String delay = leg.delay() == null ? "" : Durations.text(leg.delay());
        if (!delay.isEmpty()) {
            scene.text(x, y + 18, delay, Anchor.MIDDLE, Ink.SMALL, Role.MUTED);
        }
        String words = "From " + name(i) + " to " + name(i + 1) + ": " + (hops.isEmpty() ? "number of routers not known" : hops + " by the TTL")
                + (delay.isEmpty() ? "." : ", " + delay + " there and back by the handshake.");
        scene.part(new Bounds(from, y - 22, to - from, 46), new PathPart(PathPart.Kind.STRETCH, leg.after()), null, words);
    }

    private String name(int node) {
        return "\u201c" + route.nodes().get(node).title() + "\u201d";
    }

    /** @return its lower end */
    private double node(int i, double top) {
        Node node = route.nodes().get(i);
        boolean born = i == route.born();
        Bounds box = new Bounds(left[i], top, widths[i], BOX);
        scene.box(box, node.kind() == Kind.POINT ? BOX / 2 : 6, born ? Role.RESET_GROUND : Role.SURFACE, born ? Role.RESET : Role.AXIS, born ? 2 : 1,
                node.part() != null && node.part().kind() == PathPart.Kind.UNNAMED_DEVICE ? Dash.DASHED : Dash.SOLID);
        double x = centre(i);
        scene.text(x, top + 21, node.title(), Anchor.MIDDLE, Ink.HEAD, born ? Role.RESET : Role.TEXT);
        scene.text(x, top + 38, TextMetrics.fit(node.place(), MOST_PLACE, Ink.SMALL), Anchor.MIDDLE, Ink.SMALL, born ? Role.TEXT : Role.MUTED);
        if (born) {
            Stop.draw(scene, x, top - 15, 10);
        }
        double y = top + BOX + FACT + 3;
        for (String fact : node.facts()) {
            boolean reset = fact.contains("reset");
            scene.text(x, y, fact, Anchor.MIDDLE, Ink.SMALL, reset ? Role.TEXT : Role.MUTED);
            y += FACT;
        }
        scene.part(new Bounds(box.x(), top, box.width(), y - FACT + 6 - top), node.part(), born ? reset.id() : null, node.title() + " " + node.place()
                + (born ? ", where the reset was born" : "") + node.facts().stream().map(f -> ", " + f).collect(Collectors.joining()) + ".");
        return y;
    }

    /** From where the reset was born to whom it was meant for. @return the lower end */
    private double way(double y) {
        int from = route.born() >= 0 ? route.born() : route.nodes().size() - 1 - route.receiver();
        double start = centre(from);
        double end = centre(route.receiver());
        scene.line(start, y, end, y, Role.RESET, 3, route.born() < 0 ? Dash.DASHED : Dash.SOLID, 14);
        String words = route.born() < 0 ? "the reset; who made it is undecided" : "the reset";
        double width = TextMetrics.width(words, Ink.BOLD);
        double x = Math.max(Sheet.MARGIN + width / 2, Math.min(sheet.right() - width / 2, (start + end) / 2));
        scene.text(x, y - 8, words, Anchor.MIDDLE, Ink.BOLD, Role.RESET);
        scene.text(Sheet.MARGIN, y + 30, "Above a line: routers that lower the TTL. Below it: time there and back.", Anchor.START, Ink.TINY, Role.MUTED);
        scene.region(new Bounds(Math.min(start, end), y - 20, Math.abs(end - start), 28), reset.packets().get(0).frame(), reset.id(), "The reset, from " + name(from) + " to " + name(route.receiver())
                + (route.born() < 0 ? "; who made it is undecided." : "."));
        return y + 34;
    }
}
