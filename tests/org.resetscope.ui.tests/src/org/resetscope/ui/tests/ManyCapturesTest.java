package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.captures.CaptureOpener;

/** Several captures at once: sorted, filtered, grouped. */
class ManyCapturesTest {

    private static final String GROUPING = "org.resetscope.ui.grouping";

    private final Bot bot = new Bot();
    private Table table;

    @BeforeEach
    void open() {
        bot.size(1400, 900);
        CaptureOpener.open(Stream.of("refused-twice.pcap", "forged.pcap", "unread-data.pcap", "late-data-ipv6.pcap", "idle-firewall.pcap")
                .map(Samples::get).toList());
        bot.untilRead();
        table = bot.resets();
    }

    @AfterEach
    void close() {
        bot.run(GROUPING, Map.of(GROUPING + ".id", "none"));
        bot.closeAll();
    }

    @Test
    void eachIsACaptureOfItsOwn() {
        assertEquals(5, bot.captures().getItemCount());
        assertEquals(5, bot.column(table, "Capture").stream().distinct().count());
        bot.select(bot.captures(), 1);
        bot.until("only the selected capture is shown",
                () -> bot.column(table, "Capture").stream().distinct().toList().equals(List.of("forged.pcap")));
    }

    @Test
    void whatMattersMostIsInSight() {
        int width = Stream.of("Time", "Connection", "Sent by", "Cause", "Sure", "Effect")
                .mapToInt(title -> List.of(table.getColumns()).stream().filter(c -> c.getText().equals(title)).findFirst().orElseThrow().getWidth()).sum();
        assertTrue(width <= table.getClientArea().width, width + " of " + table.getClientArea().width);
        bot.screenshot("columns");
    }

    @Test
    void headersSort() {
        TableColumn cause = List.of(table.getColumns()).stream().filter(c -> c.getText().equals("Sure")).findFirst().orElseThrow();
        cause.notifyListeners(SWT.Selection, new Event());
        bot.settle(500);
        List<Integer> up = bot.column(table, "Sure").stream().map(text -> Integer.parseInt(text.replaceAll("\\D", ""))).toList();
        assertEquals(up.stream().sorted().toList(), up);
        cause.notifyListeners(SWT.Selection, new Event());
        bot.settle(500);
        assertEquals(SWT.DOWN, table.getSortDirection());
    }

    @Test
    void filterChoosesAndSaysWhatIsWrong() {
        int all = table.getItemCount();
        bot.filter().setText("cause=endpoint.refused");
        bot.until("fewer rows", () -> table.getItemCount() < all && table.getItemCount() > 0);
        assertEquals(List.of("Connection refused"), bot.column(table, "Cause").stream().distinct().toList());
        int few = table.getItemCount();
        bot.filter().setText("colour=blue");
        bot.until("the mistake is told", () -> bot.all(Label.class).stream().anyMatch(l -> l.isVisible() && l.getText().contains("colour")));
        assertEquals(few, table.getItemCount());
        bot.screenshot("filter-mistake");
        bot.filter().setText("");
        bot.until("all rows again", () -> table.getItemCount() == all);
    }

    @Test
    void groupsHaveHeadings() {
        bot.run(GROUPING, Map.of(GROUPING + ".id", "cause"));
        bot.until("headings", () -> List.of(table.getItems()).stream().anyMatch(i -> heading(i.getText(0))));
        bot.press(table, SWT.HOME); // the selected reset stays in sight
        assertTrue(heading(table.getItem(0).getText(0)), table.getItem(0).getText(0));
        bot.screenshot("grouped");
        bot.select(table, 0);
        bot.press(table, SWT.ARROW_LEFT);
        bot.until("folded", () -> table.getItem(0).getText(0).startsWith("\u25b8"));
    }

    private static boolean heading(String text) {
        return text.matches("\u25be \\d+ resets?");
    }
}
