package org.resetscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Sender;

class ScoreTest {

    private static Judged judged(Sender truth, Sender verdict, double device, String cause) {
        Observation o = Observed.of("a", Causes.UNREAD_DATA, truth);
        return new Judged(o, verdict, Map.of(Sender.CLIENT, 0.0, Sender.SERVER, 1 - device, Sender.INTERMEDIARY, device), cause, Map.of());
    }

    @Test
    void falseAccusationsAndMissedDevicesAreCountedApart() {
        Score score = Score.of(List.of(judged(Sender.SERVER, Sender.INTERMEDIARY, 0.9, Causes.REJECT),
                judged(Sender.INTERMEDIARY, Sender.SERVER, 0.1, Causes.ABORT), judged(Sender.INTERMEDIARY, Sender.UNDETERMINED, 0.6, Causes.UNKNOWN),
                judged(Sender.SERVER, Sender.SERVER, 0.1, Causes.UNREAD_DATA)));
        assertEquals(1, score.falselyAccused());
        assertEquals(1, score.missed());
        assertEquals(1, score.undetermined());
        assertEquals(1, score.right());
        assertEquals(2, score.wrong());
    }

    @Test
    void calibrationErrorIsTheGapBetweenSaidAndCame() {
        List<Judged> said90 = List.of(judged(Sender.SERVER, Sender.SERVER, 0.1, Causes.ABORT), judged(Sender.SERVER, Sender.SERVER, 0.1, Causes.ABORT),
                judged(Sender.SERVER, Sender.SERVER, 0.1, Causes.ABORT), judged(Sender.INTERMEDIARY, Sender.SERVER, 0.1, Causes.ABORT));
        assertEquals(0.15, Score.of(said90).calibrationError(), 1e-9);
    }

    @Test
    void theParentOfTheTrueCauseIsRightAndItsFamilyAloneIsNot() {
        assertTrue(judged(Sender.SERVER, Sender.SERVER, 0, Causes.ABORT).causeRight());
        assertTrue(judged(Sender.SERVER, Sender.SERVER, 0, Causes.UNREAD_DATA + ".vendor").causeRight());
        assertFalse(judged(Sender.SERVER, Sender.SERVER, 0, "endpoint").causeRight());
        assertFalse(judged(Sender.SERVER, Sender.SERVER, 0, Causes.REFUSED).causeRight());
    }
}
