package org.resetscope.core.report;

import java.io.IOException;
import java.util.List;

/** Draws for reports that hold their pictures, so that a report needs to know nothing of drawing. */
public interface Drawings {

    /** Where nobody draws. */
    Drawings NONE = new Drawings() {
        @Override
        public void prepare(List<String> resets) {
            // nothing to read
        }

        @Override
        public int draw(String reset, Taker taker) {
            return 0;
        }

        @Override
        public int drawAll(Taker taker) {
            return 0;
        }

        @Override
        public String styles() {
            return "";
        }
    };

    /** Takes one drawing after the other. */
    @FunctionalInterface
    interface Taker {

        /**
         * @param label what kind of drawing it is: "Ladder"; as a plug-in states it
         * @param svg an SVG element to be put into an HTML document, without style of its own
         */
        void take(String label, String svg) throws IOException;
    }

    /** Says before the first drawing which resets will be asked for, so that each capture is read once; at most a few hundred. */
    void prepare(List<String> resets);

    /**
     * Draws a reset, in as many ways as there are; after very much was drawn, in the first of them alone, so that reports stay readable.
     *
     * @param reset its id
     * @return how many drawings there were
     * @throws IOException when the taker cannot write
     */
    int draw(String reset, Taker taker) throws IOException;

    /** Draws all resets together. */
    int drawAll(Taker taker) throws IOException;

    /** The rules of a style sheet that the drawings need; light, and dark where the reader's system asks for that. */
    String styles();
}
