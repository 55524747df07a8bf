package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Logs that are joined to a capture stand in its explanation and its diagram. */
class JoinLogsTest {

    private final Bot bot = new Bot();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        bot.show("org.resetscope.ui.view.packet");
        bot.closeAll();
    }

    @Test
    void linesOfLogsAreShown() throws IOException {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap")));
        bot.untilRead();
        OpenCapture capture = Session.captures().all().get(0);
        Reset reset = capture.analysis().resets().get(0);
        Instant at = Instant.ofEpochSecond(0, reset.packets().get(0).time().nanos());
        Path log = Files.writeString(directory.resolve("app.log"), at.plusMillis(12) + " web app: peer " + reset.flow().client()
                + ": Connection reset by peer\n");
        Session.captures().join(capture, List.of(log));
        bot.until("the log is joined", () -> !capture.resets().isEmpty() && !capture.analysis().resets().get(0).log().isEmpty());
        bot.untilRead();
        bot.resets().setSelection(0);
        bot.until("the explanation tells it", () -> bot.says("app.log, line 1, 12.0 ms after the reset"));
        bot.show("org.resetscope.ui.view.diagram");
        bot.until("the ladder is drawn", () -> Job.getJobManager().isIdle());
        bot.settle(500);
        bot.screenshot("diagram-log");
        assertEquals(List.of(log), capture.input().logs());
        bot.show("org.resetscope.ui.view.captures");
        bot.select(bot.captures(), 0);
        bot.dialog("org.resetscope.ui.joinLogs", "Join Logs", dialog -> {
            org.eclipse.swt.widgets.List files = bot.all(dialog, org.eclipse.swt.widgets.List.class).get(0);
            assertEquals(List.of(log.toString()), List.of(files.getItems()));
            files.select(0);
            files.notifyListeners(SWT.Selection, new Event());
            bot.push(dialog, "&Remove");
            bot.screenshot("logs-dialog");
            bot.push(dialog, "OK");
        });
        bot.untilRead();
        assertEquals(List.of(), capture.input().logs());
        assertEquals(List.of(), capture.analysis().resets().get(0).log());
    }
}
