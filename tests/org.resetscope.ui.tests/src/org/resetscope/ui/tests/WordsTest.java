package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Timestamp;
import org.resetscope.ui.internal.app.CommandLine;
import org.resetscope.ui.internal.words.TimeFormat;
import org.resetscope.ui.internal.words.Words;

/** Small things that need no window. */
class WordsTest {

    @Test
    void timesKeepThePrecisionOfTheCapture() {
        Timestamp start = new Timestamp(1_000_000_000_000L, 6);
        Timestamp time = new Timestamp(1_000_000_012_345_000L, 6);
        assertEquals("999000.012345", TimeFormat.RELATIVE.format(time, start).substring(0, 13));
        assertEquals("1970-01-12 13:46:40.012345Z", TimeFormat.UTC.format(time, start));
    }

    @Test
    void nothingIsCertain() {
        assertEquals(">\u00a099\u00a0%", Words.percent(0.999));
        assertEquals("<\u00a01\u00a0%", Words.percent(0.001));
        assertEquals("almost certain", Words.certainty(0.97));
    }

    @Test
    void argumentsAreFilesOfTheUsersDirectory() {
        assertEquals(List.of(Path.of("a b.pcap").toAbsolutePath()), CommandLine.files(new String[] {"-other", "+a b.pcap"}));
    }
}
