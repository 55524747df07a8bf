package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/**
 * Rows appear while a large capture is read, and the window answers all the while. The capture that the environment variable
 * RESETSCOPE_LARGE_CAPTURE names is taken in place of one made here.
 */
class LoadingTest {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int COPIES = 12_000;
    /** A machine that is busy with other things draws slowly; on an idle one it is below 50. */
    private static final long LONGEST_BLOCK_MILLIS = 1_000;

    @TempDir
    Path directory;

    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.closeAll();
    }

    @Test
    void rowsAppearWhileTheWindowAnswers() throws IOException {
        bot.size(1400, 900);
        String named = System.getenv("RESETSCOPE_LARGE_CAPTURE");
        Path large = named == null ? repeated(Samples.get("refused-twice.pcap")) : Path.of(named);
        CaptureOpener.open(List.of(large));
        OpenCapture capture = Session.captures().all().get(0);
        long first = bot.longestBlock("the first rows are shown", () -> bot.resets().isVisible() && bot.resets().getItemCount() > 1
                || capture.progress().state().ended());
        assertEquals(State.READING, capture.progress().state(), "rows came at the end only");
        bot.select(bot.resets(), 1);
        OpenReset chosen = bot.selected();
        bot.screenshot("loading");
        long rest = bot.longestBlock("all is read", () -> capture.progress().state().ended());
        bot.untilRead();
        assertEquals(chosen, bot.selected(), "the selection moved while more rows came");
        bot.press(bot.resets(), SWT.END);
        assertTrue(Math.max(first, rest) < LONGEST_BLOCK_MILLIS, first + " ms until the first rows, " + rest + " ms then");
    }

    /** The packets of a capture again and again, an hour apart. */
    private Path repeated(Path sample) throws IOException {
        byte[] bytes = Files.readAllBytes(sample);
        ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Path file = directory.resolve("large.pcap");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes, 0, FILE_HEADER);
            for (int copy = 0; copy < COPIES; copy++) {
                out.write(bytes, FILE_HEADER, bytes.length - FILE_HEADER);
                for (int at = FILE_HEADER; at < bytes.length; at += RECORD_HEADER + records.getInt(at + 8)) {
                    records.putInt(at, records.getInt(at) + 3600);
                }
            }
        }
        return file;
    }
}
