package org.resetscope.ui.internal.rules;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.resetscope.core.configuration.Fix;
import org.resetscope.ui.internal.widgets.Icons;

/** Mends the text; one undo takes it back. */
final class FixProposal implements ICompletionProposal {

    private static final int NARROW = 54;

    private final Fix fix;
    private final Found found;

    FixProposal(Fix fix, Found found) {
        this.fix = fix;
        this.found = found;
    }

    /** Whether all its edits have places in a text. */
    static boolean fits(Fix fix, IDocument document) {
        try {
            edits(fix, document);
            return true;
        } catch (BadLocationException | MalformedTreeException e) {
            return false;
        }
    }

    @Override
    public void apply(IDocument document) {
        IDocumentExtension4 extension = (IDocumentExtension4) document;
        DocumentRewriteSession session = extension.startRewriteSession(DocumentRewriteSessionType.SEQUENTIAL);
        try {
            edits(fix, document).apply(document);
        } catch (BadLocationException | MalformedTreeException e) {
            ILog.of(FixProposal.class).error("A fix does not fit its text: " + fix, e);
        } finally {
            extension.stopRewriteSession(session);
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return found.title() + "\n\n" + Wrap.lines(found.message(), NARROW) + "\n\n" + Details.FIX + "\n" + Details.lines(fix, NARROW);
    }

    @Override
    public String getDisplayString() {
        return fix.description();
    }

    @Override
    public Image getImage() {
        return Icons.get("fix");
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }

    private static MultiTextEdit edits(Fix fix, IDocument document) throws BadLocationException {
        MultiTextEdit all = new MultiTextEdit();
        String delimiter = TextUtilities.getDefaultLineDelimiter(document);
        for (Fix.Edit edit : fix.edits()) {
            int start = Places.offset(document, edit.line(), edit.column());
            int end = Places.offset(document, edit.endLine(), edit.endColumn());
            String text = edit.text().replace("\n", delimiter);
            if (start == document.getLength() && start > 0 && document.getChar(start - 1) != '\n' && edit.column() == 1) {
                text = delimiter + text.stripTrailing(); // the last line has no end yet
            }
            all.addChild(new ReplaceEdit(start, end - start, text));
        }
        return all;
    }
}
