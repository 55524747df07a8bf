package org.resetscope.core.report;

import java.io.IOException;
import java.util.List;

/** Draws resets for reports that hold their pictures, so that a report needs to know nothing of drawing. */
public interface Drawings {

    /** Where nobody draws. */
    Drawings NONE = new Drawings() {
        @Override
        public void prepare(List<String> resets) {
            // nothing to read
        }

        @Override
        public boolean draw(String reset, Appendable out) {
            return false;
        }

        @Override
        public String styles() {
            return "";
        }
    };

    /** Says before the first drawing which resets will be asked for, so that each capture is read once; at most a few hundred. */
    void prepare(List<String> resets);

    /**
     * Writes an SVG element to be put into an HTML document, without style of its own.
     *
     * @param reset its id
     * @return whether there is a drawing; nothing is written otherwise
     * @throws IOException when {@code out} cannot be written
     */
    boolean draw(String reset, Appendable out) throws IOException;

    /** The rules of a style sheet that the drawings need; light, and dark where the reader's system asks for that. */
    String styles();
}
