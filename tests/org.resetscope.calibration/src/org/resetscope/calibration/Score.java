package org.resetscope.calibration;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

import org.resetscope.core.model.Sender;

/** How good a set of verdicts is. */
record Score(int observations, int right, int wrong, int undetermined, int endpoints, int falselyAccused, int devices, int missed,
        int causeRight, double brier, double calibrationError) {

    private static final int BINS = 10;

    static Score of(Collection<Judged> verdicts) {
        int right = count(verdicts, Judged::right);
        int undetermined = count(verdicts, Judged::undetermined);
        int devices = count(verdicts, j -> j.observation().truth() == Sender.INTERMEDIARY);
        return new Score(verdicts.size(), right, verdicts.size() - right - undetermined, undetermined, verdicts.size() - devices,
                count(verdicts, Judged::falselyAccused), devices, count(verdicts, Judged::missed), count(verdicts, Judged::causeRight),
                verdicts.stream().mapToDouble(Score::brier).average().orElse(0), calibrationError(verdicts));
    }

    private static int count(Collection<Judged> verdicts, Predicate<Judged> what) {
        return (int) verdicts.stream().filter(what).count();
    }

    private static double brier(Judged j) {
        double sum = 0;
        for (Sender s : new Sender[] {Sender.CLIENT, Sender.SERVER, Sender.INTERMEDIARY}) {
            sum += Math.pow(j.senders().get(s) - (j.observation().truth() == s ? 1 : 0), 2);
        }
        return sum;
    }

    /** Expected calibration error (Naeini and others 2015) of the likeliest sender over ten bins of equal width. */
    private static double calibrationError(Collection<Judged> verdicts) {
        double error = 0;
        for (Bin bin : Bin.of(verdicts, BINS)) {
            error += bin.count() * Math.abs(bin.stated() - bin.came());
        }
        return error / Math.max(1, verdicts.size());
    }

    static String share(int n, int of) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * n / Math.max(1, of));
    }
}
