package org.resetscope.ui.internal.richtext;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.resetscope.ui.internal.theme.Palette;

/** Draws a weight: a full bar to the right speaks for, a hollow one to the left against, so that it is told without colour too. */
final class BarPainter {

    void paint(GC gc, Rectangle area, RichText.Bar bar, Palette palette) {
        int width = area.width - 1;
        int height = area.height;
        gc.setLineWidth(1);
        if (!bar.axis()) {
            gc.setForeground(palette.line());
            gc.drawRectangle(area.x, area.y, width, height - 1);
            gc.setBackground(palette.pro());
            gc.fillRectangle(area.x + 1, area.y + 1, length(bar.value(), width - 1), height - 2);
            return;
        }
        int middle = area.x + width / 2;
        int length = length(Math.abs(bar.value()), width / 2);
        if (bar.value() >= 0) {
            gc.setBackground(palette.pro());
            gc.fillRectangle(middle + 1, area.y + 1, length, height - 2);
        } else {
            gc.setForeground(palette.contra());
            gc.drawRectangle(middle - length, area.y + 1, length, height - 3);
        }
        gc.setForeground(palette.line());
        gc.drawLine(area.x, area.y + height / 2, middle - (bar.value() < 0 ? length : 0), area.y + height / 2);
        gc.drawLine(middle + (bar.value() > 0 ? length : 0), area.y + height / 2, area.x + width, area.y + height / 2);
        gc.drawLine(middle, area.y - 1, middle, area.y + height);
    }

    /** However small, something is seen. */
    private static int length(double share, int full) {
        return Math.max(2, (int) Math.round(share * full));
    }
}
