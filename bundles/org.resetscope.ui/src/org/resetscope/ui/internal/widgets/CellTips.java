package org.resetscope.ui.internal.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The whole text of a cell that its column cuts off, while the mouse is over it. */
public final class CellTips {

    /** Beside the text, which the table leaves free. */
    private static final int MARGIN = 8;

    private final Table table;

    private CellTips(Table table) {
        this.table = table;
    }

    public static void install(Table table) {
        CellTips tips = new CellTips(table);
        table.addListener(SWT.MouseMove, e -> tips.show(new Point(e.x, e.y)));
    }

    private void show(Point at) {
        TableItem item = table.getItem(at);
        String tip = null;
        for (int column = 0; item != null && column < table.getColumnCount(); column++) {
            if (item.getBounds(column).contains(at)) {
                tip = cut(item, column) ? item.getText(column) : null;
            }
        }
        if (tip == null ? table.getToolTipText() != null : !tip.equals(table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    private boolean cut(TableItem item, int column) {
        GC gc = new GC(table);
        try {
            gc.setFont(item.getFont(column));
            int image = item.getImage(column) == null ? 0 : item.getImage(column).getBounds().width;
            return gc.textExtent(item.getText(column)).x + image + MARGIN > item.getBounds(column).width;
        } finally {
            gc.dispose();
        }
    }
}
