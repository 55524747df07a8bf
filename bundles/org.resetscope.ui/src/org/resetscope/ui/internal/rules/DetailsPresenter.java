package org.resetscope.ui.internal.rules;

import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.widgets.Display;

/** Sets headings of {@link Details} in bold: lines that stand alone, and the heads of lists. */
@SuppressWarnings("deprecation") // the interfaces still ask for it
final class DetailsPresenter implements DefaultInformationControl.IInformationPresenter,
        DefaultInformationControl.IInformationPresenterExtension {

    @Override
    public String updatePresentation(Display display, String hoverInfo, TextPresentation presentation, int maxWidth, int maxHeight) {
        String[] lines = hoverInfo.split("\n", -1);
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            boolean alone = (i == 0 || lines[i - 1].isEmpty()) && (i + 1 == lines.length || lines[i + 1].isEmpty());
            if (alone) {
                bold(presentation, start, lines[i].length());
            } else if (lines[i].startsWith(Details.WAY) || lines[i].startsWith(Details.FIX)) {
                bold(presentation, start, lines[i].startsWith(Details.WAY) ? Details.WAY.length() : Details.FIX.length());
            }
            start += lines[i].length() + 1;
        }
        return hoverInfo;
    }

    @Override
    public String updatePresentation(Drawable drawable, String hoverInfo, TextPresentation presentation, int maxWidth, int maxHeight) {
        return updatePresentation(Display.getCurrent(), hoverInfo, presentation, maxWidth, maxHeight);
    }

    private static void bold(TextPresentation presentation, int start, int length) {
        if (length > 0) {
            presentation.addStyleRange(new StyleRange(start, length, null, null, SWT.BOLD));
        }
    }
}
