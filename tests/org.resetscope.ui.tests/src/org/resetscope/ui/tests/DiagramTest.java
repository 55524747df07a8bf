package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.session.Session;
import org.resetscope.ui.internal.words.Words;

/** The view Diagram shows the selected reset, and a packet chosen in it is chosen everywhere. */
class DiagramTest {

    private static final String THEME = "org.resetscope.ui.theme";

    private final Bot bot = new Bot();
    private final Diagram diagram = new Diagram(bot);

    @BeforeEach
    void open() {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap")));
        bot.untilRead();
        bot.show(Diagram.VIEW);
        diagram.untilDrawn();
    }

    @AfterEach
    void close() {
        diagram.maximize(false);
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.show("org.resetscope.ui.view.packet");
        bot.closeAll();
    }

    @Test
    void aPacketChosenByKeyIsShown() {
        bot.screenshot("diagram-small");
        diagram.key(SWT.ARROW_DOWN, '\0');
        diagram.key(SWT.ARROW_DOWN, '\0');
        bot.screenshot("diagram-packet");
        bot.show("org.resetscope.ui.view.packet");
        bot.until("the SYN,ACK is shown", () -> bot.bytes().getText().startsWith("0000") && packet().startsWith("Frame 5 "));
    }

    private String packet() {
        return ((ViewPart) bot.show("org.resetscope.ui.view.packet")).getContentDescription();
    }

    @Test
    void aClickTakesThePacketUnderTheMouse() {
        diagram.maximize(true);
        bot.settle(500);
        bot.screenshot("diagram");
        diagram.mouse(SWT.MouseMove, 400, 190);
        assertTrue(diagram.canvas().getToolTipText().startsWith("Frame "), diagram.canvas().getToolTipText());
        String frame = diagram.canvas().getToolTipText().replaceFirst("Frame (\\d+),.*", "$1");
        diagram.mouse(SWT.MouseDown, 400, 190);
        diagram.mouse(SWT.MouseUp, 400, 190);
        diagram.maximize(false);
        bot.until("its bytes are shown", () -> packet().startsWith("Frame " + frame + " "));
    }

    @Test
    void capturesSelectedTogetherAreDrawnTogether() {
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        bot.until("both are read", () -> Session.captures().all().size() == 2
                && Session.captures().all().stream().allMatch(c -> c.progress().state().ended()));
        bot.show("org.resetscope.ui.view.captures");
        bot.select(bot.captures(), 0);
        bot.show(Diagram.VIEW);
        diagram.choose("Timeline");
        String one = diagram.words();
        bot.show("org.resetscope.ui.view.captures");
        bot.select(bot.captures(), 0, 1);
        bot.show(Diagram.VIEW);
        diagram.untilDrawn();
        int resets = Session.captures().all().stream().mapToInt(c -> c.resets().size()).sum();
        bot.until("the resets of both are counted", () -> diagram.words().contains(Words.count(resets, "reset", "resets") + " from "));
        assertFalse(one.contains(Words.count(resets, "reset", "resets") + " from "), one);
        bot.screenshot("diagram-timeline-of-two");
        diagram.choose("Who Resets Whom");
        assertTrue(diagram.words().contains("198.51.100.216"), diagram.words());
        bot.screenshot("diagram-overview-of-two");
        diagram.choose("Ladder");
        bot.select(bot.captures(), 0);
    }

    @Test
    void zoomsAndFollowsTheTheme() {
        diagram.key('+', '+');
        diagram.key('+', '+');
        bot.screenshot("diagram-zoomed");
        diagram.key('0', '0');
        diagram.maximize(true);
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.settle(500);
        assertEquals(Palette.DARK, Palette.of(diagram.canvas()));
        bot.screenshot("diagram-dark");
    }
}
