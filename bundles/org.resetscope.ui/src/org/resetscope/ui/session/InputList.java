package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.guide.Step;

/** A list of what was opened that is kept from run to run. */
public final class InputList {

    /** Neither a path nor the name of a point has it. */
    private static final String BETWEEN = "\0";
    private static final String RULES = BETWEEN + BETWEEN;
    private static final String LOGS = BETWEEN + "\1" + BETWEEN;
    private static final String ORDER = BETWEEN + "\2" + BETWEEN;
    private static final String DEVICE = BETWEEN + "\3" + BETWEEN;
    private static final String PROFILE = "\4";
    private static final String LEFT_OUT = BETWEEN + "\5" + BETWEEN;

    private final String node;
    private final int most;

    /** @param name of the list, unique in the workbench */
    InputList(String name, int most) {
        this.node = "org.resetscope.ui/" + name;
        this.most = most;
    }

    /** The first first. */
    public synchronized List<Input> list() {
        Preferences node = InstanceScope.INSTANCE.getNode(this.node);
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String text = node.get(Integer.toString(i), "");
            if (!text.isEmpty()) {
                inputs.add(parse(text));
            }
        }
        return inputs;
    }

    /** Of what was opened last; null where there is none. */
    public String directory() {
        List<Input> inputs = list();
        Path parent = inputs.isEmpty() ? null : inputs.get(0).paths().get(0).getParent();
        return parent == null ? null : parent.toString();
    }

    /** Puts these first, the same captures once. */
    public synchronized void add(List<Input> opened) {
        List<Input> inputs = new ArrayList<>(opened);
        list().stream().filter(input -> inputs.stream().noneMatch(i -> i.files().equals(input.files()))).forEach(inputs::add);
        set(inputs);
    }

    /** Takes others in the place of all; what is beyond the length of the list is left out. */
    public synchronized void set(List<Input> inputs) {
        Preferences node = InstanceScope.INSTANCE.getNode(this.node);
        for (int i = 0; i < most; i++) {
            String key = Integer.toString(i);
            if (i < inputs.size()) {
                node.put(key, text(inputs.get(i)));
            } else {
                node.remove(key);
            }
        }
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(InputList.class).warn("A list of files could not be saved", e);
        }
    }

    /** A path, or names of points and paths in turn; then, each after a mark, the paths of rules and of logs, the order of points, devices, steps left out. */
    private static String text(Input input) {
        return captures(input) + paths(RULES, input.rules()) + paths(LOGS, input.logs()) + joined(ORDER, input.route().order())
                + input.route().devices().stream().map(InputList::text).collect(Collectors.joining())
                + joined(LEFT_OUT, input.leftOut().stream().map(Step::id).sorted().toList());
    }

    private static String text(Device device) {
        List<String> parts = new ArrayList<>(List.of(device.name(), Integer.toString(device.after())));
        device.rules().forEach(file -> parts.add(file.toString()));
        device.profiles().forEach(id -> parts.add(PROFILE + id));
        return joined(DEVICE, parts);
    }

    private static Device device(String text) {
        List<String> parts = Arrays.asList(text.split(BETWEEN));
        List<String> attached = parts.subList(2, parts.size());
        return new Device(parts.get(0), Integer.parseInt(parts.get(1)), attached.stream().filter(a -> !a.startsWith(PROFILE)).map(Path::of).toList(),
                attached.stream().filter(a -> a.startsWith(PROFILE)).map(a -> a.substring(PROFILE.length())).toList());
    }

    private static String paths(String mark, List<Path> files) {
        return joined(mark, files.stream().map(Path::toString).toList());
    }

    private static String joined(String mark, List<String> parts) {
        return parts.isEmpty() ? "" : mark + String.join(BETWEEN, parts);
    }

    private static List<Path> paths(String text) {
        return Arrays.stream(text.split(BETWEEN)).map(Path::of).toList();
    }

    private static String captures(Input input) {
        return input.compares() ? input.files().stream().map(f -> f.point() + BETWEEN + f.file()).collect(Collectors.joining(BETWEEN))
                : input.files().get(0).file();
    }

    private static Input parse(String text) {
        String[] known = text.split(LEFT_OUT);
        List<String> steps = known.length < 2 ? List.of() : Arrays.asList(known[1].split(BETWEEN));
        return route(known[0]).leavingOut(Arrays.stream(Step.values()).filter(step -> steps.contains(step.id())).collect(Collectors.toSet()));
    }

    private static Input route(String text) {
        List<String> parts = Arrays.asList(text.split(DEVICE));
        List<Device> devices = parts.subList(1, parts.size()).stream().map(InputList::device).toList();
        String rest = parts.get(0);
        int order = rest.indexOf(ORDER);
        List<String> points = order < 0 ? List.of() : Arrays.asList(rest.substring(order + ORDER.length()).split(BETWEEN));
        return files(order < 0 ? rest : rest.substring(0, order)).on(new Route(points, devices));
    }

    private static Input files(String text) {
        int logs = text.indexOf(LOGS);
        if (logs >= 0) {
            return files(text.substring(0, logs)).joinedWith(paths(text.substring(logs + LOGS.length())));
        }
        int rules = text.indexOf(RULES);
        return rules < 0 ? captures(text) : captures(text.substring(0, rules)).heldAgainst(paths(text.substring(rules + RULES.length())));
    }

    private static Input captures(String text) {
        List<String> parts = Arrays.asList(text.split(BETWEEN));
        if (parts.size() < 4 || parts.size() % 2 > 0) {
            return Input.of(Path.of(parts.get(0)));
        }
        List<CaptureFile> files = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            files.add(Input.at(parts.get(i), Path.of(parts.get(i + 1))));
        }
        return new Input(files);
    }
}
