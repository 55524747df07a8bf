package org.resetscope.ui.internal.canvas.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.Route;

/** The capture points and known devices of a drawing from the client to the server, which can be put into another order. */
final class Sequence {

    private final List<Region> regions;
    /** Points that are drawn as part of the client, before all others. */
    private final int leading;

    Sequence(Scene scene) {
        regions = scene.regions().stream().filter(r -> movable(r.part())).sorted(Comparator.comparingDouble(Sequence::centre)).toList();
        leading = scene.regions().stream().filter(r -> r.part() != null && r.part().kind() == Kind.STRETCH).mapToInt(r -> r.part().index()).min().orElse(0);
    }

    private static boolean movable(PathPart part) {
        return part != null && (part.kind() == Kind.POINT || part.kind() == Kind.DEVICE);
    }

    private static double centre(Region region) {
        return region.bounds().x() + region.bounds().width() / 2;
    }

    /** Where a part stands; -1 for what cannot be moved. */
    int indexOf(PathPart part) {
        return parts().indexOf(part);
    }

    int size() {
        return regions.size();
    }

    private List<PathPart> parts() {
        return regions.stream().map(Region::part).toList();
    }

    /** Where a part stands that is moved to a place of the drawing. */
    int indexAt(double x, PathPart moved) {
        return (int) regions.stream().filter(r -> !r.part().equals(moved) && centre(r) < x).count();
    }

    /** The place of the drawing between what stands before and behind a part that is moved. */
    double placeOf(int index, PathPart moved, double left, double right) {
        List<Region> others = regions.stream().filter(r -> !r.part().equals(moved)).toList();
        double from = index == 0 ? left : others.get(index - 1).bounds().right();
        double to = index == others.size() ? right : others.get(index).bounds().x();
        return (from + to) / 2;
    }

    /**
     * The route with a part at another place.
     *
     * @param points names of all points in their order now; empty where there is one capture only
     */
    Route moved(PathPart part, int to, Route route, List<String> points) {
        List<PathPart> parts = new ArrayList<>(parts());
        parts.remove(part);
        parts.add(Math.max(0, Math.min(parts.size(), to)), part);
        List<Integer> order = parts.stream().filter(p -> p.kind() == Kind.POINT).map(PathPart::index).toList();
        List<Device> devices = new ArrayList<>();
        int after = leading;
        for (PathPart p : parts) {
            if (p.kind() == Kind.POINT) {
                after++;
            } else {
                devices.add(route.devices().get(p.index()).at(after));
            }
        }
        return new Route(part.kind() == Kind.POINT ? names(order, points) : route.order(), devices);
    }

    private List<String> names(List<Integer> order, List<String> points) {
        List<String> names = new ArrayList<>(points.subList(0, leading));
        order.forEach(i -> names.add(points.get(i)));
        points.stream().filter(p -> !names.contains(p)).forEach(names::add);
        return names;
    }
}
