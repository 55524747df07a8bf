package org.resetscope.core.configuration;

/** A question names something that does not exist; the message tells the asker what would. */
public final class UnclearQuestionException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is unclear, and what could be asked instead; for a person */
    public UnclearQuestionException(String message) {
        super(message);
    }
}
