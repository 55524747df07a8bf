package org.resetscope.install.internal;

/** What was asked cannot be done; nothing was changed. */
final class InstallationException extends Exception {

    private static final long serialVersionUID = 1;

    private final int exit;

    /**
     * @param message for a person; may have several lines
     * @param exit code of the process
     */
    InstallationException(String message, int exit) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
