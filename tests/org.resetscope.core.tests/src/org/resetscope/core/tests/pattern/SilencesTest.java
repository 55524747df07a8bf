package org.resetscope.core.tests.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.device.Confidence;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Timer;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.SameSilence;
import org.resetscope.core.pattern.Subject.Scope;

/** Silences of one length before many resets. */
class SilencesTest {

    private static DeviceSetting setting(long seconds, Timer timer, Expiry expiry) {
        return new DeviceSetting("idle", Long.toString(seconds), List.of(seconds), timer, expiry, null, null, "a manual", Confidence.HIGH);
    }

    private static final IdleTimeouts KNOWN = IdleTimeouts.of(List.of(
            new DeviceProfile("a", "Acme", "balancer", List.of(setting(350, Timer.ESTABLISHED, Expiry.CLOSES))),
            new DeviceProfile("b", "Acme", "translator", List.of(setting(300, Timer.ESTABLISHED, Expiry.FORGETS))),
            new DeviceProfile("c", "Acme", "host", List.of(setting(7200, Timer.KEEPALIVE, Expiry.UNKNOWN)))));

    private static SameSilence only(Resets resets) {
        List<SameSilence> silences = Patterns.of(resets.list(), () -> KNOWN).silences();
        assertEquals(1, silences.size(), silences::toString);
        return silences.get(0);
    }

    /** Resets at any time, each after a silence of its own. */
    private static Resets with(Resets resets, Random random, int count, boolean bySender, DoubleSupplier silence) {
        for (int i = 0; i < count; i++) {
            resets.after(silence.getAsDouble(), bySender).at(random.nextDouble() * 86_400);
        }
        return resets;
    }

    @Test
    void oneLengthPointsToATimerAtWhateverTimes() {
        Random random = new Random(1);
        Resets resets = with(new Resets(), random, 12, true, () -> 350 + random.nextDouble());
        SameSilence s = only(resets);
        assertEquals(350.5, s.nanos() / 1e9, 0.5);
        assertEquals(12, s.incidents());
        assertEquals(12, s.of());
        assertTrue(s.endedBySender());
        assertEquals(350, s.timeout().seconds());
        assertEquals(List.of(), resets.patterns().periods());
    }

    @Test
    void itStandsOutAmongOthers() {
        Random random = new Random(2);
        Resets resets = with(new Resets(), random, 15, true, () -> 350 + random.nextDouble());
        with(resets, random, 100, true, () -> Math.exp(1 + 7 * random.nextDouble()));
        SameSilence s = only(resets);
        assertEquals(350, s.nanos() / 1e9, 1.5);
        assertTrue(s.incidents() >= 15 && s.incidents() <= 18, s::toString);
        assertEquals(115, s.of());
    }

    @Test
    void itIsFoundAtTheServiceThatHasIt() {
        Random random = new Random(3);
        Resets resets = new Resets();
        for (int i = 0; i < 50; i++) {
            resets.between("10.0.0.1", "10.0.1." + i, 80);
            with(resets, random, 20, true, () -> Math.exp(4 + 4 * random.nextDouble()));
        }
        resets.between("10.0.0.1", "10.0.2.1", 443);
        with(resets, random, 8, true, () -> 350.2);
        SameSilence s = only(resets);
        assertEquals(Scope.SERVICE, s.subject().scope());
        assertEquals("10.0.2.1", s.subject().server().address());
        assertEquals(8, s.incidents());
    }

    @Test
    void whatTheOtherSideEndsBoundsTheTimerFromAbove() {
        SameSilence s = only(new Resets().after(310, false).at(1, 700, 1502, 4000, 4777));
        assertEquals(300, s.timeout().seconds());
        assertNull(s.keepalive());
        SameSilence keepalive = only(new Resets().after(7200.1, false).at(1, 700, 1502, 4000, 4777));
        assertEquals(7200, keepalive.keepalive().seconds());
        assertNull(keepalive.timeout());
    }

    /** A burst of resets in one connection is one silence. */
    @Test
    void anIncidentCountsOnce() {
        Resets resets = new Resets().incident("i1").after(350.1, true).at(1, 2, 3, 4, 5, 6, 7, 8);
        assertEquals(List.of(), resets.patterns().silences());
    }

    @Test
    void twoAlikeAreTooFew() {
        assertEquals(List.of(), new Resets().after(350, true).at(1, 5000).patterns().silences());
    }

    @ParameterizedTest
    @ValueSource(strings = { "exponential", "log-uniform", "log-normal", "narrow" })
    void chanceHasNoTimer(String kind) {
        Random random = new Random(kind.hashCode());
        int found = 0;
        StringBuilder which = new StringBuilder();
        for (int run = 0; run < 1000; run++) {
            Resets resets = with(new Resets(), random, 3 + random.nextInt(100), run % 2 == 0, () -> switch (kind) {
                case "exponential" -> -200 * Math.log(random.nextDouble());
                case "log-uniform" -> Math.exp(8 * random.nextDouble());
                case "log-normal" -> Math.exp(5 + 0.5 * random.nextGaussian());
                case "narrow" -> 100 + 100 * random.nextDouble();
                default -> throw new IllegalArgumentException(kind);
            });
            List<SameSilence> silences = resets.patterns().silences();
            found += silences.isEmpty() ? 0 : 1;
            which.append(silences.isEmpty() ? "" : "\n" + silences);
        }
        assertTrue(found <= 2, found + " of 1000" + which);
    }
}
