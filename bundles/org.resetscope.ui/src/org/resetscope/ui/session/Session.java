package org.resetscope.ui.session;

import java.util.List;

import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;

/** What the running workbench has open. */
public final class Session {

    private static final ResetScope ENGINE = new ResetScope();
    /** Explains with the engine. */
    public static final Analyzer ENGINE_ANALYZER = (files, monitor) -> ENGINE.analyze(files, Settings.DEFAULT, monitor);

    private static final OpenCaptures CAPTURES = new OpenCaptures(ENGINE_ANALYZER);
    private static final InputList RECENT = new InputList("recent", 12);
    private static final InputList LAST_OPEN = new InputList("open", 200);

    private Session() {
    }

    public static OpenCaptures captures() {
        return CAPTURES;
    }

    /** What was opened last, newest first. */
    public static InputList recent() {
        return RECENT;
    }

    /** What was open when the workbench was left. */
    public static InputList lastOpen() {
        return LAST_OPEN;
    }
}
