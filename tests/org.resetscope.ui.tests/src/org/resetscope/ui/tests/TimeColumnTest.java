package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;

/** The times of a capture of any length can be read. */
class TimeColumnTest {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final Bot bot = new Bot();
    private final int usual = bot.resets().getColumn(0).getWidth();

    @AfterEach
    void close() {
        bot.resets().getColumn(0).setWidth(usual);
        bot.closeAll();
    }

    @Test
    void hasRoomForTheTimesOfALongCaptureAndNoMore(@TempDir Path directory) throws IOException {
        bot.size(1400, 900);
        TableColumn time = bot.resets().getColumn(0);
        CaptureOpener.open(List.of(Samples.get("forged.pcap")));
        bot.untilRead();
        assertEquals(usual, time.getWidth());
        bot.closeAll();
        CaptureOpener.open(List.of(later(directory.resolve("late.pcap"), 123_456)));
        bot.untilRead();
        assertTrue(bot.column(bot.resets(), "Time").stream().anyMatch(text -> text.startsWith("123456.")), "a reset of the second day");
        assertWide(bot.resets());
        bot.screenshot("time-long");
        time.setWidth(usual + 1);
        bot.closeAll();
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        bot.untilRead();
        assertEquals(usual + 1, time.getWidth(), "as the user wants it");
    }

    private static void assertWide(Table table) {
        GC gc = new GC(table);
        try {
            for (int row = 0; row < table.getItemCount(); row++) {
                String text = table.getItem(row).getText(0);
                assertTrue(gc.textExtent(text).x < table.getColumn(0).getWidth(), text);
            }
        } finally {
            gc.dispose();
        }
    }

    /** A sample of which all but the first packet came later. */
    private static Path later(Path file, int seconds) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Samples.get("forged.pcap"))).order(ByteOrder.LITTLE_ENDIAN);
        int at = FILE_HEADER + RECORD_HEADER + bytes.getInt(FILE_HEADER + 8);
        while (at < bytes.limit()) {
            bytes.putInt(at, bytes.getInt(at) + seconds);
            at += RECORD_HEADER + bytes.getInt(at + 8);
        }
        return Files.write(file, bytes.array());
    }
}
