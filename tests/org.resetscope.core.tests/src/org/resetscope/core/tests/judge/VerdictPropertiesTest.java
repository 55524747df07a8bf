package org.resetscope.core.tests.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** What holds of every verdict, whatever the traffic. */
class VerdictPropertiesTest {

    private static final int CAPTURES = 60;

    /** Flows of random events, most of them such as no sane host would send. */
    private static CaptureBuilder random(long seed, boolean clientIsLow) {
        Random random = new Random(seed);
        CaptureBuilder capture = CaptureBuilder.pcap();
        String low = random.nextBoolean() ? "10.0.0.1" : "[2001:db8::1]";
        String high = low.startsWith("[") ? "[2001:db8::2]" : "10.0.0.2";
        FlowBuilder[] flows = new FlowBuilder[3];
        for (int i = 0; i < flows.length; i++) {
            flows[i] = capture.flow((clientIsLow ? low : high) + ":" + (40_000 + i), (clientIsLow ? high : low) + ":80")
                    .isn(random.nextInt(), random.nextInt()).ttl(64, 50 + random.nextInt(15));
            if (random.nextInt(4) > 0) {
                flows[i].handshake();
            }
        }
        for (int i = 0; i < 60; i++) {
            FlowBuilder flow = flows[random.nextInt(flows.length)];
            flow.afterMicros(random.nextInt(4) == 0 ? random.nextInt(3_000_000) : random.nextInt(20_000));
            int ttl = 40 + random.nextInt(40);
            int off = random.nextInt(20_000) - 10_000;
            boolean strange = random.nextInt(5) == 0;
            if (strange) {
                flow.with(p -> p.ttl(ttl));
            }
            switch (random.nextInt(18)) {
                case 0 -> flow.syn();
                case 1 -> flow.synAck();
                case 2, 3 -> flow.client(1 + random.nextInt(1400));
                case 4, 5 -> flow.server(1 + random.nextInt(1400));
                case 6 -> flow.clientAck();
                case 7 -> flow.serverAck();
                case 8 -> flow.clientFin();
                case 9 -> flow.serverFin();
                case 10 -> flow.clientAbort();
                case 11 -> flow.serverAbort();
                case 12 -> flow.clientRst();
                case 13 -> flow.serverRst();
                case 14 -> flow.serverRefuses();
                case 15 -> flow.forgeServer(p -> p.flags("RA").seq(p.seq() + off).noOptions());
                case 16 -> flow.forgeClient(p -> p.flags("R").seq(p.seq() + off).window(0));
                default -> flow.clientLost(random.nextInt(2000)).serverKeepAlive();
            }
        }
        return capture;
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void probabilitiesAreProbabilitiesAndEvidenceCanBeLookedUp(long series) {
        int resets = 0;
        for (long seed = series * 1000; seed < series * 1000 + CAPTURES; seed++) {
            Analysed analysed = Analysed.of(random(seed, true));
            long frames = analysed.analysis().captures().get(0).packets();
            for (Reset reset : analysed.resets()) {
                check(reset, frames);
                resets++;
            }
        }
        assertTrue(resets > 10 * CAPTURES, "resets examined: " + resets);
    }

    private static void check(Reset reset, long frames) {
        Verdict verdict = reset.verdict();
        assertEquals(1, verdict.senderProbability().values().stream().mapToDouble(p -> p).sum(), 1e-9);
        verdict.senderProbability().values().forEach(VerdictPropertiesTest::probability);
        assertEquals(0, verdict.senderProbability().get(reset.claimedSender() == Sender.CLIENT ? Sender.SERVER : Sender.CLIENT));
        probability(verdict.causeProbability());
        double before = 1;
        for (Verdict.Alternative alternative : verdict.alternatives()) {
            probability(alternative.probability());
            assertTrue(alternative.probability() <= before);
            before = alternative.probability();
            assertFalse(alternative.cause().equals(verdict.cause()));
        }
        assertEquals(Causes.of(verdict.cause()).id(), verdict.cause());
        for (Evidence evidence : verdict.evidence()) {
            assertFalse(evidence.text().isBlank());
            evidence.frames().forEach(f -> exists(f, frames));
        }
        reset.packets().forEach(p -> exists(p.frame(), frames));
        if (reset.trigger() != null) {
            exists(reset.trigger(), frames);
            assertTrue(reset.trigger().frame() < reset.packets().get(0).frame().frame());
        }
        assertFalse(verdict.summary().isBlank());
        assertFalse((verdict.summary() + verdict.explanation() + verdict.remedy() + verdict.nextCapture()).contains("{"), verdict.toString());
    }

    private static void probability(double p) {
        assertTrue(p >= 0 && p <= 1, "probability " + p);
    }

    private static void exists(FrameRef frame, long frames) {
        assertEquals("c1", frame.capture());
        assertTrue(frame.frame() >= 1 && frame.frame() <= frames, "frame " + frame.frame() + " of " + frames);
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5 })
    void whichAddressIsTheLowerOneDoesNotMatter(long series) {
        for (long seed = series * 1000; seed < series * 1000 + CAPTURES; seed++) {
            Analysed one = Analysed.of(random(seed, true));
            Analysed other = Analysed.of(random(seed, false));

            assertEquals(one.lines(), other.lines(), "seed " + seed);
            for (int i = 0; i < one.resets().size(); i++) {
                assertEquals(one.resets().get(i).flow().history(), other.resets().get(i).flow().history());
                assertEquals(one.resets().get(i).verdict().senderProbability(), other.resets().get(i).verdict().senderProbability());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 6 })
    void theSameCaptureIsAlwaysJudgedTheSame(long series) {
        for (long seed = series * 1000; seed < series * 1000 + CAPTURES / 6; seed++) {
            assertEquals(Analysed.of(random(seed, true)).analysis().resets(), Analysed.of(random(seed, true)).analysis().resets());
        }
    }
}
