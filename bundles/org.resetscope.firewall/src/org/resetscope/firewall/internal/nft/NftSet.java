package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;

/** A set or a map with a name. What the running kernel adds to it is not known. */
final class NftSet {

    private final String name;
    private final List<NftValue.Element> elements = new ArrayList<>();
    private boolean changing;

    NftSet(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(NftValue value) {
        if (value instanceof NftValue.Elements more) {
            elements.addAll(more.elements());
        }
    }

    /** Rules, or programs, add elements to it. */
    void setChanging() {
        changing = true;
    }

    /** Its elements; null where they cannot be told from the text. */
    List<NftValue.Element> elements() {
        return changing || elements.isEmpty() ? null : elements;
    }
}
