package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.text.TextFileEditor;

/** The configuration of a device as text, checked while it is typed. A text that no plug-in knows is shown all the same. */
public final class RulesEditor extends TextFileEditor {

    public static final String ID = "org.resetscope.ui.editor.rules";
    private static final String QUICK_FIX = "org.resetscope.ui.quickFix";

    private final LintJob job = new LintJob((lint, stamp) -> getSite().getShell().getDisplay().asyncExec(() -> show(lint, stamp)));
    private final RulesOutline outline = new RulesOutline(this::revealLine);
    private RulesHeader header;
    /** Whose findings are told elsewhere too; stays when the input goes. */
    private Path checked;
    private long lintedStamp = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;

    public RulesEditor() {
        setSourceViewerConfiguration(new RulesViewerConfiguration(
                () -> Palette.of(getSourceViewer().getTextWidget()), new FixProcessor(() -> stamp() == lintedStamp),
                line -> RuleResets.of(checked, document(), line)));
    }

    @Override
    protected String name() {
        return "Rules";
    }

    @Override
    protected Control createHeader(Composite parent) {
        header = new RulesHeader(parent);
        return header.control();
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        getSite().getService(IHandlerService.class).activateHandler(QUICK_FIX, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                ((SourceViewer) getSourceViewer()).doOperation(ISourceViewer.QUICK_ASSIST);
                return null;
            }
        });
        lint(true);
    }

    @Override
    public void dispose() {
        job.cancel();
        forget();
        super.dispose();
    }

    /** Selects the place where something was found. */
    void reveal(Found found) {
        Position place = Places.of(document(), found);
        selectAndReveal(place.getOffset(), place.getLength());
        setFocus();
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        if (checked != null && !checked.equals(file())) {
            forget();
        }
        checked = file();
    }

    private void forget() {
        if (checked != null) {
            RulesFindings.remove(checked);
        }
    }

    @Override
    protected void editorContextMenuAboutToShow(IMenuManager menu) {
        super.editorContextMenuAboutToShow(menu);
        int line = getSourceViewer().getTextWidget().getLineAtOffset(getSourceViewer().getTextWidget().getCaretOffset());
        MenuManager resets = new MenuManager("Resets of Line " + (line + 1));
        RuleResets.actions(RuleResets.of(checked, document(), line), getSite().getShell()).forEach(resets::add);
        menu.insertBefore(ITextEditorActionConstants.GROUP_UNDO, resets); // without any it does not show
    }

    @Override
    protected void textChanged() {
        lint(false);
    }

    private void lint(boolean atOnce) {
        if (document() != null) {
            job.ask(ConfigurationText.of(checked.toString(), document().get()), stamp(), atOnce);
        }
    }

    private void show(Lint lint, long stamp) {
        // A newer text is checked already.
        if (document() == null || stamp != stamp() || getSourceViewer() == null) {
            return;
        }
        Map<FoundAnnotation, Position> marks = new HashMap<>();
        lint.found().forEach(found -> marks.put(new FoundAnnotation(found), Places.of(document(), found)));
        mark(marks);
        lintedStamp = stamp;
        header.show(lint);
        RulesFindings.set(checked, lint.found());
        outline.show(lint.outline());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IContentOutlinePage.class) {
            return adapter.cast(outline);
        }
        return super.getAdapter(adapter);
    }
}
