package org.resetscope.console.ui.internal;

/** Ends what the console evaluates. */
public final class StopHandler extends ConsoleHandler {

    @Override
    void execute(ConsoleView view) {
        view.stop();
    }
}
