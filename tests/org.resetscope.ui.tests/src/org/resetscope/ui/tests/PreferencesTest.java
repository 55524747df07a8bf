package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Endpoint;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.words.HostNames;
import org.resetscope.ui.session.Session;

/** What the user prefers: names of hosts, plug-ins; and the help on all of it. */
class PreferencesTest {

    private static final String PREFERENCES = "org.eclipse.ui.window.preferences";

    private final Bot bot = new Bot();

    @BeforeEach
    void open() {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        bot.untilRead();
    }

    @AfterEach
    void close() {
        Preferences.store().setToDefault(Preferences.NAMES);
        Preferences.store().setToDefault(Preferences.SWITCHED_OFF);
        bot.closeAll();
    }

    @Test
    void hostsHaveTheNamesThatTheUserGave() {
        page("org.resetscope.ui.preferences.names", dialog -> {
            Text names = bot.all(dialog, Text.class).stream().filter(t -> (t.getStyle() & SWT.MULTI) != 0 && t.getEditable()).findFirst().orElseThrow();
            names.setText("not a line");
            bot.settle(200);
            assertTrue(!button(dialog, "Apply and Close").isEnabled(), "a mistake can be applied");
            names.setText("# branch office\n198.51.100.216   shop shop.example\n172.16.151.95 till-3\n");
            bot.screenshot("preferences-names");
            bot.push(dialog, "Apply and Close");
        });
        bot.until("the table has them", () -> bot.column(bot.resets(), "Connection").contains("till-3:35422 \u2192 shop:80"));
        bot.until("the explanation has both", () -> bot.explanation().getText().contains("till-3 (172.16.151.95:"));
        bot.screenshot("names");
    }

    @Test
    void addressesAreNamedHoweverTheyAreWritten() {
        HostNames.use("2001:DB8:0::1 six\n10.0.0.1 a\n10.0.0.1 b\nlocalhost no\n");
        assertEquals("six:1", HostNames.of(new Endpoint("2001:db8::1", 1)));
        assertEquals("a:2", HostNames.of(new Endpoint("10.0.0.1", 2)));
        assertEquals("10.0.0.2:2", HostNames.of(new Endpoint("10.0.0.2", 2)));
        assertNull(HostNames.wrong("# all\n\n10.0.0.1 a # well\n::1 b c"));
        assertEquals("localhost no", HostNames.wrong("localhost no"));
        assertEquals("10.0.0.1", HostNames.wrong("10.0.0.1"));
    }

    @Test
    void whatIsSwitchedOffIsLeftOut() {
        int before = evidence();
        page("org.resetscope.ui.preferences.plugins", dialog -> {
            Tree tree = bot.all(dialog, Tree.class).stream().filter(t -> (t.getStyle() & SWT.CHECK) != 0).findFirst().orElseThrow();
            TreeItem detectors = Arrays.stream(tree.getItems()).filter(i -> i.getText().startsWith("Detectors")).findFirst().orElseThrow();
            detectors.setExpanded(true);
            bot.screenshot("preferences-plugins");
            detectors.setChecked(false);
            Event event = new Event();
            event.item = detectors;
            event.detail = SWT.CHECK;
            tree.notifyListeners(SWT.Selection, event);
            bot.push(dialog, "Apply and Close");
        });
        Session.captures().readAgain(Session.captures().all().get(0));
        bot.untilRead();
        assertTrue(before > 0 && evidence() == 0, before + " then " + evidence());
    }

    @Test
    void mainPage() {
        page("org.resetscope.ui.preferences", dialog -> {
            assertTrue(bot.all(dialog, Label.class).stream().anyMatch(l -> l.getText().startsWith("Wireshark")));
            bot.screenshot("preferences");
            bot.push(dialog, "Cancel");
        });
    }

    @Test
    void helpSpeaksOfTheViewThatOneWorksIn() {
        bot.show("org.resetscope.ui.view.explanation");
        bot.run("org.eclipse.ui.help.dynamicHelp", Map.of());
        bot.until("the page on verdicts", () -> bot.says("How to read a verdict"));
        bot.screenshot("help");
        StyledText page = bot.text("Contents\n");
        page.setSelection(1);
        bot.press(page, SWT.CR);
        bot.until("all pages", () -> bot.says("The workbench\n"));
        StyledText contents = bot.text("Ctrl+3 finds");
        contents.setSelection(contents.getText().indexOf("The workbench") + 1);
        bot.press(contents, SWT.CR);
        bot.until("the page on the workbench", () -> bot.says("Notes and cases"));
        bot.screenshot("help-workbench");
        bot.hide("org.resetscope.ui.view.help");
    }

    private void page(String id, Consumer<Shell> use) {
        bot.dialog(() -> bot.run(PREFERENCES, Map.of("preferencePageId", id)), "Preferences", use);
    }

    private static int evidence() {
        return Session.captures().all().get(0).resets().get(0).reset().verdict().evidence().size();
    }

    private Button button(Shell dialog, String text) {
        return bot.all(dialog, Button.class).stream().filter(b -> b.getText().equals(text)).findFirst().orElseThrow();
    }
}
