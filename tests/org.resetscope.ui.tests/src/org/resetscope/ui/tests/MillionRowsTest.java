package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
    private static final long LONGEST_STALL_MILLIS = 1_500;

    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.closeAll();
    }

    @Test
    void opensAndSorts() {
        Analysis one = Session.ENGINE_ANALYZER.analyze(Input.of(Samples.get("refused-twice.pcap")), new NullProgressMonitor(), soFar -> { });
        Analysis million = new Analysis(one.captures(), IntStream.range(0, ROWS).mapToObj(i -> copy(one.resets().get(0), one.captures().get(0).start(), i)).toList(),
                List.of(), false);
        Session.captures().use((file, monitor, soFar) -> million);
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        long stall = bot.longestBlock("a million rows", () -> bot.count().equals("1\u202f000\u202f000 resets"));
        assertTrue(stall < LONGEST_STALL_MILLIS, "showing stood still for " + stall + " ms");
        Table table = bot.resets();
        assertEquals("0.000000", table.getItem(0).getText(0));
        bot.press(table, SWT.END);
        assertEquals("999.999000", table.getItem(table.getItemCount() - 1).getText(0));
        bot.press(table, SWT.HOME);
        assertEquals("0.000000", table.getItem(0).getText(0));
        table.getColumn(0).notifyListeners(SWT.Selection, new Event());
        stall = bot.longestBlock("sorted", () -> table.getItem(table.getItemCount() - 1).getText(0).equals("0.000000"));
        assertTrue(stall < LONGEST_STALL_MILLIS, "sorting stood still for " + stall + " ms");
    }

    private static Reset copy(Reset reset, Timestamp start, int number) {
        Endpoint client = new Endpoint("10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255), 1024 + number % 60_000);
        Timestamp time = new Timestamp(start.nanos() + number * 1_000_000L, 6);
        return new Reset("r" + number, "i" + number, new Flow(client, reset.flow().server(), false, "Sr"),
                List.of(new Reset.Packet(new FrameRef("c1", number), time, "RA", 0, 0)), reset.claimedSender(), reset.form(), reset.phase(),
                null, reset.verdict());
    }
}
