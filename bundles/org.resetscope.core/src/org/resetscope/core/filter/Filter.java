package org.resetscope.core.filter;

import java.util.List;
import java.util.function.Predicate;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;

/**
 * Chooses resets by a line that a person types, as in {@code --filter} and the workbench's filter field.
 *
 * <pre>
 * address=10.0.0.0/8 and port=443 and cause=endpoint.* and not sender=server
 * 10.0.0.1 443                     bare words: an address, a port, a cause, a sender; side by side means "and"
 * port=80,443,8000-8099 or (intermediary and not injected)
 * </pre>
 *
 * Keys are address, port, cause and sender, compared by {@code =} or {@code !=}. Address and port are those of either end of the
 * connection. A cause stands for itself and its children. Immutable.
 */
public final class Filter {

    /** What is wrong with a filter, and where. */
    public static final class SyntaxException extends Exception {

        private static final long serialVersionUID = 1;

        private final int column;

        /** @param column of the offending text, from 1 */
        public SyntaxException(String message, int column) {
            super(message);
            this.column = column;
        }

        /** Counts from 1; one past the end where something is missing there. */
        public int column() {
            return column;
        }
    }

    private final String text;
    private final Predicate<Reset> test;

    private Filter(String text, Predicate<Reset> test) {
        this.text = text;
        this.test = test;
    }

    /** @throws SyntaxException when the text is no filter; an empty text is one, and lets everything pass */
    public static Filter parse(String text) throws SyntaxException {
        return new Filter(text, text.isBlank() ? r -> true : FilterParser.parse(text));
    }

    /** Whether it lets a reset pass. */
    public boolean matches(Reset reset) {
        return test.test(reset);
    }

    /** The same analysis with only the resets that match; what is told of captures stays. */
    public Analysis apply(Analysis analysis) {
        List<Reset> resets = analysis.resets().stream().filter(test).toList();
        return analysis.with(resets, analysis.problems(), analysis.cancelled());
    }

    /** The text as given. */
    @Override
    public String toString() {
        return text;
    }
}
