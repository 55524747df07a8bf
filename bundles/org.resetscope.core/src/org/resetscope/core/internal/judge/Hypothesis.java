package org.resetscope.core.internal.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.model.Cause;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/**
 * A cause that a reset may have, with what is known of it before any evidence: looked up once, as every reset is held against all of them.
 *
 * @param cause id
 * @param line the id and its ancestors, nearest first
 * @param prior in decibans
 */
record Hypothesis(String cause, Cause.Builder builder, List<String> line, int prior) {

    /** The built-in causes. */
    static final List<Hypothesis> CATALOGUE = catalogue();

    static Hypothesis of(String cause) {
        return new Hypothesis(cause, Causes.of(cause).builder(), Causes.line(cause), Prior.of(cause));
    }

    private static List<Hypothesis> catalogue() {
        List<Hypothesis> all = new ArrayList<>();
        for (Cause cause : Causes.all()) {
            if (!cause.id().equals(Causes.UNKNOWN)) {
                all.add(of(cause.id()));
            }
        }
        return List.copyOf(all);
    }

    /** Those that plug-ins add: causes that evidence names, but the catalogue does not have. */
    static List<Hypothesis> added(List<Evidence> evidence) {
        Set<String> ids = null;
        for (Evidence e : evidence) {
            for (String key : e.decibans().keySet()) {
                if (key.indexOf('.') >= 0 && !Causes.of(key).id().equals(key)) {
                    ids = ids == null ? new LinkedHashSet<>() : ids;
                    ids.add(key);
                }
            }
        }
        return ids == null ? List.of() : ids.stream().map(Hypothesis::of).toList();
    }

    /** Whether something between (or beside) client and server builds the packet. */
    boolean device() {
        return builder == Cause.Builder.INTERMEDIARY;
    }
}
