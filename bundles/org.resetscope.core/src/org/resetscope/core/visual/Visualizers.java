package org.resetscope.core.visual;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;
import org.resetscope.core.visual.Visualizer.Scope;

/** The installed visualizers. */
public final class Visualizers {

    /** Of a contribution that does not say where it stands. */
    private static final int LAST = 100;

    private final Extensions<Visualizer> extensions;

    private Visualizers(Extensions<Visualizer> extensions) {
        this.extensions = extensions;
    }

    /** As they are now: plug-ins come and go. */
    public static Visualizers read() {
        return new Visualizers(Extensions.read(Extensions.VISUALIZERS, Visualizer.class));
    }

    /** In the order in which they are offered; the first is drawn where nobody chose. */
    public List<Contribution<Visualizer>> all() {
        return extensions.all().stream().sorted(Comparator.comparingInt(Visualizers::order)).toList();
    }

    private static int order(Contribution<Visualizer> visualizer) {
        try {
            return Integer.parseInt(String.valueOf(visualizer.attribute("order")));
        } catch (NumberFormatException e) {
            return LAST;
        }
    }

    /** Those for one reset, or those for all of an analysis, in the order in which to offer them. */
    public List<Contribution<Visualizer>> of(Scope scope) {
        return all().stream().filter(v -> scope(v) == scope).toList();
    }

    /** What went wrong until now. */
    public List<Problem> problems() {
        return extensions.problems();
    }

    /** What it draws; one reset unless its descriptor says {@code captures}. */
    public static Scope scope(Contribution<Visualizer> visualizer) {
        return Scope.CAPTURES.name().toLowerCase(Locale.ROOT).equals(visualizer.attribute("scope")) ? Scope.CAPTURES : Scope.RESET;
    }

    /** What a person reads. */
    public static String label(Contribution<Visualizer> visualizer) {
        String label = visualizer.attribute("label");
        return label == null ? visualizer.id() : label;
    }
}
