package org.resetscope.core.internal.path;

import java.util.List;

import org.resetscope.core.model.PathDevice;

/**
 * Something that is known of devices, and where they stand.
 *
 * @param place null where nobody knows
 */
public record Placed<T>(T what, PathDevice place) {

    /** What is attached to devices of the path, once for each; and what is attached to none. */
    public static <T> List<Placed<T>> on(List<PathDevice> path, T what, String name) {
        List<PathDevice> places = path.stream().filter(d -> d.attached().contains(name)).toList();
        return places.isEmpty() ? List.of(new Placed<>(what, null)) : places.stream().map(d -> new Placed<>(what, d)).toList();
    }

    /** What may count for a reset that was made in a stretch. */
    public static <T> List<T> within(List<Placed<T>> all, Stretch stretch) {
        return all.stream().filter(p -> stretch.has(p.place)).map(Placed::what).distinct().toList();
    }
}
