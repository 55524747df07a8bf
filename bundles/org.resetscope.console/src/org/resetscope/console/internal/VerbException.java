package org.resetscope.console.internal;

/** A verb of the console was used wrongly or cannot do what it is asked; the message says it all. */
final class VerbException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VerbException(String message) {
        super(message);
    }
}
