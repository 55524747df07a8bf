package org.resetscope.console.ui.internal;

/** Empties the console. */
public final class ClearHandler extends ConsoleHandler {

    @Override
    void execute(ConsoleView view) {
        view.clear();
    }
}
