package org.resetscope.console;

/** A script could not be understood, failed, or was stopped. The message is for whoever wrote the script; the cause is for debugging. */
public final class ScriptException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean stopped;

    private ScriptException(String message, Throwable cause, boolean stopped) {
        super(message, cause);
        this.stopped = stopped;
    }

    /** @param message begins with the script's name and line where they are known: {@code by-cause.groovy:3: ...} */
    public static ScriptException failed(String message, Throwable cause) {
        return new ScriptException(message, cause, false);
    }

    public static ScriptException stopped(Throwable cause) {
        return new ScriptException("stopped", cause, true);
    }

    /** Whether {@link ScriptSession#stop()} ended it. */
    public boolean stopped() {
        return stopped;
    }
}
