package org.resetscope.core.tests.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Periodicity;
import org.resetscope.core.pattern.Subject.Scope;

/** Steady periods of resets: found where there is one, and nowhere else. */
class PeriodsTest {

    private static double seconds(Periodicity p) {
        return p.nanos() / 1e9;
    }

    private static Periodicity only(Patterns patterns) {
        assertEquals(1, patterns.periods().size(), () -> patterns.periods().toString());
        return patterns.periods().get(0);
    }

    private static double[] steady(double period, int events) {
        return IntStream.range(0, events).mapToDouble(i -> i * period).toArray();
    }

    /** Each counts from the one before, as where a connection is made anew after each reset. */
    private static double[] drifting(Random random, double period, double jitter, int events) {
        double at = 0;
        double[] times = new double[events];
        for (int i = 0; i < events; i++) {
            times[i] = at;
            at += period * (1 + jitter * random.nextGaussian());
        }
        return times;
    }

    private static double[] lossy(Random random, double[] times, double loss) {
        return IntStream.range(0, times.length).filter(i -> random.nextDouble() >= loss).mapToDouble(i -> times[i]).toArray();
    }

    private static double[] poisson(Random random, double span, int events) {
        return random.doubles(events, 0, span).sorted().toArray();
    }

    @Test
    void aSteadyPeriodIsFoundWithItsExtent() {
        Periodicity p = only(new Resets().at(steady(300, 12)).patterns());
        assertEquals(300, seconds(p), 0.001);
        assertEquals(0, p.spreadNanos(), 1000);
        assertEquals(12, p.events());
        assertEquals(12, p.resets());
        assertEquals(0, p.missing());
        assertEquals(Scope.PAIR, p.subject().scope());
        assertEquals(3300, (p.last().nanos() - p.first().nanos()) / 1e9, 0.001);
    }

    @Test
    void fourEventsAreTooFewAndFiveSteadyOnesEnough() {
        assertEquals(List.of(), new Resets().at(steady(300, 4)).patterns().periods());
        assertEquals(300, seconds(only(new Resets().at(steady(300, 5)).patterns())), 0.001);
    }

    @ParameterizedTest
    @CsvSource({ "0.001,0,12", "0.001,0.3,20", "0.01,0.1,30", "0.01,0.3,60", "0.03,0,40", "0.03,0.15,80" })
    void jitterAndLossDoNotHideIt(double jitter, double loss, int events) {
        Random random = new Random(1);
        List<String> wrong = new ArrayList<>();
        for (int run = 0; run < 100; run++) {
            double period = 5 + 1000 * random.nextDouble();
            double[] times = lossy(random, drifting(random, period, jitter, events), loss);
            List<Periodicity> found = new Resets().at(times).patterns().periods();
            if (found.isEmpty() || Math.abs(seconds(found.get(0)) / period - 1) > 0.01 + jitter) {
                wrong.add("period " + period + ", found " + found + " in " + Arrays.toString(times));
            }
        }
        assertTrue(wrong.size() <= 3, () -> wrong.size() + " of 100: " + wrong);
    }

    @Test
    void itsSpreadIsTold() {
        Periodicity p = only(new Resets().at(drifting(new Random(2), 60, 0.01, 200)).patterns());
        assertEquals(0.6, p.spreadNanos() / 1e9, 0.25);
    }

    @Test
    void aBurstIsOneEvent() {
        Random random = new Random(3);
        Resets resets = new Resets();
        for (double at : steady(120, 10)) {
            for (int i = 0; i < 20; i++) {
                resets.at(at + random.nextDouble());
            }
        }
        Periodicity p = only(resets.patterns());
        assertEquals(120, seconds(p), 1);
        assertEquals(10, p.events());
        assertEquals(200, p.resets());
    }

    @Test
    void unrelatedResetsInBetweenDoNotHideIt() {
        Random random = new Random(4);
        Periodicity p = only(new Resets().at(drifting(random, 300, 0.001, 40)).at(poisson(random, 12_000, 60)).patterns());
        assertEquals(300, seconds(p), 1);
    }

