package org.resetscope.console.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.console.Completion;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.SelectionSource;
import org.resetscope.ui.session.Session;

/** Type a script, see what it shows. */
public final class ConsoleView extends ViewPart {

    public static final String ID = "org.resetscope.console.ui.view";

    /** Where the styling engine looks for the id that the workbench's style sheets name. */
    private static final String STYLE_ID = "org.eclipse.e4.ui.css.id";
    private static final String HISTORY = "typed";
    private static final String GREETING = "Type a script (Groovy), or \"help\". For example:  table resets.countBy { it.verdict.cause }\n";

    private final History history = new History();
    private final ISelectionListener chosen = this::selected;
    private volatile Reset selection;
    private final SelectionSource source = new SelectionSource();
    private SashForm sash;
    private ResultTable results;
    private Transcript transcript;
    private Prompt prompt;
    private ScriptSession session;
    private Evaluation running;
    private final Deque<String> waiting = new ArrayDeque<>();

    /** The console of a window, made where it was never shown. */
    public static ConsoleView of(IWorkbenchPage page) {
        return show(page, IWorkbenchPage.VIEW_CREATE);
    }

    /** Brings the console of a window to the top; the focus stays. */
    public static ConsoleView show(IWorkbenchPage page) {
        return show(page, IWorkbenchPage.VIEW_VISIBLE);
    }

    private static ConsoleView show(IWorkbenchPage page, int mode) {
        try {
            return (ConsoleView) page.showView(ID, null, mode);
        } catch (PartInitException e) {
            throw new IllegalStateException("The view Console could not be opened", e);
        }
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (memento != null) {
            for (IMemento typed : memento.getChildren(HISTORY)) {
                history.add(typed.getTextData());
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        history.all().forEach(typed -> memento.createChild(HISTORY).putTextData(typed));
    }

    @Override
    public void createPartControl(Composite parent) {
        sash = new SashForm(parent, SWT.HORIZONTAL);
        Composite frame = new Composite(sash, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        frame.setLayout(layout);
        results = new ResultTable(sash, new OnRows());
        results.control().setData(STYLE_ID, "resetscope-content");
        sash.setMaximizedControl(frame);
        transcript = new Transcript(frame, results::show);
        transcript.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        transcript.control().setData(STYLE_ID, "resetscope-content");
        prompt = new Prompt(frame, history, this::entered, this::escaped, this::complete);
        prompt.control().setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        prompt.text().setData(STYLE_ID, "resetscope-content");
        session = new ScriptSession(new WorkbenchAnalyses(), transcript.output());
        session.bind("selection", Reset.class, () -> selection);
        session.bind("row", null);
        session.bind("rows", List.of());
        getSite().setSelectionProvider(source);
        getSite().getPage().addSelectionListener(chosen);
        installEditing();
        transcript.output().add(GREETING, Ink.MUTED);
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(chosen);
        stop();
        super.dispose();
    }

    @Override
    public void setFocus() {
        prompt.setFocus();
    }

    private void selected(IWorkbenchPart part, ISelection selected) {
        if (selected instanceof IStructuredSelection structured && structured.getFirstElement() instanceof OpenReset reset) {
            selection = reset.reset();
        }
    }

    private void entered(String script) {
        prompt.clear();
        history.add(script);
        waiting.add(script);
        evaluateNext();
    }

    /** What is typed while a script runs comes after it. */
    private void evaluateNext() {
        if (running == null && !waiting.isEmpty()) {
            String script = waiting.remove();
            transcript.output().add("> " + script.replace("\n", "\n  ") + "\n", Ink.TYPED);
            evaluate(ScriptSource.typed(script), failure -> { });
        }
    }

    private void escaped() {
        if (running != null) {
            stop();
        } else {
            prompt.clear();
        }
    }

    /** As far as all names that fit agree; where that is no further, they are listed. */
    private void complete() {
        StyledText text = prompt.text();
        int caret = text.getCaretOffset();
        Completion completion = session.complete(text.getText(), caret);
        List<String> names = completion.names();
        if (names.isEmpty()) {
            return;
        }
        String common = names.get(0);
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        if (common.length() > caret - completion.start()) {
            text.replaceTextRange(completion.start(), caret - completion.start(), common);
            text.setCaretOffset(completion.start() + common.length());
        } else if (names.size() > 1) {
            transcript.output().add(String.join("  ", names) + "\n", Ink.MUTED);
        }
    }

    /** Runs a script file, unless another script runs. */
    public void run(Path file) {
        String name = file.getFileName().toString();
        try {
            run(ScriptSource.file(name, Files.readString(file)), failure -> { });
        } catch (IOException e) {
            transcript.output().add(name + " cannot be read: " + e.getMessage() + "\n", Ink.ERROR);
        }
    }

    /**
     * Runs a script, unless another one runs.
     *
     * @param ended told what ended it early, or null, on the UI thread
     * @return whether it runs
     */
    public boolean run(ScriptSource script, Consumer<ScriptException> ended) {
        if (running != null) {
            transcript.output().add("Another script is running; stop it first.\n", Ink.ERROR);
            return false;
        }
        transcript.output().add("> run " + script.name() + "\n", Ink.TYPED);
        evaluate(script, ended);
        return true;
    }

    /** What may stand at the cursor of a script; evaluates nothing. */
    public Completion complete(String script, int cursor) {
        return session.complete(script, cursor);
    }

    /** Ends the script that runs, if there is one; those that wait for it do not run either. */
    public void stop() {
        waiting.clear();
        if (running != null) {
            running.cancel();
        }
    }

    /** Empties the output; variables stay. */
    public void clear() {
        transcript.clear();
        sash.setMaximizedControl(transcript.control().getParent());
    }

    /** What is in the prompt. */
    String begun() {
        return prompt.text().getText();
    }

    /** What the user wants of the rows of a result. */
    private final class OnRows implements ResultTable.Listener {

        @Override
        public void shown() {
            sash.setMaximizedControl(null);
        }

        @Override
        public void selected(List<?> subjects) {
            session.bind("rows", subjects);
            session.bind("row", subjects.isEmpty() ? null : subjects.get(0));
            List<OpenReset> open = Session.captures().all().stream().flatMap(c -> c.resets().stream())
                    .filter(r -> subjects.stream().anyMatch(s -> s == r.reset())).toList();
            if (!open.isEmpty()) {
                source.setSelection(new StructuredSelection(open));
            }
        }

        @Override
        public void run(String script) {
            entered(script);
        }

        @Override
        public void type(String begun) {
            prompt.begin(begun);
        }
    }

    private void evaluate(ScriptSource source, Consumer<ScriptException> ended) {
        Display display = transcript.control().getDisplay();
        Evaluation evaluation = new Evaluation(session, source, transcript.output());
        running = evaluation;
        running.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (!display.isDisposed()) {
                    display.asyncExec(() -> {
                        ended();
                        ended.accept(evaluation.failure());
                    });
                }
            }
        });
        prompt.setBusy(true);
        running.schedule();
    }

    private void ended() {
        running = null;
        if (!prompt.control().isDisposed()) {
            prompt.setBusy(false);
            evaluateNext();
        }
    }

    /** The workbench's Edit commands, for whichever of the two texts has the focus. */
    private void installEditing() {
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_COPY, onText(StyledText::copy));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_CUT, onText(StyledText::cut));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_PASTE, onText(StyledText::paste));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_SELECT_ALL, onText(StyledText::selectAll));
    }

    private AbstractHandler onText(Consumer<StyledText> action) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                action.accept(transcript.control().isFocusControl() ? transcript.control() : prompt.text());
                return null;
            }
        };
    }
}
