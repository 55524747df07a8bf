package org.resetscope.routers.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values computed from a time-out. */
class TimingTest {

    @ParameterizedTest
    @CsvSource({ "2, 1, 1", "5, 2, 1", "30, 15, 3", "60, 30, 7", "180, 90, 22", "181.5, 90, 22", "350, 150, 37", "900, 450, 75", "3600, 1800, 75",
            "432000, 7200, 75" })
    void theFirstProbeComesAtHalfTheTimeOrABitEarlier(double limit, long keepalive, long interval) {
        Timing t = Timing.within(limit, limit);
        assertEquals(keepalive, t.keepalive());
        assertEquals(interval, t.interval());
    }

    @ParameterizedTest
    @ValueSource(doubles = { 2, 2.1, 3, 3.9, 4, 5, 7, 11, 20, 40, 59.9, 119, 120, 121, 181.5, 240, 299, 350, 600, 899, 7200, 86_400, 1e7 })
    void aProbeComesInTimeWhateverTheLimit(double limit) {
        Timing t = Timing.within(limit, limit);
        assertTrue(t.keepalive() >= 1 && t.keepalive() < limit, t.toString());
        assertTrue(t.interval() >= 1 && t.probes() >= 1, t.toString());
        int spare = t.spare(limit);
        assertTrue(spare >= 0 && t.keepalive() + spare * t.interval() < limit, spare + " of " + t);
        if (limit >= 8) {
            assertTrue(spare >= 2, "two may get lost: " + spare + " of " + t);
        }
    }

    @Test
    void theDeviceKeepsWhatTheStandardAsksAndTwiceTheLongestSilence() {
        assertEquals(7440, Timing.within(100, 100).timeout());
        assertEquals(7440, Timing.within(100, 3720).timeout());
        assertEquals(20_040, Timing.within(100, 10_000.5).timeout());
    }
}
