package org.resetscope.ui.text;

import java.util.Locale;

import org.eclipse.jface.text.source.Annotation;
import org.resetscope.core.configuration.ConfigurationCheck.Level;

/** Marks in a text what was found there; beside the lines its level is told by shape as well as by colour. */
public class TextMark extends Annotation {

    private final Level level;

    /** @param message what a hover says */
    public TextMark(Level level, String message) {
        super(type(level), false, message);
        this.level = level;
    }

    static String type(Level level) {
        return "org.resetscope.ui.text." + level.name().toLowerCase(Locale.ROOT);
    }

    /** How grave it is. */
    public final Level level() {
        return level;
    }
}
