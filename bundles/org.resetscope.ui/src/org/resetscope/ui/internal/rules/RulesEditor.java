package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;

/** The configuration of a device as text, checked while it is typed. A text that no plug-in knows is shown all the same. */
public final class RulesEditor extends AbstractTextEditor {

    public static final String ID = "org.resetscope.ui.editor.rules";
    private static final String QUICK_FIX = "org.resetscope.ui.quickFix";

    private final IDocumentListener textChanged = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // only what comes of it matters
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            lint(false);
        }
    };
    private final LintJob job = new LintJob((lint, stamp) -> getSite().getShell().getDisplay().asyncExec(() -> show(lint, stamp)));
    private final RulesOutline outline = new RulesOutline(this::revealLine);
    private RulesLook look;
    private RulesHeader header;
    private IDocument document;
    private Path file;
    private long lintedStamp = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
    private List<Annotation> marked = List.of();

    public RulesEditor() {
        PreferenceStore store = new PreferenceStore();
        store.setDefault(PREFERENCE_COLOR_BACKGROUND_SYSTEM_DEFAULT, true);
        store.setDefault(PREFERENCE_COLOR_FOREGROUND_SYSTEM_DEFAULT, true);
        store.setDefault(PREFERENCE_COLOR_SELECTION_BACKGROUND_SYSTEM_DEFAULT, true);
        store.setDefault(PREFERENCE_COLOR_SELECTION_FOREGROUND_SYSTEM_DEFAULT, true);
        setPreferenceStore(store);
        setDocumentProvider(new RulesProvider());
        setSourceViewerConfiguration(new RulesViewerConfiguration(
                () -> Palette.of(getSourceViewer().getTextWidget()), new FixProcessor(() -> stamp() == lintedStamp),
                line -> RuleResets.of(file, document, line)));
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        Composite frame = new Composite(parent, SWT.NONE);
        frame.setLayout(layout);
        header = new RulesHeader(frame);
        header.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Composite body = new Composite(frame, SWT.NONE);
        body.setLayout(new FillLayout());
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        super.createPartControl(body);
        colour();
        PaletteChange.listen(header.control(), this::colour);
        Accessibles.name(getSourceViewer().getTextWidget(), "Rules");
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
        connect(null);
        IWorkbenchPage page = getSite().getPage();
        if (file != null) {
            RulesFindings.remove(file);
        }
        super.dispose();
        getSite().getShell().getDisplay().asyncExec(() -> {
            if (page.getWorkbenchWindow().getShell() != null && page.getEditorReferences().length == 0) {
                page.setEditorAreaVisible(false);
            }
        });
    }

    /** Selects the place where something was found. */
    void reveal(Found found) {
        Position place = Places.of(document, found);
        selectAndReveal(place.getOffset(), place.getLength());
        setFocus();
    }

    @Override
    protected IVerticalRuler createVerticalRuler() {
        look = new RulesLook();
        return look.ruler();
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
        SourceViewer viewer = new SourceViewer(parent, ruler, look.overview(), true, styles);
        look.install(viewer);
        return viewer;
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        connect(input);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    protected void performSaveAs(IProgressMonitor monitor) {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setOverwrite(true);
        dialog.setFilterPath(String.valueOf(file.getParent()));
        dialog.setFileName(String.valueOf(file.getFileName()));
        String chosen = dialog.open();
        if (chosen == null) {
            monitor.setCanceled(true);
            return;
        }
        RulesInput target = new RulesInput(Path.of(chosen).toAbsolutePath().normalize());
        try {
            getDocumentProvider().saveDocument(monitor, target, document, true);
            setInput(target);
            lint(true);
        } catch (CoreException e) {
            monitor.setCanceled(true);
            MessageDialog.openError(getSite().getShell(), "Save As", e.getStatus().getMessage());
        }
    }

    @Override
    protected void editorContextMenuAboutToShow(IMenuManager menu) {
        super.editorContextMenuAboutToShow(menu);
        int line = getSourceViewer().getTextWidget().getLineAtOffset(getSourceViewer().getTextWidget().getCaretOffset());
        MenuManager resets = new MenuManager("Resets of Line " + (line + 1));
        RuleResets.actions(RuleResets.of(file, document, line), getSite().getShell()).forEach(resets::add);
        menu.insertBefore(ITextEditorActionConstants.GROUP_UNDO, resets); // without any it does not show
    }

    private void colour() {
        SourceViewer viewer = (SourceViewer) getSourceViewer();
        look.colour(viewer, Palette.of(header.control()));
        viewer.invalidateTextPresentation();
    }

    private void connect(IEditorInput input) {
        if (document != null) {
            document.removeDocumentListener(textChanged);
        }
        Path next = input instanceof RulesInput rules ? rules.file() : file;
        if (file != null && !file.equals(next)) {
            RulesFindings.remove(file);
        }
        file = next;
        document = input == null ? null : getDocumentProvider().getDocument(input);
        if (document != null) {
            document.addDocumentListener(textChanged);
        }
    }

    private long stamp() {
        return document instanceof IDocumentExtension4 extension ? extension.getModificationStamp() : 0;
    }

    private void lint(boolean atOnce) {
        if (document != null) {
            job.ask(ConfigurationText.of(file.toString(), document.get()), stamp(), atOnce);
        }
    }

    private void show(Lint lint, long stamp) {
        // A newer text is checked already.
        if (document == null || stamp != stamp() || getSourceViewer() == null
                || !(getSourceViewer().getAnnotationModel() instanceof AnnotationModel model)) {
            return;
        }
        Map<Annotation, Position> marks = new HashMap<>();
        lint.found().forEach(found -> marks.put(new FoundAnnotation(found), Places.of(document, found)));
        model.replaceAnnotations(marked.toArray(Annotation[]::new), marks);
        marked = new ArrayList<>(marks.keySet());
        lintedStamp = stamp;
        header.show(lint);
        RulesFindings.set(file, lint.found());
        outline.show(lint.outline());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IContentOutlinePage.class) {
            return adapter.cast(outline);
        }
        return super.getAdapter(adapter);
    }

    /** @param line from 1 */
    void revealLine(int line) {
        try {
            IRegion place = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
            selectAndReveal(place.getOffset(), place.getLength());
        } catch (BadLocationException e) {
            // the line is gone since
        }
    }
}
