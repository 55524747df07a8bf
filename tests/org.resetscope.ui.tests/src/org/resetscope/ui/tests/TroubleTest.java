package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/** What cannot be read, is damaged or takes too long: told in words, and never in the way of the rest. */
class TroubleTest {

    @TempDir
    Path directory;
    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.closeAll();
    }

    @Test
    void fileThatIsNoCaptureSaysWhy() throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "call the network team\n");
        CaptureOpener.open(List.of(notes, directory.resolve("nowhere.pcap"), Samples.get("forged.pcap")));
        bot.untilRead();
        List<String> rows = Arrays.stream(bot.captures().getItems()).map(i -> i.getText()).toList();
        assertTrue(rows.get(0).startsWith("notes.txt\nis not a packet capture"), rows.get(0));
        assertTrue(rows.get(1).startsWith("nowhere.pcap\n"), rows.get(1));
        assertTrue(rows.get(2).contains("reset"), rows.get(2));
        assertTrue(bot.resets().getItemCount() > 0);
        Table problems = bot.problems();
        assertEquals(2, problems.getItemCount());
        for (String text : bot.column(problems, "Problem")) {
            assertFalse(text.contains("Exception") || text.contains("\tat "), text);
        }
        bot.screenshot("unreadable");
    }

    @Test
    void truncatedCaptureGivesWhatItHolds() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.get("refused-twice.pcap"));
        Path cut = Files.write(directory.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 7));
        CaptureOpener.open(List.of(cut));
        bot.untilRead();
        assertTrue(bot.captures().getItem(0).getText().endsWith("read in part"), bot.captures().getItem(0).getText());
        assertEquals(1, bot.problems().getItemCount());
    }

    @Test
    void readingCanBeStopped() {
        Session.captures().use((file, monitor, soFar) -> {
            monitor.beginTask("endless", 100);
            monitor.worked(34);
            while (!monitor.isCanceled()) {
                Thread.onSpinWait();
            }
            return new Analysis(List.of(), List.of(), List.of(), true);
        });
        CaptureOpener.open(List.of(Samples.get("forged.pcap")));
        bot.until("progress is told", () -> bot.captures().getItemCount() == 1 && bot.captures().getItem(0).getText().endsWith("reading 34 %"));
        bot.screenshot("reading");
        Session.captures().stop(Session.captures().all().get(0));
        bot.untilRead();
        assertEquals(State.STOPPED, Session.captures().all().get(0).progress().state());
        assertEquals("forged.pcap\nstopped at 34 %, no resets", bot.captures().getItem(0).getText());
    }

    @Test
    void failureOfTheEngineIsNoStackTrace() {
        Session.captures().use((file, monitor, soFar) -> {
            throw new IllegalStateException("broken for a test");
        });
        CaptureOpener.open(List.of(Samples.get("forged.pcap")));
        bot.untilRead();
        assertEquals(State.FAILED, Session.captures().all().get(0).progress().state());
        assertTrue(bot.column(bot.problems(), "Problem").get(0).startsWith("ResetScope itself failed"));
    }
}
