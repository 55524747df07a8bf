package org.resetscope.ui.internal.rules;

import org.resetscope.ui.text.TextMark;

/** Marks in the text what was found there. */
final class FoundAnnotation extends TextMark {

    private final Found found;

    FoundAnnotation(Found found) {
        super(found.level(), found.message());
        this.found = found;
    }

    Found found() {
        return found;
    }
}
