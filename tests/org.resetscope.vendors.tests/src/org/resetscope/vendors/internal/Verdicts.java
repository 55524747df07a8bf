package org.resetscope.vendors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** Judges tiny captures with all plug-ins on the class path. */
final class Verdicts {

    private Verdicts() {
    }

    /** A connection that has exchanged data; the server stands for the virtual server of a load balancer. */
    static FlowBuilder flow() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").ttl(64, 255).handshake().client("hello").server("hello").clientAck();
    }

    /** On the only reset of the capture. */
    static Verdict of(FlowBuilder flow, Path directory) {
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(flow.end().write(directory, "x.pcap").toString())),
                Settings.DEFAULT, null);
        assertEquals(List.of(), analysis.problems());
        List<Reset> resets = analysis.resets();
        assertEquals(1, resets.size());
        return resets.get(0).verdict();
    }

    static Evidence by(String detector, Verdict verdict) {
        return verdict.evidence().stream().filter(e -> e.detector().equals(detector)).findFirst().orElse(null);
    }
}
