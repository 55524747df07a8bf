package org.resetscope.ui.session;

import java.util.List;

import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;

/** What the running workbench has open. */
public final class Session {

    private static final ResetScope ENGINE = new ResetScope();
    /** Explains with the engine, each capture on its own. */
    public static final Analyzer ENGINE_ANALYZER = (file, monitor) -> ENGINE.analyze(List.of(file), Settings.DEFAULT, monitor);

    private static final OpenCaptures CAPTURES = new OpenCaptures(ENGINE_ANALYZER);
    private static final FileList RECENT = new FileList("recent", 12);
    private static final FileList LAST_OPEN = new FileList("open", 200);

    private Session() {
    }

    public static OpenCaptures captures() {
        return CAPTURES;
    }

    /** The files opened last, newest first. */
    public static FileList recent() {
        return RECENT;
    }

    /** The files that were open when the workbench was left. */
    public static FileList lastOpen() {
        return LAST_OPEN;
    }
}