    @Test
    void itIsFoundAmongManyFlows() {
        Random random = new Random(5);
        Resets resets = new Resets();
        for (int host = 0; host < 200; host++) {
            resets.between("10.1.0." + host, "10.0.0." + host % 7, 443).at(poisson(random, 6000, 20));
        }
        resets.between("10.2.0.1", "10.0.0.3", 443).at(drifting(random, 350, 0.002, 17));
        Periodicity p = only(resets.patterns());
        assertEquals(350, seconds(p), 2);
        assertEquals("10.2.0.1", p.subject().client());
    }

    /** A client that comes to another server each time. */
    @Test
    void aPeriodOverManyPairsIsTheClients() {
        Resets resets = new Resets();
        for (int i = 0; i < 20; i++) {
            resets.between("10.0.0.1", "10.9.0." + i, 80 + i).at(i * 60);
        }
        Periodicity p = only(resets.patterns());
        assertEquals(Scope.CLIENT, p.subject().scope());
        assertEquals(60, seconds(p), 0.01);
    }

    @Test
    void aPeriodIsToldOnceForAllScopes() {
        Resets resets = new Resets();
        for (int i = 0; i < 5; i++) {
            resets.between("10.0.0." + (10 + i), "10.0.0.2", 443);
            for (double at : steady(300, 15)) {
                resets.at(37 * i + at);
            }
        }
        List<Periodicity> periods = resets.patterns().periods();
        assertEquals(5, periods.size(), periods::toString);
        periods.forEach(p -> assertEquals(Scope.PAIR, p.subject().scope()));
    }

    @Test
    void theSilenceBeforeThemIsTold() {
        Periodicity p = only(new Resets().after(300, true).at(steady(301, 12)).patterns());
        assertEquals(300_000_000_000L, p.idleNanos());
        assertEquals(null, only(new Resets().at(steady(301, 12)).patterns()).idleNanos());
    }

    /** Of random series at most a thousandth may seem steady; there are a thousand of each kind. */
    @ParameterizedTest
    @ValueSource(strings = { "poisson", "flocks", "log-normal", "day and night", "whole seconds", "gamma", "uniform gaps" })
    void chanceHasNoPeriod(String kind) {
        Random random = new Random(kind.hashCode());
        int found = 0;
        StringBuilder which = new StringBuilder();
        for (int run = 0; run < 1000; run++) {
            int events = 5 + random.nextInt(run % 10 == 0 ? 400 : 60);
            double[] times = random(random, kind, events);
            List<Periodicity> periods = new Resets().digits(kind.equals("whole seconds") ? 0 : 6).at(times).patterns().periods();
            found += periods.isEmpty() ? 0 : 1;
            which.append(periods.isEmpty() ? "" : "\n" + periods);
        }
        assertTrue(found <= 2, found + " of 1000" + which);
    }

    private static double[] random(Random random, String kind, int events) {
        return switch (kind) {
            case "poisson" -> poisson(random, 3600, events);
            case "flocks" -> random.doubles(events).map(x -> 1000 * (int) (x * 6) + Math.abs(random.nextGaussian()) * 60).sorted().toArray();
            case "log-normal" -> walk(random, events, r -> Math.exp(2 + 1.5 * r.nextGaussian()));
            case "day and night" -> random.doubles(events).map(x -> 86_400 * (int) (x * 5) + random.nextDouble() * 28_800).sorted().toArray();
            case "whole seconds" -> poisson(random, 600, events);
            // the mean of four exponentials: gaps of one size, more or less
            case "gamma" -> walk(random, events, r -> -15 * Math.log(r.nextDouble() * r.nextDouble() * r.nextDouble() * r.nextDouble()));
            case "uniform gaps" -> walk(random, events, r -> 30 + 60 * r.nextDouble());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static double[] walk(Random random, int events, ToDoubleFunction<Random> gap) {
        double at = 0;
        double[] times = new double[events];
        for (int i = 0; i < events; i++) {
            times[i] = at;
            at += gap.applyAsDouble(random);
        }
        return times;
    }

    @Test
    void aFloodTakesLittleTime() {
        Random random = new Random(6);
        Resets resets = new Resets();
        for (int i = 0; i < 200; i++) {
            resets.between("10.3.0." + i, "10.0.0.2", 443).at(poisson(random, 100_000, 500));
        }
        List<Periodicity> periods = assertTimeoutPreemptively(Duration.ofSeconds(60),
                () -> resets.patterns().periods());
        assertEquals(List.of(), periods);
    }
}
