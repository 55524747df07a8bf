package org.resetscope.console.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.console.ui.internal.ConsoleView;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Typing scripts, as a person does. */
class ConsoleViewTest {

    private final Hand hand = new Hand();
    private ConsoleView view;
    private StyledText prompt;
    private StyledText output;

    @BeforeEach
    void open() {
        view = (ConsoleView) hand.show(ConsoleView.ID);
        prompt = hand.text(text -> text.getEditable() && text.isVisible());
        output = hand.text(text -> !text.getEditable() && text.isVisible() && (text.getStyle() & SWT.H_SCROLL) != 0
                && text.getParent() == prompt.getParent().getParent());
        view.clear();
    }

    @AfterEach
    void close() {
        view.stop();
        Session.captures().all().forEach(Session.captures()::close);
        hand.settle(300);
    }

    private void type(String script) {
        prompt.setText(script);
        hand.press(prompt, SWT.CR, '\r');
    }

    private void untilShown(String text) {
        hand.until("\"" + text + "\" in\n" + output.getText(), () -> output.getText().contains(text));
    }

    @Test
    void theConsoleIsInThePerspective() {
        assertTrue(List.of(hand.window().getActivePage().getViewReferences()).stream().anyMatch(r -> r.getId().equals(ConsoleView.ID)));
    }

    @Test
    void aScriptOpensACaptureAndShowsATable() {
        hand.size(1400, 900);
        type("open '" + Hand.sample("refused-twice.pcap") + "'");
        untilShown("refused-twice.pcap");
        hand.until("it is open in the workbench",
                () -> Session.captures().all().stream().map(OpenCapture::name).toList().equals(List.of("refused-twice.pcap")));
        type("table resets.countBy { it.verdict.cause }, 'cause', 'resets'");
        untilShown("middlebox.reject       3\nendpoint.refused       1\n");
        hand.until("nothing runs", () -> running() == 0);
        hand.settle(100);
        view.run(Hand.sample("../docs/scripts/by-cause.groovy"));
        untilShown("rejected by a firewall       3  intermediary\n");
        type("resets");
        untilShown("r4  2026");
        type("foo(1)");
        untilShown("prompt:1: there is no foo(Integer)\n");
        assertEquals("", prompt.getText());
        hand.screenshot("console");
        hand.run("org.resetscope.ui.theme", Map.of("org.resetscope.ui.theme.id", "dark"));
        hand.screenshot("console-dark");
        hand.run("org.resetscope.ui.theme", Map.of("org.resetscope.ui.theme.id", "light"));
    }

    @Test
    void aScriptJoinsLogsToACaptureOfTheWorkbench(@TempDir Path directory) throws IOException {
        hand.run("org.resetscope.console.ui.clear", Map.of());
        Path log = Files.writeString(directory.resolve("app.log"), "2026-11-22T15:44:26.706Z app: lost 172.28.84.84:48558\n");
        Path other = Files.writeString(directory.resolve("kern.log"), "2026-11-22T15:44:26.706Z kernel: lost 172.28.84.84:48558\n");
        String open = "open('" + Hand.sample("unread-data.pcap") + "', log: '" + log + "')";
        type("'names ' + " + open + ".resets*.log*.file");
        untilShown("names [[app.log], [], []]");
        type("'names ' + joinLogs(" + open + ", '" + other + "').resets*.log*.file");
        untilShown("names [[app.log, kern.log], [], []]");
        assertEquals(List.of(List.of(log, other)), Session.captures().all().stream().map(c -> c.input().logs()).toList());
        hand.until("nothing runs", () -> running() == 0);
        hand.screenshot("console-logs");
    }

    @Test
    void anEndlessLoopStops() {
        type("while (true) { }");
        hand.settle(500);
        assertEquals(1, running());
        hand.press(prompt, SWT.ESC, '\u001b');
        hand.until("it has stopped", () -> running() == 0);
        untilShown("stopped\n");
        type("while (true) { sleep 10 }");
        hand.settle(300);
        hand.run("org.resetscope.console.ui.stop", Map.of());
        hand.until("it has stopped", () -> running() == 0);
        type("Thread.sleep 500; 'one'");
        type("'typed ahead'");
        untilShown("one\n> 'typed ahead'\ntyped ahead\n");
        type("'alive ' + (6 * 7)");
        untilShown("alive 42\n");
    }

