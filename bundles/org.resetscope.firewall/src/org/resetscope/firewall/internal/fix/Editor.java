package org.resetscope.firewall.internal.fix;

import java.util.List;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Table;

/** Writes into texts of one language. No edits: the language has no words for it, or the text no room. */
interface Editor {

    /** A rule that is asked just before another. */
    List<Edit> before(Place place, Remedy remedy);

    /** A rule that is asked just after another. */
    default List<Edit> after(Place place, Remedy remedy) {
        return List.of();
    }

    /**
     * A rule that is asked first of those that a hook asks where such a rule belongs: before connection tracking, for translation, or after
     * tracking. In a chain or table of its own where there is none.
     *
     * @param like a table beside which it belongs
     */
    List<Edit> first(Table like, Hook hook, Remedy remedy);

    /** Takes a rule away. */
    default List<Edit> without(Place place) {
        return List.of();
    }

    /** Takes a rule away and writes it just after another one of the same chain. */
    default List<Edit> behind(Place place, Place other) {
        return List.of();
    }

    /** Lets a rule drop what it rejects. */
    default List<Edit> dropping(Place place) {
        return List.of();
    }

    /** Lets a rule that translates addresses keep ports where it can. */
    default List<Edit> keepingPorts(Place place) {
        return List.of();
    }
}
