package org.resetscope.core.tests.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.device.Confidence;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Timer;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Sender;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Subject.Scope;
import org.resetscope.core.pattern.TimeoutBounds;

/** Several connections that were forgotten narrow the time-out. */
class TimeoutBoundsTest {

    private static DeviceProfile device(String id, long seconds) {
        return new DeviceProfile(id, "Acme", id, List.of(new DeviceSetting("idle", Long.toString(seconds), List.of(seconds), Timer.ESTABLISHED,
                Expiry.FORGETS, null, null, "a manual", Confidence.HIGH)));
    }

    private static Resets forgotten() {
        return new Resets().cause(Causes.DEVICE_STATE_EXPIRED, Sender.INTERMEDIARY, Sender.SERVER);
    }

    private static List<TimeoutBounds> of(Resets resets, DeviceProfile... devices) {
        return Patterns.of(resets.list(), () -> IdleTimeouts.of(List.of(devices))).timeouts();
    }

    @Test
    void failuresBoundItFromAboveAndSurvivalsFromBelow() {
        TimeoutBounds b = of(forgotten().after(500, false).at(1).survived(280).after(2000, false).at(20).survived(0.1).after(310, false).at(300)).get(0);
        assertEquals(280, b.longerNanos() / 1e9);
        assertEquals(310, b.mostNanos() / 1e9);
        assertEquals(3, b.incidents());
        assertTrue(b.length());
        assertEquals(295, b.middleNanos() / 1e9);
    }

    @Test
    void theOnlyKnownOneInBetweenIsNamed() {
        Resets resets = forgotten().after(500, false).at(1).survived(280).after(310, false).at(20);
        assertEquals(300, of(resets, device("a", 300), device("b", 600), device("c", 240)).get(0).timeout().seconds());
        assertNull(of(resets, device("a", 300), device("b", 290)).get(0).timeout());
    }

    @Test
    void withoutSurvivalsItIsBoundFromAboveOnly() {
        TimeoutBounds b = of(forgotten().survived(0.2).after(500, false).at(1).after(310, false).at(20), device("a", 300)).get(0);
        assertEquals(0, b.longerNanos());
        assertEquals(310, b.mostNanos() / 1e9);
        assertFalse(b.length());
        assertNull(b.timeout(), "anything shorter may be it as well");
    }

    @Test
    void whatContradictsItselfAtOneDeviceIsToldOfEachService() {
        Resets resets = forgotten().between("10.0.0.1", "10.0.0.2", 443).survived(280).after(500, false).at(1, 100)
                .between("10.0.0.1", "10.0.0.3", 443).survived(2).after(60, false).at(2, 200);
        List<TimeoutBounds> bounds = of(resets);
        assertEquals(List.of(Scope.SERVICE, Scope.SERVICE), bounds.stream().map(b -> b.subject().scope()).toList());
        assertEquals(List.of(500e9, 60e9), bounds.stream().map(b -> (double) b.mostNanos()).toList());
    }

    @Test
    void oneConnectionOrOtherCausesTellNothing() {
        assertEquals(List.of(), of(forgotten().after(500, false).at(1)));
        assertEquals(List.of(), of(forgotten().incident("i").after(500, false).at(1, 2)));
        assertEquals(List.of(), of(new Resets().after(500, false).at(1, 100)));
        assertEquals(List.of(), of(forgotten().after(500, true).at(1, 100)));
    }
}
