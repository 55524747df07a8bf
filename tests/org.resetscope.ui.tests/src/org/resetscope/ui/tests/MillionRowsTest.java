package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Timestamp;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/** The table holds a million resets, and the window answers all the while. */
class MillionRowsTest {

    private static final int ROWS = 1_000_000;
    /** A machine that is busy with other things draws slowly; on an idle one it is below 50, but for the first rows: classes are loaded. */
    private static final long LONGEST_STALL_MILLIS = 600;

    private final Bot bot = new Bot();
    private long longest;

    @AfterEach
    void close() {
        bot.closeAll();
    }

    @Test
    void opensSortsScrollsAndFilters() {
        Analysis one = Session.ENGINE_ANALYZER.analyze(Input.of(Samples.get("refused-twice.pcap")), new NullProgressMonitor(), soFar -> { });
        Analysis million = new Analysis(one.captures(), IntStream.range(0, ROWS).mapToObj(i -> copy(one.resets().get(0), one.captures().get(0).start(), i)).toList(),
                List.of(), false);
        Session.captures().use((file, monitor, soFar) -> million);
        block("a million rows", () -> CaptureOpener.open(List.of(Samples.get("refused-twice.pcap"))),
                () -> bot.count().equals("1\u202f000\u202f000 resets"));
        Table table = bot.resets();
        assertEquals("0.000000", first(table));
        block("the end", () -> bot.type(table, SWT.END), () -> last(table).equals("999.999000"));
        block("the begin", () -> bot.type(table, SWT.HOME), () -> first(table).equals("0.000000"));
        block("scrolled by pages", () -> bot.type(table, SWT.PAGE_DOWN), new BooleanSupplier() {
            private int pages;

            @Override
            public boolean getAsBoolean() {
                bot.type(table, SWT.PAGE_DOWN);
                return ++pages == 100;
            }
        });
        bot.type(table, SWT.HOME);
        block("sorted by time downwards", () -> click(table, "Time"), () -> last(table).equals("0.000000"));
        block("sorted by connection", () -> click(table, "Connection"), () -> first(table).equals("0.000000"));
        block("sorted by connection downwards", () -> click(table, "Connection"), () -> last(table).equals("0.000000"));
        block("filtered", () -> bot.filter().setText("address=10.15.0.0/16"), () -> bot.count().startsWith("16960 of"));
        block("not filtered", () -> bot.filter().setText(""), () -> bot.count().equals("1\u202f000\u202f000 resets"));
        bot.settle(1_000);
        bot.show("org.resetscope.ui.view.resets").setFocus();
        block("all are selected", () -> bot.run("org.eclipse.ui.edit.selectAll", Map.of()), () -> table.getSelectionCount() == table.getItemCount());
        block("grouped by cause", () -> bot.run("org.resetscope.ui.grouping", Map.of("org.resetscope.ui.grouping.id", "cause")),
                () -> table.getItem(0).getText(0).contains("1\u202f000\u202f000 resets"));
        bot.press(table, SWT.HOME);
        block("a group is closed", () -> bot.type(table, SWT.ARROW_LEFT), () -> table.getItemCount() == 1);
        block("a group is open", () -> bot.type(table, SWT.ARROW_RIGHT), () -> table.getItemCount() > 1);
        block("not grouped", () -> bot.run("org.resetscope.ui.grouping", Map.of("org.resetscope.ui.grouping.id", "none")),
                () -> !first(table).contains("reset"));
        assertTrue(longest < LONGEST_STALL_MILLIS, "the window stood still for " + longest + " ms");
    }

    private void block(String until, Runnable done, BooleanSupplier condition) {
        longest = Math.max(longest, bot.longestBlock(until, done, condition));
    }

    private static void click(Table table, String column) {
        Arrays.stream(table.getColumns()).filter(c -> c.getText().equals(column)).findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event());
    }

    private static String first(Table table) {
        return table.getItem(0).getText(0);
    }

    private static String last(Table table) {
        return table.getItem(table.getItemCount() - 1).getText(0);
    }

    private static Reset copy(Reset reset, Timestamp start, int number) {
        Endpoint client = new Endpoint("10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255), 1024 + number % 60_000);
        Timestamp time = new Timestamp(start.nanos() + number * 1_000_000L, 6);
        return new Reset("r" + number, "i" + number, new Flow(client, reset.flow().server(), false, "Sr"),
                List.of(new Reset.Packet(new FrameRef("c1", number), time, "RA", 0, 0)), reset.claimedSender(), reset.form(), reset.phase(),
                null, reset.verdict());
    }
}
