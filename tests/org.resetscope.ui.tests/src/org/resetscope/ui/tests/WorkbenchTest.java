package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.app.HelpMenu;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** The workbench opens as a user meets it. */
class WorkbenchTest {

    @Test
    void opensWithResets() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        assertNotNull(window);
        assertEquals("Resets", window.getActivePage().getPerspective().getLabel());
    }

    @Test
    void emptyWorkbenchSaysWhatToDo() {
        Bot bot = new Bot();
        bot.size(1400, 900);
        assertTrue(bot.says("Open captures\u2026") && bot.says("or drop files anywhere"));
        bot.until("the status line says so too", () -> bot.all(Label.class).stream().anyMatch(l -> l.getText().equals("Nothing is open")));
        bot.screenshot("empty");
    }

    /** A link is reached by Tab and followed by Enter. */
    @Test
    void welcomeOpensSamplesByKeyboard() {
        Bot bot = new Bot();
        bot.size(1400, 900);
        StyledText welcome = bot.text("Who reset the connection, and why?");
        int at = welcome.getText().indexOf("forged.pcap");
        assertTrue(at > 0, welcome.getText());
        welcome.setSelection(at);
        bot.press(welcome, SWT.CR);
        bot.untilRead();
        assertEquals(List.of("forged.pcap"), Session.captures().all().stream().map(OpenCapture::name).toList());
        bot.until("the status line tells", () -> bot.all(Label.class).stream().anyMatch(l -> l.getText().startsWith("1 capture, ")));
        bot.closeAll();
        bot.until("recent has it", () -> bot.text("Who reset").getText().contains("Recent\n\u2022\tforged.pcap"));
        bot.screenshot("welcome-recent");
    }

    @Test
    void updatesStandBehindHelp() {
        MenuManager help = new MenuManager("Help", "help");
        for (String id : List.of("org.eclipse.equinox.p2.ui.sdk.update", "org.eclipse.equinox.p2.ui.sdk.install", "contents")) {
            help.add(item(id));
        }
        help.add(new Separator("additions"));
        help.add(item("about"));
        HelpMenu.arrange(help);
        HelpMenu.arrange(help);
        assertEquals(List.of("contents", "additions", "org.eclipse.equinox.p2.ui.sdk.update", "org.eclipse.equinox.p2.ui.sdk.install", "about"),
                Arrays.stream(help.getItems()).map(IContributionItem::getId).toList());
    }

    private static Action item(String id) {
        Action action = new Action(id) {
        };
        action.setId(id);
        return action;
    }

    /** Pages that other plug-ins bring without being of use here. */
    @Test
    void preferencesAreOurs() {
        List<String> pages = PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
                .filter(node -> !WorkbenchActivityHelper.filterItem(node)).map(IPreferenceNode::getId).toList();
        assertTrue(pages.contains("org.resetscope.ui.preferences"), pages.toString());
        assertTrue(pages.stream().noneMatch(id -> id.contains("ansi")), pages.toString());
    }
}
