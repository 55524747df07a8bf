package org.resetscope.core.internal.weights;

import java.util.List;

/**
 * A line of {@code weights.tsv}: what one signal says of one hypothesis.
 *
 * @param signal id; its first part is the id of the detector. {@link #PRIOR}: how common a cause is before anything is observed
 * @param group signals of one group depend on each other
 * @param hypothesis a cause id or prefix of one, "claimed" or "intermediary"; {@link #NOTHING} for a signal that only tells
 * @param decibans what the judge uses
 * @param stated what sources say that it should be; learning starts from here
 * @param held labelled observations of the signal where the hypothesis held; failed: where it did not
 * @param learned false: the stated weight stands, since there is nothing to learn it from or it is not a matter of frequency
 * @param why where the stated weight comes from
 */
public record Weight(String signal, String group, String hypothesis, int decibans, int stated, int held, int failed, boolean learned,
        String why) {

    public static final String PRIOR = "prior";
    public static final String NOTHING = "-";
    public static final List<String> COLUMNS = List.of("signal", "group", "hypothesis", "decibans", "stated", "held", "failed", "origin", "why");

    private static final String LEARNED = "learned";

    /** @throws IllegalArgumentException where the line has not nine columns or numbers in the wrong places */
    public static Weight parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS.size()) {
            throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS.size() + ": " + line);
        }
        return new Weight(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), Integer.parseInt(cells[5]),
                Integer.parseInt(cells[6]), cells[7].equals(LEARNED), cells[8]);
    }

    public String line() {
        return String.join("\t", signal, group, hypothesis, Integer.toString(decibans), Integer.toString(stated), Integer.toString(held),
                Integer.toString(failed), learned ? LEARNED : "stated", why);
    }
}
