package org.resetscope.cli.internal;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.resetscope.core.CaptureFile;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.model.PathDevice;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the user knows of the path from client to server: the order of the capture points, and the devices between them; a mixin. */
final class PathOption {

    private static final String CLIENT = "client";
    private static final String SERVER = "server";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--path", paramLabel = "PATH", split = ",",
            description = "The path from client to server, with commas: the points, and devices between them as NAME or NAME=ATTACHED, a file of"
                    + " rules or the id of a router profile, such as client,lan,fw=rules.nft,wan,server. What is attached counts only for"
                    + " resets that were made where the device stands, and the device is named there.")
    private List<String> items = new ArrayList<>();

    /**
     * @param rules files that are attached to the devices
     * @param profiles that are
     */
    record Known(List<String> order, List<PathDevice> devices, List<String> rules, List<DeviceProfile> profiles) {
    }

    private record Standing(int after, Set<String> attached) {
    }

    /** @throws ParameterException where it makes no sense with the points */
    Known known(List<CaptureFile> inputs) {
        Set<String> points = new LinkedHashSet<>();
        inputs.stream().map(CaptureFile::point).filter(Objects::nonNull).forEach(points::add);
        if (!items.isEmpty() && points.isEmpty()) {
            throw wrong("it has the names of points, which --point gives");
        }
        Set<String> order = new LinkedHashSet<>();
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i).strip();
            if (points.contains(item)) {
                if (!order.add(item)) {
                    throw wrong("point '" + item + "' is there twice");
                }
            } else if (!end(item, i)) {
                stand(item, order.size(), standing);
            }
        }
        points.removeAll(order);
        if (!items.isEmpty() && !points.isEmpty()) {
            throw wrong("where is point '" + points.iterator().next() + "'?");
        }
        if (order.stream().anyMatch(p -> is(CLIENT, p)) && !is(CLIENT, order.iterator().next())
                || order.stream().anyMatch(p -> is(SERVER, p)) && !is(SERVER, List.copyOf(order).get(order.size() - 1))) {
            throw wrong("it goes from client to server");
        }
        return attached(List.copyOf(order), standing);
    }

    /** Whether it is the host at which the path begins or ends, where nothing was captured. */
    private boolean end(String item, int at) {
        if (is(CLIENT, item) && at > 0 || is(SERVER, item) && at < items.size() - 1) {
            throw wrong("it goes from client to server");
        }
        return is(CLIENT, item) || is(SERVER, item);
    }

    private static boolean is(String host, String name) {
        return host.equals(name.toLowerCase(Locale.ROOT));
    }

    private void stand(String item, int after, Map<String, Standing> standing) {
        int equal = item.indexOf('=');
        String name = equal < 0 ? item : item.substring(0, equal).strip();
        if (name.isEmpty() || equal == item.length() - 1) {
            throw wrong("expected NAME or NAME=ATTACHED but got '" + item + "'");
        }
        Standing device = standing.computeIfAbsent(name, n -> new Standing(after, new LinkedHashSet<>()));
        if (device.after() != after) {
            throw wrong("device '" + name + "' stands at two places");
        }
        if (equal >= 0) {
            device.attached().add(item.substring(equal + 1));
        }
    }

    private Known attached(List<String> order, Map<String, Standing> standing) {
        Set<String> rules = new LinkedHashSet<>();
        Set<DeviceProfile> profiles = new LinkedHashSet<>();
        DeviceProfiles all = standing.values().stream().allMatch(s -> s.attached().isEmpty()) ? null : DeviceProfiles.read();
        List<PathDevice> devices = new ArrayList<>();
        standing.forEach((name, device) -> {
            for (String attached : device.attached()) {
                DeviceProfile profile = new File(attached).exists() ? null : all.find(attached).orElseThrow(() -> wrong("'" + attached
                        + "' is neither a file nor a profile of 'resetscope routers'"));
                if (profile == null) {
                    rules.add(attached);
                } else {
                    profiles.add(profile);
                }
            }
            devices.add(new PathDevice(name, device.after(), List.copyOf(device.attached())));
        });
        return new Known(order, devices, List.copyOf(rules), List.copyOf(profiles));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), "--path: " + message);
    }
}
