package org.resetscope.ui.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;

/** Reads and writes the files of one editor. */
final class TextFileProvider extends AbstractDocumentProvider {

    /** As last read or written, with the file's time then. */
    private record Known(TextFile file, long time) {
    }

    private final Map<Object, Known> known = new HashMap<>();

    @Override
    protected IDocument createDocument(Object element) throws CoreException {
        return new Document(read(element));
    }

    @Override
    protected IAnnotationModel createAnnotationModel(Object element) {
        return new AnnotationModel();
    }

    @Override
    protected void doResetDocument(Object element, IProgressMonitor monitor) throws CoreException {
        ElementInfo info = getElementInfo(element);
        String text = read(element);
        fireElementContentAboutToBeReplaced(element);
        removeUnchangedElementListeners(element, info);
        info.fDocument.set(text);
        info.fCanBeSaved = false;
        addUnchangedElementListeners(element, info);
        fireElementContentReplaced(element);
        fireElementDirtyStateChanged(element, false);
    }

    @Override
    protected void doSynchronize(Object element, IProgressMonitor monitor) throws CoreException {
        doResetDocument(element, monitor);
    }

    @Override
    protected void doSaveDocument(IProgressMonitor monitor, Object element, IDocument document, boolean overwrite) throws CoreException {
        if (!overwrite && !isSynchronized(element)) {
            throw failure(element, "was changed by another program", null);
        }
        Path file = file(element);
        try {
            TextFile now = known.containsKey(element) ? known.get(element).file().with(document.get())
                    : new TextFile(document.get(), java.nio.charset.StandardCharsets.UTF_8, false);
            now.write(file);
            known.put(element, new Known(now, time(file)));
        } catch (IOException e) {
            throw failure(element, "cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    protected IRunnableContext getOperationRunner(IProgressMonitor monitor) {
        return null; // files of this size are read and written at once
    }

    @Override
    public boolean isModifiable(Object element) {
        return true;
    }

    @Override
    public boolean isReadOnly(Object element) {
        return element instanceof TextFileInput input && Files.exists(input.file()) && !Files.isWritable(input.file());
    }

    /** Also one that was never saved: saving asks for a file then. */
    @Override
    public boolean isDeleted(Object element) {
        return element instanceof NewTextInput || element instanceof TextFileInput input && !Files.exists(input.file());
    }

    @Override
    public long getModificationStamp(Object element) {
        return element instanceof TextFileInput input ? time(input.file()) : 0;
    }

    @Override
    public long getSynchronizationStamp(Object element) {
        Known last = known.get(element);
        return last == null ? 0 : last.time();
    }

    @Override
    public boolean isSynchronized(Object element) {
        return !known.containsKey(element) || getSynchronizationStamp(element) == getModificationStamp(element);
    }

    @Override
    public boolean isNotSynchronizedException(Object element, CoreException e) {
        return !isSynchronized(element);
    }

    private String read(Object element) throws CoreException {
        if (element instanceof NewTextInput begun) {
            return begun.text();
        }
        Path file = file(element);
        try {
            long time = time(file);
            TextFile read = TextFile.read(file);
            known.put(element, new Known(read, time));
            return read.text();
        } catch (IOException e) {
            throw failure(element, e.getMessage(), e);
        }
    }

    private static Path file(Object element) {
        return ((TextFileInput) element).file();
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0; // it is gone, as isDeleted tells
        }
    }

    private static CoreException failure(Object element, String reason, Exception cause) {
        return new CoreException(Status.error(file(element).getFileName() + " " + reason + ".", cause));
    }
}
