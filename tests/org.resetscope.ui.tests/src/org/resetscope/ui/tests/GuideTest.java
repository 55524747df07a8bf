package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.guide.Step;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.session.Session;

/** The view Guide leads from "my connections get reset" to who did it. */
class GuideTest {

    private static final String COMMAND = "org.resetscope.ui.guide";
    private static final String VIEW = "org.resetscope.ui.view.guide";
    private static final String THEME = "org.resetscope.ui.theme";

    @TempDir
    Path directory;

    private final Bot bot = new Bot();

    @BeforeEach
    void size() {
        bot.size(1500, 950);
    }

    @AfterEach
    void close() {
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        field("10.0.0.5").setText("");
        field("192.0.2.7:443").setText("");
        field("any").setText("");
        bot.hide(VIEW);
        bot.closeAll();
    }

    private StyledText guide() {
        return bot.text("My connections get reset");
    }

    private Text field(String example) {
        return bot.all(Text.class).stream().filter(t -> t.getMessage().equals(example)).findFirst().orElseThrow();
    }

    private void follow(String words) {
        StyledText text = guide();
        int at = text.getText().indexOf(words);
        assertTrue(at >= 0, words + " is not in " + text.getText());
        bot.click(text, at + words.length() / 2);
    }

    private void next(Step step) {
        bot.until(step + " is next", () -> guide().getText().contains((step.ordinal() + 1) + ". " + step.title() + "   next"));
    }

    @Test
    void commandsHaveTheUsersAddresses() {
        bot.run(COMMAND, Map.of());
        next(Step.HERE);
        assertTrue(bot.says("Nothing is open yet"));
        field("10.0.0.5").setText("10.1.1.5");
        field("192.0.2.7:443").setText("[2001:db8::7]:8443");
        field("any").setText("eth0");
        String command = "sudo tcpdump -i eth0 -s 256 -U -w client.pcap '(host 2001:db8::7 and tcp port 8443) or icmp or icmp6'";
        assertTrue(bot.says(command), guide().getText());
        bot.screenshot("guide-empty");
        int copy = guide().getText().indexOf("Copy", guide().getText().indexOf(command));
        bot.click(guide(), copy + 1);
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            assertEquals(command, clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
        field("192.0.2.7:443").setText("10.0.0.1:http");
        assertTrue(bot.says("Server: 'http' is no port."), guide().getText());
    }

    @Test
    void eachStepLeadsToTheNext() throws IOException {
        bot.run(COMMAND, Map.of());
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap")));
        bot.untilRead();
        next(Step.RULES);
        assertTrue(bot.says("1. Capture here   done: idle-firewall.pcap"), guide().getText());
        assertTrue(bot.says("\u2713\t1. Capture here"));
        bot.screenshot("guide");
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.settle(300);
        bot.screenshot("guide-dark");
        bot.run(THEME, Map.of(THEME + ".id", "light"));

        Path rules = Files.writeString(directory.resolve("rules.v4"), "*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n");
        Session.captures().holdAgainst(Session.captures().all().get(0), List.of(rules));
        bot.untilRead();
        next(Step.ROUTER);
        assertTrue(bot.says("done: rules.v4"), guide().getText());
        follow("I cannot do this");
        assertTrue(guide().getText().contains("4. Name the router   left out"), guide().getText());
        assertFalse(bot.says("journalctl"));
        follow(Step.LOGS.title());
        assertTrue(bot.says("journalctl -o json --utc --since"));
        follow("4. " + Step.ROUTER.title());
        follow("Take it up again");
        next(Step.ROUTER);
        bot.dialog(() -> {
            follow(Step.RULES.title());
            follow("Hold against rules");
        }, "Hold against Rules", dialog -> bot.push(dialog, "Cancel"));
    }

    @Test
    void aRowsMenuAsksAboutThatReset() {
        CaptureOpener.open(List.of(Samples.get("forged.pcap")));
        bot.untilRead();
        bot.show("org.resetscope.ui.view.resets");
        bot.select(bot.resets(), 0);
        Menu menu = bot.resets().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem item = List.of(menu.getItems()).stream().filter(i -> i.getText().equals("What Next?")).findFirst().orElseThrow();
        item.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        bot.until("it is about that reset", () -> bot.says("One of 4 resets of forged.pcap."));
        assertTrue(bot.says(Session.captures().all().get(0).resets().get(0).reset().verdict().summary()));
        follow("The gravest one instead");
        bot.until("it is about the gravest", () -> bot.says("The gravest of 4 resets of forged.pcap."));
        bot.screenshot("guide-row");
    }
}
