package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.theme.Palette;

/** The view Diagram shows the selected reset, and a packet chosen in it is chosen everywhere. */
class DiagramTest {

    private static final String THEME = "org.resetscope.ui.theme";
    private static final String VIEW = "org.resetscope.ui.view.diagram";

    private final Bot bot = new Bot();

    @BeforeEach
    void open() {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap")));
        bot.untilRead();
        bot.show(VIEW);
        bot.until("the ladder is drawn", () -> canvas() != null && Job.getJobManager().isIdle());
        bot.settle(500);
    }

    @AfterEach
    void close() {
        maximize(false);
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.show("org.resetscope.ui.view.packet");
        bot.closeAll();
    }

    private Canvas canvas() {
        return bot.all(Canvas.class).stream().filter(c -> c.getClass().getSimpleName().equals("FigureCanvas") && c.isVisible()).findFirst()
                .orElse(null);
    }

    private void maximize(boolean large) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
        page.setPartState(page.findViewReference(VIEW), large ? IWorkbenchPage.STATE_MAXIMIZED : IWorkbenchPage.STATE_RESTORED);
        bot.settle(1000);
    }

    private void key(int code, char character) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        canvas().notifyListeners(SWT.KeyDown, event);
        bot.settle(300);
    }

    private void mouse(int type, int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        canvas().notifyListeners(type, event);
    }

    @Test
    void aPacketChosenByKeyIsShown() {
        bot.screenshot("diagram-small");
        key(SWT.ARROW_DOWN, '\0');
        key(SWT.ARROW_DOWN, '\0');
        bot.screenshot("diagram-packet");
        bot.show("org.resetscope.ui.view.packet");
        bot.until("the SYN,ACK is shown", () -> bot.bytes().getText().startsWith("0000") && packet().startsWith("Frame 5 "));
    }

    private String packet() {
        return ((ViewPart) bot.show("org.resetscope.ui.view.packet")).getContentDescription();
    }

    @Test
    void aClickTakesThePacketUnderTheMouse() {
        maximize(true);
        bot.settle(500);
        bot.screenshot("diagram");
        mouse(SWT.MouseMove, 400, 190);
        assertTrue(canvas().getToolTipText().startsWith("Frame "), canvas().getToolTipText());
        String frame = canvas().getToolTipText().replaceFirst("Frame (\\d+),.*", "$1");
        mouse(SWT.MouseDown, 400, 190);
        mouse(SWT.MouseUp, 400, 190);
        maximize(false);
        bot.until("its bytes are shown", () -> packet().startsWith("Frame " + frame + " "));
    }

    @Test
    void zoomsAndFollowsTheTheme() {
        key('+', '+');
        key('+', '+');
        bot.screenshot("diagram-zoomed");
        key('0', '0');
        maximize(true);
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.settle(500);
        assertEquals(Palette.DARK, Palette.of(canvas()));
        bot.screenshot("diagram-dark");
    }
}
