package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.resetscope.core.CaptureFile;
import org.resetscope.core.guide.Step;
import org.resetscope.core.model.PathDevice;

/**
 * What an {@link OpenCapture} is read from: one capture, or captures of the same traffic at several points, which are compared.
 *
 * @param files one without a point, or several of which each has one
 * @param rules files of rules of a firewall that the packets passed: the resets are held against them
 * @param logs of endpoints and devices, whose lines are joined to the resets
 * @param route what is known of the path between client and server
 * @param leftOut steps of the guide that the user cannot or will not take
 */
public record Input(List<CaptureFile> files, List<Path> rules, List<Path> logs, Route route, Set<Step> leftOut) {

    public Input {
        files = List.copyOf(files);
        rules = List.copyOf(rules);
        logs = List.copyOf(logs);
        leftOut = Set.copyOf(leftOut);
        boolean one = files.size() == 1 && files.get(0).point() == null;
        if (!one && (files.size() < 2 || files.stream().anyMatch(f -> f.point() == null))) {
            throw new IllegalArgumentException("neither one capture nor several points: " + files);
        }
    }

    /** No step was left out. */
    public Input(List<CaptureFile> files, List<Path> rules, List<Path> logs, Route route) {
        this(files, rules, logs, route, Set.of());
    }

    /** Nothing is known of the path. */
    public Input(List<CaptureFile> files, List<Path> rules, List<Path> logs) {
        this(files, rules, logs, Route.UNKNOWN);
    }

    /** Held against no rules and no logs; nothing is known of the path. */
    public Input(List<CaptureFile> files) {
        this(files, List.of(), List.of());
    }

    /** A capture that stands alone. */
    public static Input of(Path file) {
        return new Input(List.of(CaptureFile.of(file.toAbsolutePath().normalize().toString())));
    }

    /** A capture taken at a point. */
    public static CaptureFile at(String point, Path file) {
        return new CaptureFile(file.toAbsolutePath().normalize().toString(), point);
    }

    /** The same captures held against other rules; devices keep those of theirs that are among these. */
    public Input heldAgainst(List<Path> others) {
        List<Path> now = absolute(others);
        List<Device> devices = route.devices().stream()
                .map(d -> new Device(d.name(), d.after(), d.rules().stream().filter(now::contains).toList(), d.profiles())).toList();
        return new Input(files, now, logs, new Route(route.order(), devices), leftOut);
    }

    /** The same captures with other logs. */
    public Input joinedWith(List<Path> others) {
        return new Input(files, rules, absolute(others), route, leftOut);
    }

    /** The same captures on another path: rules of its devices take the place of those of the devices before; others stay. */
    public Input on(Route other) {
        List<Path> before = route.devices().stream().flatMap(d -> d.rules().stream()).toList();
        List<Path> now = Stream.concat(rules.stream().filter(f -> !before.contains(f)), other.devices().stream().flatMap(d -> d.rules().stream())).distinct()
                .toList();
        return new Input(files, now, logs, other, leftOut);
    }

    /** The same where other steps of the guide are left out. */
    public Input leavingOut(Set<Step> steps) {
        return new Input(files, rules, logs, route, steps);
    }

    /** Whether nothing is known but the captures. */
    public boolean bare() {
        return rules.isEmpty() && logs.isEmpty() && route.equals(Route.UNKNOWN) && leftOut.isEmpty();
    }

    /** Ids of the profiles of all devices. */
    public List<String> profiles() {
        return route.devices().stream().flatMap(d -> d.profiles().stream()).distinct().toList();
    }

    /** Whether reading the other one finds the same. What devices are called, where those stand of which no more is known, and the guide are no matter. */
    boolean readsAs(Input other) {
        return files.equals(other.files) && Set.copyOf(rules).equals(Set.copyOf(other.rules)) && logs.equals(other.logs)
                && route.order().equals(other.route.order()) && standing().equals(other.standing());
    }

    /** What is known of devices, and where it counts. */
    private Set<PathDevice> standing() {
        return devices().stream().filter(d -> !d.attached().isEmpty())
                .map(d -> new PathDevice("", d.after(), d.attached().stream().sorted().toList())).collect(Collectors.toSet());
    }

    /** As the engine's drawings and verdicts tell of them. */
    List<PathDevice> devices() {
        return route.devices().stream().map(d -> new PathDevice(d.name(), d.after(),
                Stream.concat(d.rules().stream().map(this::ruleName), d.profiles().stream()).toList())).toList();
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(f -> f.toAbsolutePath().normalize()).distinct().toList();
    }

    /** What a file of rules is called in verdicts: without its directory where that is clear. */
    String ruleName(Path file) {
        String name = nameOf(file);
        return rules.stream().filter(r -> nameOf(r).equals(name)).count() > 1 ? file.toString() : name;
    }

    /** The file of rules that verdicts call so. */
    Optional<Path> rulesNamed(String name) {
        return rules.stream().filter(r -> ruleName(r).equals(name)).findFirst();
    }

    /** Of its captures, in their order. */
    public List<Path> paths() {
        return files.stream().map(f -> Path.of(f.file())).toList();
    }

    /** Whether it is several points. */
    public boolean compares() {
        return files.size() > 1;
    }

    /** Last segment of the path; or the points: "client, server: 2 points". */
    public String name() {
        if (compares()) {
            return files.stream().map(CaptureFile::point).collect(Collectors.joining(", ")) + ": " + files.size() + " points";
        }
        return nameOf(paths().get(0));
    }

    /** Where its files are: a directory, or their names where it is several. */
    public String place() {
        return compares() ? paths().stream().map(Input::nameOf).collect(Collectors.joining(", ")) : String.valueOf(paths().get(0).getParent());
    }

    /** In a sentence, files without their directories: where a hover or a column has no room for them. */
    public String shortened(String sentence) {
        String text = sentence;
        for (CaptureFile file : files) {
            text = text.replace(file.file(), nameOf(Path.of(file.file())));
        }
        return text;
    }

    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
