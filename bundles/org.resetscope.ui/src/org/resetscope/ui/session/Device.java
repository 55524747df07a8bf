package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A device that the user put on the path from client to server.
 *
 * @param name as the user calls it
 * @param after how many capture points lie between the client and it
 * @param rules files of its rules; they are among {@link Input#rules()}
 * @param profiles ids of the profiles that fit it
 */
public record Device(String name, int after, List<Path> rules, List<String> profiles) {

    /** Case files of others cannot fill the screen. */
    public static final int LONGEST = 60;

    public Device {
        name = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        after = Math.max(0, after);
        rules = rules.stream().map(f -> f.toAbsolutePath().normalize()).distinct().toList();
        profiles = profiles.stream().distinct().toList();
    }

    /** A new one. */
    public Device(String name, int after) {
        this(name, after, List.of(), List.of());
    }

    /** The same under another name. */
    public Device called(String other) {
        return new Device(other, after, rules, profiles);
    }

    /**
     * The same elsewhere on the path.
     *
     * @param place how many capture points lie between the client and it
     */
    public Device at(int place) {
        return new Device(name, place, rules, profiles);
    }

    /** The same with further files of rules. */
    public Device withRules(List<Path> more) {
        return new Device(name, after, Stream.concat(rules.stream(), more.stream()).toList(), profiles);
    }

    /** The same with another profile that fits it. */
    public Device withProfile(String id) {
        return new Device(name, after, rules, Stream.concat(profiles.stream(), Stream.of(id)).toList());
    }

    /** Without some rules. */
    public Device without(Path file) {
        return new Device(name, after, rules.stream().filter(f -> !f.equals(file)).toList(), profiles);
    }

    /** Without a profile. */
    public Device without(String profile) {
        return new Device(name, after, rules, profiles.stream().filter(p -> !p.equals(profile)).toList());
    }
}
