package org.resetscope.ui.internal.rules;

import java.util.Locale;

import org.eclipse.jface.text.source.Annotation;
import org.resetscope.core.configuration.ConfigurationCheck.Level;

/** Marks in the text what was found there. */
final class FoundAnnotation extends Annotation {

    private final Found found;

    FoundAnnotation(Found found) {
        super(type(found.level()), false, found.message());
        this.found = found;
    }

    static String type(Level level) {
        return "org.resetscope.ui.rules." + level.name().toLowerCase(Locale.ROOT);
    }

    Found found() {
        return found;
    }
}
