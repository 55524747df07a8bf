package org.resetscope.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/** Uses the view Diagram as a person does. */
final class Diagram {

    static final String VIEW = "org.resetscope.ui.view.diagram";

    private final Bot bot;

    Diagram(Bot bot) {
        this.bot = bot;
    }

    Canvas canvas() {
        return bot.all(Canvas.class).stream().filter(c -> c.getClass().getSimpleName().equals("FigureCanvas") && c.isVisible()).findFirst()
                .orElse(null);
    }

    /** The tabs' names. */
    List<String> kinds() {
        return items().stream().map(Diagram::text).toList();
    }

    private static String text(ToolItem item) {
        return item.getText().replace("&&", "&").strip();
    }

    private List<ToolItem> items() {
        return bot.all(ToolBar.class).stream().filter(ToolBar::isVisible).filter(b -> Arrays.stream(b.getItems()).anyMatch(i -> text(i).equals("Ladder")))
                .flatMap(b -> Arrays.stream(b.getItems())).filter(i -> (i.getStyle() & SWT.RADIO) != 0).toList();
    }

    /** Chooses a tab and waits until it is drawn. */
    void choose(String kind) {
        ToolItem item = items().stream().filter(i -> text(i).equals(kind)).findFirst().orElseThrow(() -> new AssertionError(kind + " of " + kinds()));
        items().forEach(i -> i.setSelection(i == item));
        item.notifyListeners(SWT.Selection, new Event());
        untilDrawn();
    }

    void untilDrawn() {
        bot.until("it is drawn", () -> canvas() != null && Job.getJobManager().isIdle());
        bot.settle(400);
    }

    /** What the drawing says, as Edit &gt; Copy takes it. */
    String words() {
        bot.show(VIEW);
        bot.run("org.eclipse.ui.edit.copy", Map.of());
        Clipboard clipboard = new Clipboard(canvas().getDisplay());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    /** What the clipboard holds of a kind. */
    Object clipboard(Transfer kind) {
        Clipboard clipboard = new Clipboard(canvas().getDisplay());
        try {
            return clipboard.getContents(kind);
        } finally {
            clipboard.dispose();
        }
    }

    void menu(String text) {
        Menu menu = canvas().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem item = Arrays.stream(menu.getItems()).filter(i -> i.getText().equals(text)).findFirst().orElseThrow(() -> new AssertionError(text));
        item.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        bot.settle(300);
    }

    void key(int code, char character) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        canvas().notifyListeners(SWT.KeyDown, event);
        bot.settle(300);
    }

    void mouse(int type, int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        canvas().notifyListeners(type, event);
    }

    void drag(int fromX, int fromY, int toX, int toY) {
        mouse(SWT.MouseDown, fromX, fromY);
        mouse(SWT.MouseMove, (fromX + toX) / 2, (fromY + toY) / 2);
        mouse(SWT.MouseMove, toX, toY);
        mouse(SWT.MouseUp, toX, toY);
        bot.settle(300);
    }

    void maximize(boolean large) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
        page.setPartState(page.findViewReference(VIEW), large ? IWorkbenchPage.STATE_MAXIMIZED : IWorkbenchPage.STATE_RESTORED);
        bot.settle(1000);
    }
}
