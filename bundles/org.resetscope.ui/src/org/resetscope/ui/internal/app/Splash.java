package org.resetscope.ui.internal.app;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.internal.widgets.Icons;

/** Shows that the workbench is starting. Drawn here, so that it is sharp at every scale; the start script has no native launcher. */
final class Splash {

    private static final int WIDTH = 440;
    private static final int HEIGHT = 200;
    private static final int ICON = 128;
    private static final int MARGIN = 32;
    private static final Color GROUND = new Color(0x1f, 0x3b, 0x57);
    private static final Color TITLE = new Color(0xf4, 0xf8, 0xfc);
    private static final Color WORDS = new Color(0x9f, 0xc3, 0xe6);

    private final Shell shell;
    private final Image icon;
    private final Font title;

    Splash(Display display) {
        shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP | SWT.DOUBLE_BUFFERED);
        shell.setText("ResetScope");
        shell.setBackground(GROUND);
        icon = Icons.descriptor("resetscope128").createImage(display);
        title = FontDescriptor.createFrom(shell.getFont()).setHeight(22).setStyle(SWT.BOLD).createFont(display);
        shell.addListener(SWT.Paint, e -> paint(e.gc));
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setBounds(screen.x + (screen.width - WIDTH) / 2, screen.y + (screen.height - HEIGHT) / 2, WIDTH, HEIGHT);
        shell.open();
        shell.update();
        while (display.readAndDispatch()) {
            // until it is drawn: the workbench leaves no time for that
        }
    }

    private void paint(GC gc) {
        gc.drawImage(icon, MARGIN, (HEIGHT - ICON) / 2);
        int left = 2 * MARGIN + ICON - MARGIN / 2;
        gc.setForeground(TITLE);
        gc.setFont(title);
        int height = gc.getFontMetrics().getHeight();
        gc.drawText("ResetScope", left, HEIGHT / 2 - height, true);
        gc.setFont(shell.getFont());
        gc.setForeground(WORDS);
        gc.drawText("Who reset the connection, and why?", left, HEIGHT / 2 + 4, true);
    }

    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
            icon.dispose();
            title.dispose();
        }
    }
}
