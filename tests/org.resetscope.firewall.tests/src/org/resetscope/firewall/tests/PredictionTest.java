package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.UnclearQuestionException;
import org.resetscope.firewall.tests.Experiments.Experiment;
import org.resetscope.firewall.tests.Experiments.Probe;

/** Does trace say what a real kernel did: who reset, and what became of the connection? */
class PredictionTest {

    /** Not predicted; docs/firewall.md says why. */
    private static final Set<String> KNOWN_MISSES = Set.of("L2", "T26", "X8");

    private static boolean predicted(Experiment experiment, Probe probe) throws UnclearQuestionException {
        TraceAnswer answer = experiment.load().trace(probe.packet(), probe.from(), experiment.in(), probe.destination(), experiment.topology(),
                experiment.circumstances());
        return (!probe.counted() || Objects.equals(probe.resetBy(), answer.resetBy()))
                && (probe.connection() == null || probe.connection().equals(answer.connection()));
    }

    private static List<String> missed(String topology) throws UnclearQuestionException {
        List<String> missed = new ArrayList<>();
        for (Experiment experiment : Experiments.all()) {
            if (experiment.topology().equals(topology)) {
                for (Probe probe : experiment.probes()) {
                    if (!predicted(experiment, probe) && !missed.contains(experiment.id())) {
                        missed.add(experiment.id());
                    }
                }
            }
        }
        return missed;
    }

    @Test
    void ninetyPercentOfTheExperimentsOnAHostArePredicted() throws UnclearQuestionException {
        long all = Experiments.all().stream().filter(e -> e.topology().equals("host")).count();
        assertEquals(103, all);
        List<String> missed = missed("host");
        assertTrue(missed.size() <= all / 10, missed::toString);
    }

    @Test
    void whatIsNotPredictedIsKnown() throws UnclearQuestionException {
        Map<String, List<String>> missed = new TreeMap<>();
        for (String topology : List.of("host", "outbound", "routed", "snat", "dnat", "hairpin", "asymmetric")) {
            missed.put(topology, missed(topology));
        }
        assertEquals(KNOWN_MISSES, Set.copyOf(missed.values().stream().flatMap(List::stream).toList()), missed::toString);
    }
}
