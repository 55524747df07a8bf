package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.rules.RulesOpener;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** A capture is held against rules: the way leads from a reset to its rule. */
class RuleLinksTest {

    private static final String REJECT = "-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset";
    private static final String RULES = "*filter\n:INPUT ACCEPT\n:FORWARD ACCEPT\n:OUTPUT ACCEPT\n" + REJECT + "\nCOMMIT\n";
    private static final Path CAPTURE = Samples.get("refused-twice.pcap");

    @TempDir
    Path directory;
    private final Bot bot = new Bot();

    @BeforeEach
    void size() {
        bot.size(1500, 950);
    }

    @AfterEach
    void close() {
        bot.closeAll();
    }

    private OpenCapture held(Path rules) {
        CaptureOpener.open(List.of(CAPTURE));
        bot.untilRead();
        OpenCapture capture = Session.captures().all().get(0);
        Session.captures().holdAgainst(capture, List.of(rules));
        bot.untilRead();
        return capture;
    }

    private void selectFirstOfRule(OpenCapture capture) {
        OpenReset first = capture.resets().stream().filter(r -> r.reset().rule() != null).findFirst().orElseThrow();
        bot.select(bot.resets(), bot.column(bot.resets(), "Connection").indexOf(Words.flow(first.reset().flow())));
    }

    @Test
    void aResetLeadsToItsRule() throws IOException {
        OpenCapture capture = held(Files.writeString(directory.resolve("router.v4"), RULES));
        assertEquals(List.of(), capture.problems());
        selectFirstOfRule(capture);
        StyledText text = bot.explanation();
        assertTrue(text.getText().contains("Rule\trouter.v4 line 5: " + REJECT), text.getText());
        bot.click(text, text.getText().indexOf("router.v4 line 5") + 3);
        bot.until("its editor is open", () -> bot.editor() != null);
        assertEquals(REJECT, bot.rules().getSelectionText());
        bot.screenshot("rule-of-reset");
        Files.writeString(directory.resolve("router.v4"), "# mine\n" + RULES);
        Session.captures().holdAgainst(capture, List.of(directory.resolve("router.v4")));
        bot.untilRead();
        selectFirstOfRule(capture);
        assertTrue(bot.explanation().getText().contains("Rule\trouter.v4 line 6: "), bot.explanation().getText());
    }

    @Test
    void aRuleLeadsToItsResets() throws IOException {
        OpenCapture capture = held(Files.writeString(directory.resolve("router.v4"), RULES));
        List<OpenReset> made = capture.resets().stream().filter(r -> r.reset().rule() != null).toList();
        RulesOpener.open(directory.resolve("router.v4"), 5);
        bot.settle(300);
        bot.run("org.eclipse.ui.edit.text.showInformation", Map.of());
        bot.until("its resets are named", () -> bot.hover().contains("It made " + made.size() + " resets of the open captures"));
        made.forEach(r -> assertTrue(bot.hover().contains("    " + r.reset().id() + "  "), bot.hover()));
        bot.screenshot("resets-of-rule");
        bot.editor().getSite().getPage().activate(bot.editor());
        bot.settle(300);
        OpenReset last = made.get(made.size() - 1);
        choose(bot.rules().getMenu(), "Resets of Line 5", last.reset().id() + "  ");
        bot.until("it is explained", () -> bot.explanation().getText().contains("frame " + last.frame().frame().frame() + ","));
        bot.rules().replaceTextRange(0, 0, "# mine\n");
        bot.editor().getSite().getPage().activate(bot.editor());
        bot.rules().setSelection(bot.rules().getText().indexOf(":OUTPUT"));
        assertEquals(List.of(), items(bot.rules().getMenu()).stream().filter(t -> t.startsWith("Resets of Line")).toList(),
                "line 5 is another one now");
    }

