package org.resetscope.core.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.resetscope.core.internal.report.Plain;

/**
 * A drawing that no toolkit is needed to make: every front end shows the same. Immutable; made by a {@link SceneBuilder}.
 *
 * @param title what it shows, in a line
 * @param description what is to be seen, for those who do not see it
 * @param shapes in the order of drawing
 * @param regions in reading order; where two overlap, the later one lies on top
 * @param time the part whose horizontal is time, of which a user can choose a stretch; null where there is none
 */
public record Scene(String title, String description, double width, double height, List<Shape> shapes, List<Region> regions, TimeAxis time) {

    /** Larger than any paper or screen; a renderer may rely on it. */
    public static final double LARGEST = 20_000;
    /** Shapes, and regions, at most. */
    public static final int MOST = 20_000;

    public Scene {
        title = Plain.text(title);
        description = Plain.text(description);
        shapes = List.copyOf(shapes);
        regions = List.copyOf(regions);
        if (!(width > 0 && width <= LARGEST && height > 0 && height <= LARGEST)) {
            throw new IllegalArgumentException("a scene of " + width + " x " + height);
        }
        if (shapes.size() > MOST || regions.size() > MOST) {
            throw new IllegalArgumentException("a scene of " + shapes.size() + " shapes and " + regions.size() + " regions");
        }
    }

    /** What is there: the topmost region. */
    public Optional<Region> at(double x, double y) {
        for (int i = regions.size() - 1; i >= 0; i--) {
            if (regions.get(i).bounds().contains(x, y)) {
                return Optional.of(regions.get(i));
            }
        }
        return Optional.empty();
    }

    /** The same in words, a line for each: for screen readers, terminals and tests. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(title);
        if (!description.isBlank()) {
            words.add(description);
        }
        regions.forEach(region -> words.add(region.text()));
        return words;
    }
}
