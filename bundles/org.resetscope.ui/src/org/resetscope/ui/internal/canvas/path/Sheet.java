package org.resetscope.ui.internal.canvas.path;

import java.util.Comparator;
import java.util.List;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.commands.Command;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.ui.internal.canvas.SceneFigure;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Route;

/**
 * A drawing of a path with what it was drawn from.
 *
 * @param route as it was then: indices of the drawing mean it, so that nothing can be changed until another has been drawn
 */
record Sheet(Scene scene, SceneFigure figure, OpenCapture capture, Route route, double zoom) {

    /** Parts of the path from the client on, then the rest. */
    List<Region> regions() {
        return scene.regions().stream().sorted(Comparator.comparing((Region r) -> r.frame() != null).thenComparingDouble(r -> r.bounds().x())).toList();
    }

    Sequence sequence() {
        return new Sequence(scene);
    }

    Rectangle bounds(Region region) {
        Bounds b = region.bounds();
        return new Rectangle((int) (b.x() * zoom), (int) (b.y() * zoom), (int) Math.ceil(b.width() * zoom), (int) Math.ceil(b.height() * zoom));
    }

    /** Whether it shows what is known now. */
    boolean current() {
        return capture.input().route().equals(route);
    }

    /** The device that a part stands for; null for others. */
    Device device(PathPart part) {
        return part != null && part.kind() == Kind.DEVICE && part.index() < route.devices().size() ? route.devices().get(part.index()) : null;
    }

    /** A change of the route; null where it would be none, or where the drawing is of yesterday. */
    Command change(String label, Route to) {
        RouteCommand command = new RouteCommand(label, capture, to);
        return current() && command.canExecute() ? command : null;
    }

    /** @param index among those that can be moved; null where it cannot go there */
    Command move(PathPart part, int index) {
        List<String> points = points();
        Sequence sequence = sequence();
        boolean point = part.kind() == Kind.POINT;
        if (sequence.indexOf(part) < 0 || point && points.size() < 2 || index < 0 || index >= sequence.size() || index == sequence.indexOf(part)
                || !point && device(part) == null) {
            return null;
        }
        return change(point ? "Move Capture Point" : "Move Device", sequence.moved(part, index, route, points));
    }

    Command rename(PathPart part, String name) {
        if (name.isBlank() || part == null) {
            return null;
        }
        Device device = device(part);
        return device != null ? change("Name Device", route.with(part.index(), device.called(name)))
                : part.kind() == Kind.UNNAMED_DEVICE ? change("Name Device", route.with(new Device(name, part.index()))) : null;
    }

    Command remove(PathPart part) {
        return device(part) == null ? null : change("Remove Device", route.without(part.index()));
    }

    /** Names of the capture points as they are drawn; empty where there is one capture only. */
    List<String> points() {
        return capture.analysis().path().stream().map(PathPoint::name).toList();
    }

    double place(double x, PathPart part) {
        Sequence sequence = sequence();
        double left = scene.regions().stream().filter(r -> r.part() == null && r.frame() == null).mapToDouble(r -> r.bounds().right()).min().orElse(0);
        double right = scene.regions().stream().filter(r -> r.part() == null && r.frame() == null).mapToDouble(r -> r.bounds().x()).max().orElse(scene.width());
        return sequence.placeOf(sequence.indexAt(x, part), part, left, right) * zoom;
    }
}
