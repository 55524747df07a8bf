package org.resetscope.console.ui.internal.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptProblem;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.console.ui.internal.ConsoleView;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.ui.text.TextFileEditor;
import org.resetscope.ui.text.TextMark;

/** A script as text, checked while it is typed; the console runs it as it stands, saved or not. */
public final class ScriptEditor extends TextFileEditor {

    public static final String ID = "org.resetscope.console.ui.editor";
    private static final String RUN = "org.resetscope.console.ui.runEditor";
    /** While somebody types, each key would ask. */
    private static final long PAUSE_MILLIS = 250;

    private final Job check = Job.createSystem("Checking script", monitor -> {
        check();
    });
    private volatile ScriptSource newest;
    private volatile long newestStamp;
    /** Of the text that was run last: what its check finds is told by that. */
    private long ranStamp = -1;
    private ScriptHeader header;
    private Display display;

    public ScriptEditor() {
        setSourceViewerConfiguration(new ScriptViewerConfiguration(() -> ConsoleView.of(getSite().getPage())));
    }

    /** @param name of a file in {@code icons/} without its ending */
    static ImageDescriptor image(String name) {
        return ResourceLocator.imageDescriptorFromBundle("org.resetscope.console.ui", "icons/" + name + ".svg").orElse(null);
    }

    @Override
    protected String name() {
        return "Script";
    }

    @Override
    protected Control createHeader(Composite parent) {
        header = new ScriptHeader(parent, this::run, () -> ConsoleView.of(getSite().getPage()).stop());
        return header.control();
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        super.createPartControl(parent);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler(RUN, handler(this::run));
        handlers.activateHandler(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS,
                handler(() -> ((SourceViewer) getSourceViewer()).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS)));
        textChanged();
    }

    private static IHandler handler(Runnable run) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                run.run();
                return null;
            }
        };
    }

    @Override
    public void dispose() {
        check.cancel();
        super.dispose();
    }

    @Override
    protected void editorContextMenuAboutToShow(IMenuManager menu) {
        super.editorContextMenuAboutToShow(menu);
        menu.insertBefore(ITextEditorActionConstants.GROUP_UNDO, new CommandContributionItem(
                new CommandContributionItemParameter(getSite(), null, RUN, CommandContributionItem.STYLE_PUSH)));
    }

    private void run() {
        ScriptSource script = script();
        long stamp = stamp();
        boolean runs = ConsoleView.show(getSite().getPage()).run(script, failure -> ended(failure, script, stamp));
        if (runs) {
            ranStamp = stamp;
            mark(Map.of());
            header.say("Running\u2026");
        }
        setFocus();
    }

    private void ended(ScriptException failure, ScriptSource script, long stamp) {
        if (document() == null) {
            return;
        }
        List<ScriptProblem> problems = failure == null ? List.of()
                : failure.problems().stream().filter(p -> p.script().equals(script.name())).toList();
        if (failure != null && failure.stopped()) {
            header.say("Stopped.");
        } else if (failure == null) {
            header.say("It has run. What it shows is in the console.");
        } else if (problems.isEmpty() || stamp != stamp()) {
            header.complain(failure.getMessage());
        } else {
            show(problems);
        }
    }

    @Override
    protected void textChanged() {
        newest = script();
        newestStamp = stamp();
        check.cancel();
        check.schedule(PAUSE_MILLIS);
    }

    private ScriptSource script() {
        return ScriptSource.file(getEditorInput().getName(), document().get());
    }

    private void check() {
        long stamp = newestStamp;
        List<ScriptProblem> problems = ScriptSession.check(newest);
        display.asyncExec(() -> {
            if (document() != null && stamp == stamp() && stamp != ranStamp) {
                show(problems);
            }
        });
    }

    private void show(List<ScriptProblem> problems) {
        Map<TextMark, Position> marks = new HashMap<>();
        problems.forEach(p -> marks.put(new TextMark(Level.ERROR, p.message()), place(document(), p)));
        mark(marks);
        header.show(problems);
    }

    /** From its column, or its first sign, to the end of its line. */
    private static Position place(IDocument document, ScriptProblem problem) {
        try {
            IRegion line = document.getLineInformation(Math.max(1, Math.min(problem.line(), document.getNumberOfLines())) - 1);
            String text = document.get(line.getOffset(), line.getLength());
            int start = problem.column() > 0 ? problem.column() - 1 : text.length() - text.stripLeading().length();
            if (start >= line.getLength()) {
                start = Math.max(0, line.getLength() - 1); // what is missing behind its end
            }
            return new Position(line.getOffset() + start, line.getLength() - start);
        } catch (BadLocationException e) {
            return new Position(0, 0);
        }
    }
}
