package org.resetscope.ui.internal.rules;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;

/** Lines and columns, from 1, as offsets in a document. */
final class Places {

    private Places() {
    }

    /** The line after the last one is the end of the text. */
    static int offset(IDocument document, int line, int column) throws BadLocationException {
        if (line == document.getNumberOfLines() + 1) {
            return document.getLength();
        }
        IRegion region = document.getLineInformation(line - 1);
        return region.getOffset() + Math.min(region.getLength(), Math.max(0, column - 1));
    }

    /** Where something was found: never empty but in an empty line, and within the text whatever a plug-in says. */
    static Position of(IDocument document, Found found) {
        try {
            IRegion line = document.getLineInformation(Math.max(0, Math.min(found.line(), document.getNumberOfLines()) - 1));
            int start = Math.min(line.getLength(), Math.max(0, found.column() - 1));
            int end = Math.min(line.getLength(), found.endColumn() - 1);
            if (end <= start) {
                end = line.getLength();
            }
            return new Position(line.getOffset() + start, end - start);
        } catch (BadLocationException e) {
            return new Position(0, 0);
        }
    }
}
