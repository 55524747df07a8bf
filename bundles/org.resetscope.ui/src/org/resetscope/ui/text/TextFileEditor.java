package org.resetscope.ui.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
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
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;

/**
 * An editor for a text file anywhere ({@link TextFileInput}), or for a text that is to become one ({@link NewTextInput}): a line of
 * the editor's own above the text, line numbers, marks beside and under the text, the theme's colours. UI thread only.
 */
public abstract class TextFileEditor extends AbstractTextEditor {

    private final IDocumentListener listener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // only what comes of it matters
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            textChanged();
        }
    };
    private TextLook look;
    private Control header;
    private IDocument document;
    private List<? extends Annotation> marked = List.of();

    /** For the extension registry, which makes editors of it. */
    protected TextFileEditor() {
        PreferenceStore store = new PreferenceStore();
        store.setDefault(PREFERENCE_COLOR_BACKGROUND_SYSTEM_DEFAULT, true);
        store.setDefault(PREFERENCE_COLOR_FOREGROUND_SYSTEM_DEFAULT, true);
        store.setDefault(PREFERENCE_COLOR_SELECTION_BACKGROUND_SYSTEM_DEFAULT, true);
        store.setDefault(PREFERENCE_COLOR_SELECTION_FOREGROUND_SYSTEM_DEFAULT, true);
        setPreferenceStore(store);
        setDocumentProvider(new TextFileProvider());
    }

    /** The line above the text. */
    protected abstract Control createHeader(Composite parent);

    /** The user, or another program that wrote the file, has changed the text. */
    protected abstract void textChanged();

    /** What a screen reader calls the text. */
    protected abstract String name();

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        Composite frame = new Composite(parent, SWT.NONE);
        frame.setLayout(layout);
        header = createHeader(frame);
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Composite body = new Composite(frame, SWT.NONE);
        body.setLayout(new FillLayout());
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        super.createPartControl(body);
        colour();
        PaletteChange.listen(header, this::colour);
        Accessibles.name(getSourceViewer().getTextWidget(), name());
    }

    @Override
    public void dispose() {
        connect(null);
        IWorkbenchPage page = getSite().getPage();
        super.dispose();
        getSite().getShell().getDisplay().asyncExec(() -> {
            if (page.getWorkbenchWindow().getShell() != null && page.getEditorReferences().length == 0) {
                page.setEditorAreaVisible(false);
            }
        });
    }

    /** Null for a text that was never saved. */
    protected final Path file() {
        return getEditorInput() instanceof TextFileInput input ? input.file() : null;
    }

    /** Null before there is one, and after the editor is closed. */
    protected final IDocument document() {
        return document;
    }

    /** Changes with the text. */
    protected final long stamp() {
        return document instanceof IDocumentExtension4 extension ? extension.getModificationStamp() : 0;
    }

    /** Shows these marks instead of those before. */
    protected final void mark(Map<? extends TextMark, Position> marks) {
        if (getSourceViewer() != null && getSourceViewer().getAnnotationModel() instanceof AnnotationModel model) {
            model.replaceAnnotations(marked.toArray(Annotation[]::new), marks);
            marked = List.copyOf(marks.keySet());
        }
    }

    /** @param line from 1; one behind the end is the last */
    public final void revealLine(int line) {
        try {
            IRegion place = document.getLineInformation(Math.max(1, Math.min(line, document.getNumberOfLines())) - 1);
            selectAndReveal(place.getOffset(), place.getLength());
        } catch (BadLocationException e) {
            // the line is gone since
        }
    }

    @Override
    protected IVerticalRuler createVerticalRuler() {
        look = new TextLook();
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
        if (file() != null) {
            dialog.setFilterPath(String.valueOf(file().getParent()));
        }
        dialog.setFileName(getEditorInput().getName());
        String chosen = dialog.open();
        if (chosen == null || !saveAs(Path.of(chosen), monitor)) {
            monitor.setCanceled(true);
        }
    }

    /** Writes the text to a file, which the editor then shows; what goes wrong is told in a dialog. */
    public final boolean saveAs(Path target, IProgressMonitor monitor) {
        TextFileInput input = new TextFileInput(target, getEditorInput().getImageDescriptor());
        try {
            getDocumentProvider().saveDocument(monitor, input, document, true);
            setInput(input);
            textChanged();
            return true;
        } catch (CoreException e) {
            MessageDialog.openError(getSite().getShell(), "Save As", e.getStatus().getMessage());
            return false;
        }
    }

    private void colour() {
        SourceViewer viewer = (SourceViewer) getSourceViewer();
        look.colour(viewer, Palette.of(header));
        viewer.invalidateTextPresentation();
    }

    private void connect(IEditorInput input) {
        if (document != null) {
            document.removeDocumentListener(listener);
        }
        document = input == null ? null : getDocumentProvider().getDocument(input);
        if (document != null) {
            document.addDocumentListener(listener);
        }
    }
}
