package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.resetscope.core.internal.capture.StandardInput;

/** A pipe that the user ends. */
@Timeout(20)
class StandardInputTest {

    private static CompletableFuture<byte[]> all(StandardInput in) {
        return CompletableFuture.supplyAsync(() -> {
            try (in) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void whatTheWriterStillHoldsComesBeforeTheEnd() throws Exception {
        Pipe pipe = Pipe.open();
        CompletableFuture<byte[]> read = all(new StandardInput(pipe.source()));
        pipe.sink().write(ByteBuffer.wrap(new byte[] { 1, 2 }));
        assertTrue(StandardInput.end());
        pipe.sink().write(ByteBuffer.wrap(new byte[] { 3 }));
        pipe.sink().close();
        assertArrayEquals(new byte[] { 1, 2, 3 }, read.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aWriterThatGoesOnIsLeft() throws Exception {
        Pipe pipe = Pipe.open();
        CompletableFuture<byte[]> read = all(new StandardInput(pipe.source()));
        pipe.sink().write(ByteBuffer.wrap(new byte[] { 1, 2 }));
        assertTrue(StandardInput.end());
        assertFalse(StandardInput.end(), "the second time is meant otherwise");
        assertEquals(2, read.get(10, TimeUnit.SECONDS).length);
        pipe.sink().close();
    }

    @Test
    void whatHasEndedCannotBeEnded() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.sink().close();
        assertEquals(0, all(new StandardInput(pipe.source())).get(10, TimeUnit.SECONDS).length);
        assertFalse(StandardInput.end());
    }
}
