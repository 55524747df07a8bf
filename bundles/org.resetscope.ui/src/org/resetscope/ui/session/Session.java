package org.resetscope.ui.session;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.endpoint.EndpointLogs;

/** What the running workbench has open. */
public final class Session {

    private static final ResetScope ENGINE = new ResetScope();
    /** Explains with the engine. */
    public static final Analyzer ENGINE_ANALYZER = Session::analyze;

    private static final OpenCaptures CAPTURES = new OpenCaptures(ENGINE_ANALYZER);
    private static final Notes NOTES = new Notes();
    private static final InputList RECENT = new InputList("recent", 12);
    private static final InputList LAST_OPEN = new InputList("open", 200);

    private Session() {
    }

    private static Analysis analyze(Input input, IProgressMonitor monitor, Consumer<Analysis> soFar) {
        Rules rules = Rules.read(input);
        Profiles profiles = Profiles.read(input);
        Settings settings = new Settings(false, null, rules.texts(), Circumstances.USUAL, profiles.known(), input.route().order(), input.devices());
        SubMonitor progress = SubMonitor.convert(monitor, input.logs().isEmpty() ? 1 : 2);
        Analysis analysis = profiles.told(rules.told(ENGINE.analyze(input.files(), settings, progress.newChild(1), soFar)));
        return input.logs().isEmpty() ? analysis : EndpointLogs.join(analysis, input.logs(), progress.newChild(1));
    }

    /** The captures that are open. */
    public static OpenCaptures captures() {
        return CAPTURES;
    }

    /** Bookmarks and notes on their resets. */
    public static Notes notes() {
        return NOTES;
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