    private void choose(Menu menu, String sub, String start) {
        menu.notifyListeners(SWT.Show, new Event());
        Menu inner = Arrays.stream(menu.getItems()).filter(i -> i.getText().equals(sub)).findFirst().orElseThrow().getMenu();
        inner.notifyListeners(SWT.Show, new Event());
        Arrays.stream(inner.getItems()).filter(i -> i.getText().startsWith(start)).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
        inner.notifyListeners(SWT.Hide, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        bot.settle(300);
    }

    /** Those that can be used. */
    private static List<String> items(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        List<String> texts = Arrays.stream(menu.getItems()).filter(MenuItem::isEnabled).map(MenuItem::getText).toList();
        menu.notifyListeners(SWT.Hide, new Event());
        return texts;
    }

    @Test
    void theMenuOffersItForCaptures() {
        CaptureOpener.open(List.of(CAPTURE));
        bot.untilRead();
        bot.show("org.resetscope.ui.view.captures");
        bot.select(bot.captures(), 0);
        List<String> usable = items(bot.captures().getMenu());
        assertTrue(usable.contains("Hold against Rules\u2026") && usable.contains("Close Capture"), usable.toString());
        bot.show("org.resetscope.ui.view.resets");
        Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.resetscope.ui.holdAgainstRules");
        bot.until("it is of no use elsewhere", () -> !command.isEnabled());
    }

    @Test
    void settingsAreGivenBesideTheRulesAndBothAreTakenOffAgain() throws IOException {
        Path rules = Files.writeString(directory.resolve("router.v4"), RULES);
        Path settings = Files.writeString(directory.resolve("sysctl.txt"), "net.ipv4.ip_forward = 1\nnet.netfilter.nf_conntrack_tcp_loose = 0\n");
        OpenCapture capture = held(rules);
        Session.captures().holdAgainst(capture, List.of(rules, settings));
        bot.untilRead();
        assertEquals(List.of(), capture.problems(), "settings are no rules, but belong to them");
        assertTrue(capture.resets().stream().anyMatch(r -> r.rules().isPresent()));
        bot.show("org.resetscope.ui.view.captures");
        bot.select(bot.captures(), 0);
        bot.dialog("org.resetscope.ui.holdAgainstRules", "Hold against Rules", dialog -> {
            org.eclipse.swt.widgets.List list = bot.all(dialog, org.eclipse.swt.widgets.List.class).get(0);
            assertEquals(List.of(rules.toString(), settings.toString()), List.of(list.getItems()));
            bot.screenshot("rules-held");
            list.setSelection(0, 1);
            list.notifyListeners(SWT.Selection, new Event());
            bot.push(dialog, "&Remove");
            bot.screenshot("rules-held-none");
            bot.push(dialog, "OK");
        });
        bot.untilRead();
        assertEquals(List.of(), capture.input().rules());
        bot.until("no reset has a rule", () -> capture.resets().size() == 4 && capture.resets().stream().noneMatch(r -> r.rules().isPresent()));
    }

    @Test
    void whatIsWrongWithRulesIsAmongTheProblems() throws IOException {
        held(Files.writeString(directory.resolve("notes.txt"), "call the network team\n"));
        assertEquals(List.of("notes.txt is no configuration that ResetScope knows: no reset is held against it."),
                bot.column(bot.problems(), "Problem"));
        Path gone = directory.resolve("gone.v4");
        Session.captures().holdAgainst(Session.captures().all().get(0), List.of(gone));
        bot.untilRead();
        assertEquals(List.of(gone + " is not there: no reset is held against it."), bot.column(bot.problems(), "Problem"));
        assertEquals(4, Session.captures().all().get(0).resets().size());
    }

    @Test
    void rulesAreKeptFromRunToRun() throws IOException {
        OpenCapture capture = held(Files.writeString(directory.resolve("router.v4"), RULES));
        Session.lastOpen().set(List.of(capture.input()));
        assertEquals(List.of(capture.input()), Session.lastOpen().list());
        bot.closeAll();
        CaptureOpener.openInputs(Session.lastOpen().list());
        bot.untilRead();
        assertTrue(Session.captures().all().get(0).resets().stream().anyMatch(r -> r.rules().isPresent()));
    }
}
