package org.resetscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.resetscope.calibration.Observed.TABLE;
import static org.resetscope.calibration.Observed.learned;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;

class LearnerTest {

    private static List<Observation> rejections(int differs, int same) {
        List<Observation> all = new ArrayList<>(Collections.nCopies(differs,
                Observed.of("reject", Causes.REJECT, Sender.INTERMEDIARY, "ttl.differs", "form.syn")));
        all.addAll(Collections.nCopies(same, Observed.of("refused", Causes.REFUSED, Sender.SERVER, "ttl.same", "form.syn")));
        return all;
    }

    private static List<Weight> learn(List<Observation> observations) {
        return new Learner(TABLE, 4, observations).learn(observations);
    }

    @Test
    void whatTheLabelsConfirmGetsStronger() {
        List<Weight> table = learn(rejections(40, 40));
        assertTrue(learned(table, "ttl.differs", Evidence.INTERMEDIARY) > 9, table::toString);
        assertTrue(learned(table, "ttl.same", Evidence.CLAIMED) > 6, table::toString);
    }

    @Test
    void whatWasSeenOnceStaysNearWhatIsStated() {
        assertEquals(6, learned(learn(rejections(1, 0)), "ttl.differs", Evidence.INTERMEDIARY), 2);
    }

    @Test
    void whatTheLabelsContradictFallsToNothingButDoesNotTurnRound() {
        List<Observation> deceived = Collections.nCopies(200, Observed.of("refused", Causes.REFUSED, Sender.SERVER, "ttl.differs", "form.syn"));
        assertEquals(0, learned(learn(deceived), "ttl.differs", Evidence.INTERMEDIARY));
    }

    @Test
    void whatWasNeverSeenAndWhatIsImpossibleStandAsStated() {
        List<Weight> table = learn(Collections.nCopies(50, Observed.of("odd", Causes.REFUSED, Sender.SERVER, "form.abort")));
        assertEquals(-40, learned(table, "form.abort", Causes.REFUSED));
        assertEquals(6, learned(table, "ttl.same", Evidence.CLAIMED));
        assertTrue(table.stream().noneMatch(w -> w.signal().equals(Weight.PRIOR) && w.decibans() != w.stated()), table::toString);
    }

    @Test
    void countsTellOnWhatAWeightStands() {
        List<Observation> observations = rejections(3, 0);
        observations.add(Observed.of("scan", Causes.REFUSED, Sender.SERVER, "ttl.differs"));
        Weight weight = learn(observations).stream().filter(w -> w.signal().equals("ttl.differs")).findFirst().orElseThrow();
        assertEquals(3, weight.held());
        assertEquals(1, weight.failed());
        assertTrue(weight.learned());
        assertEquals(weight, Weight.parse(weight.line()));
    }

    @Test
    void noFoldIsJudgedByWhatItTaught() {
        List<Observation> observations = Collections.nCopies(60, Observed.of("only-one", Causes.REJECT, Sender.INTERMEDIARY, "ttl.differs"));
        Learner learner = new Learner(TABLE, 4, observations);
        List<Judged> blind = CrossValidation.judge(observations, Observation::family, learner);
        List<Judged> seeing = observations.stream().map(o -> Judged.by(learner.learn(observations), o)).toList();
        assertEquals(Judged.by(TABLE, observations.get(0)).senders(), blind.get(0).senders());
        assertTrue(seeing.get(0).senders().get(Sender.INTERMEDIARY) > blind.get(0).senders().get(Sender.INTERMEDIARY));
    }

    /** What learning climbs down is the judge's own error, not that of a formula of its own. */
    @Test
    void theSlopeIsThatOfTheJudge() {
        Observation o = Observed.of("refused", Causes.REFUSED, Sender.SERVER, "ttl.differs", "form.syn", "phase.early", "phase.late");
        double[] w = TABLE.stream().mapToDouble(Weight::decibans).toArray();
        Model model = new Model(TABLE);
        model.add(o);
        double[] slope = model.gradient(w, new double[] {1});
        for (int i = 0; i < w.length; i++) {
            if (!TABLE.get(i).signal().equals(Weight.PRIOR)) {
                assertEquals((error(o, i, 1) - error(o, i, -1)) / 2, slope[i], 0.01, TABLE.get(i).line());
            }
        }
    }

    /** With one weight of the table changed. */
    private static double error(Observation o, int changed, int by) {
        List<Weight> table = new ArrayList<>(TABLE);
        Weight w = table.get(changed);
        table.set(changed, Observed.stated(w.signal(), w.group(), w.hypothesis(), w.decibans() + by));
        Judged judged = Judged.by(table, o);
        return -Math.log(judged.causes().get(Causes.REFUSED)) - Math.log(judged.senders().get(Sender.SERVER));
    }
}