    @Test
    void aRowOfAResultCanBeWorkedOn() {
        hand.size(1400, 900);
        hand.run("org.resetscope.console.ui.clear", Map.of()); // of what tests before it showed
        type("open '" + Hand.sample("refused-twice.pcap") + "'; resets");
        untilShown("r4  2026");
        hand.until("the script has ended", () -> running() == 0);
        hand.settle(300);
        Table table = hand.find(Table.class, t -> t.isVisible() && t.getColumnCount() == 7 && t.getParent() == prompt.getParent().getParent().getParent());
        assertEquals("client", table.getColumn(2).getText());
        table.setSelection(3);
        table.notifyListeners(SWT.Selection, new Event());
        hand.until("the other views follow", () -> Session.captures().all().get(0).resets().get(3).equals(hand.selection()));
        assertEquals("r4", table.getItem(3).getText(0));
        hand.screenshot("console-table");
        table.notifyListeners(SWT.DefaultSelection, new Event());
        untilShown("> explain row\n");
        untilShown("172.16.151.95:45610 -> 198.51.100.216:23887");
        type("row.id + ' of ' + rows.size()");
        untilShown("r4 of 1\n");
    }

    private static long running() {
        return Arrays.stream(Job.getJobManager().find(null)).filter(job -> job.getName().equals("Console")).count();
    }

    @Test
    void aFloodOfOutputLeavesTheWorkbenchUsable() {
        type("i = 0; while (true) { println 'line ' + i++ + ' of many' }");
        long slowest = 0;
        for (int i = 0; i < 30; i++) {
            long start = System.nanoTime();
            hand.settle(50);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        view.stop();
        untilShown("stopped\n");
        assertTrue(slowest < 2_000_000_000L, "the UI stood still for " + slowest / 1_000_000 + " ms");
        assertTrue(output.getCharCount() <= 700_000, output.getCharCount() + " characters");
        view.clear();
        type("println(('x' * 99 + '\\n') * 3000)");
        untilShown(" characters left out");
    }

    @Test
    void arrowsFetchWhatWasTyped() {
        type("1 + 1");
        untilShown("\n2\n");
        type("2 + 3");
        untilShown("\n5\n");
        prompt.setText("dra");
        hand.press(prompt, SWT.ARROW_UP, '\0');
        assertEquals("2 + 3", prompt.getText());
        hand.press(prompt, SWT.ARROW_UP, '\0');
        assertEquals("1 + 1", prompt.getText());
        hand.press(prompt, SWT.ARROW_DOWN, '\0');
        hand.press(prompt, SWT.ARROW_DOWN, '\0');
        assertEquals("dra", prompt.getText());
        hand.press(prompt, SWT.ESC, '\u001b');
        assertEquals("", prompt.getText());
    }

    @Test
    void tabCompletes() {
        prompt.setText("cap");
        prompt.setCaretOffset(3);
        hand.press(prompt, SWT.TAB, '\t');
        assertEquals("captures", prompt.getText());
        prompt.setText("resets[0].flow.");
        prompt.setCaretOffset(prompt.getCharCount());
        hand.press(prompt, SWT.TAB, '\t');
        untilShown("client  history  inferred  server\n");
        assertEquals("resets[0].flow.", prompt.getText());
    }

    @Test
    void theSelectedResetIsBound() {
        Session.captures().open(List.of(Path.of(Hand.sample("refused-twice.pcap").toString())));
        hand.until("it is read", () -> Session.captures().all().stream().allMatch(c -> c.resets().size() == 4));
        hand.select(Session.captures().all().get(0).resets().get(3));
        view.setFocus();
        type("selection.id + ' is it'");
        untilShown("r4 is it\n");
        assertFalse(output.getText().contains("null"));
    }
}
