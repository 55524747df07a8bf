package org.resetscope.ui.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the user knows of the path from client to server.
 *
 * @param order names of capture points from the client on; empty where it is to be found
 * @param devices in their order from the client on
 */
public record Route(List<String> order, List<Device> devices) {

    /** Nothing. */
    public static final Route UNKNOWN = new Route(List.of(), List.of());

    public Route {
        order = List.copyOf(order);
        devices = devices.stream().sorted(Comparator.comparingInt(Device::after)).toList();
    }

    /** With one device more, behind those that stand at the same place. */
    public Route with(Device added) {
        List<Device> now = new ArrayList<>(devices);
        int at = (int) devices.stream().filter(d -> d.after() <= added.after()).count();
        now.add(at, added);
        return new Route(order, now);
    }

    /** With another device in the place of one. */
    public Route with(int index, Device changed) {
        List<Device> now = new ArrayList<>(devices);
        now.set(index, changed);
        return new Route(order, now);
    }

    /** Without one of its devices. */
    public Route without(int index) {
        List<Device> now = new ArrayList<>(devices);
        now.remove(index);
        return new Route(order, now);
    }

    /** With the order of capture points to be found. */
    public Route withoutOrder() {
        return new Route(List.of(), devices);
    }
}
