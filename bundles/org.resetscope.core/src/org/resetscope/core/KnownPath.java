package org.resetscope.core;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.model.PathDevice;

/**
 * What somebody knows of the path from client to server: the order of the capture points, and the devices between them.
 *
 * @param order names of the points
 * @param rules files that are attached to the devices
 * @param profiles that are
 * @since 0.1
 */
public record KnownPath(List<String> order, List<PathDevice> devices, List<String> rules, List<DeviceProfile> profiles) {

    /** Nothing is known. */
    public static final KnownPath NONE = new KnownPath(List.of(), List.of(), List.of(), List.of());

    private static final String CLIENT = "client";
    private static final String SERVER = "server";

    private record Standing(int after, Set<String> attached) {
    }

    /**
     * Reads a path as people write it: {@code client,lan,fw=rules.nft,wan,server}.
     *
     * @param items points, and devices as NAME or NAME=ATTACHED: a file of rules, or the id of a router profile
     * @param points names of all points
     * @throws IllegalArgumentException where it makes no sense with the points; the message says why
     */
    public static KnownPath of(List<String> items, Collection<String> points) {
        if (items.isEmpty()) {
            return NONE;
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("it has the names of points, and there are none");
        }
        Set<String> order = new LinkedHashSet<>();
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i).strip();
            if (points.contains(item)) {
                if (!order.add(item)) {
                    throw new IllegalArgumentException("point '" + item + "' is there twice");
                }
            } else if (!end(item, i, items.size())) {
                stand(item, order.size(), standing);
            }
        }
        Set<String> missing = new LinkedHashSet<>(points);
        missing.removeAll(order);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("where is point '" + missing.iterator().next() + "'?");
        }
        List<String> ordered = List.copyOf(order);
        if (order.stream().anyMatch(p -> is(CLIENT, p)) && !is(CLIENT, ordered.get(0))
                || order.stream().anyMatch(p -> is(SERVER, p)) && !is(SERVER, ordered.get(ordered.size() - 1))) {
            throw backwards();
        }
        return attached(ordered, standing);
    }

    /** Whether it is the host at which the path begins or ends, where nothing was captured. */
    private static boolean end(String item, int at, int items) {
        if (is(CLIENT, item) && at > 0 || is(SERVER, item) && at < items - 1) {
            throw backwards();
        }
        return is(CLIENT, item) || is(SERVER, item);
    }

    private static IllegalArgumentException backwards() {
        return new IllegalArgumentException("it goes from client to server");
    }

    private static boolean is(String host, String name) {
        return host.equals(name.toLowerCase(Locale.ROOT));
    }

    private static void stand(String item, int after, Map<String, Standing> standing) {
        int equal = item.indexOf('=');
        String name = equal < 0 ? item : item.substring(0, equal).strip();
        if (name.isEmpty() || equal == item.length() - 1) {
            throw new IllegalArgumentException("expected NAME or NAME=ATTACHED but got '" + item + "'");
        }
        Standing device = standing.computeIfAbsent(name, n -> new Standing(after, new LinkedHashSet<>()));
        if (device.after() != after) {
            throw new IllegalArgumentException("device '" + name + "' stands at two places");
        }
        if (equal >= 0) {
            device.attached().add(item.substring(equal + 1));
        }
    }

    private static KnownPath attached(List<String> order, Map<String, Standing> standing) {
        Set<String> rules = new LinkedHashSet<>();
        Set<DeviceProfile> profiles = new LinkedHashSet<>();
        DeviceProfiles all = standing.values().stream().allMatch(s -> s.attached().isEmpty()) ? null : DeviceProfiles.read();
        List<PathDevice> devices = new ArrayList<>();
        standing.forEach((name, device) -> {
            for (String attached : device.attached()) {
                DeviceProfile profile = new File(attached).exists() ? null : all.find(attached).orElseThrow(() -> new IllegalArgumentException("'" + attached
                        + "' is neither a file nor a profile of 'resetscope routers'"));
                if (profile == null) {
                    rules.add(attached);
                } else {
                    profiles.add(profile);
                }
            }
            devices.add(new PathDevice(name, device.after(), List.copyOf(device.attached())));
        });
        return new KnownPath(order, devices, List.copyOf(rules), List.copyOf(profiles));
    }
}
