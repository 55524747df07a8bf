package org.resetscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.build.CaptureBuilder;

/** A corpus of one capture: a connection that a device beside the client resets. */
class CorpusTest {

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        var flow = capture.flow("10.0.0.1:40000", "192.0.2.1:80").ttl(64, 52).handshake().client(200).server(500).client(100);
        flow.with(p -> p.ttl(63)).serverRst();
        Files.write(directory.resolve("a.pcap"), capture.toBytes());
        Files.writeString(directory.resolve("labels.tsv"), "# label, cause\nfw-reject\tmiddlebox.reject\n");
        labels(7, "fw-reject");
    }

    private void labels(int frame, String cause) throws IOException {
        Files.writeString(directory.resolve("labels.json"), """
                {"scenarios": [{"name": "09-reject-midstream", "points": {"client": {"file": "a.pcap"}},
                  "rsts": [{"origin": "intermediary", "cause": "%s",
                    "seen": [{"point": "client", "frame": %d, "win": 0, "ipid": 0}]}]}]}""".formatted(cause, frame));
    }

    private Corpus read(boolean flat) throws IOException {
        return new Corpus("lab", directory, new LabelledCauses(directory.resolve("labels.tsv")), flat, false);
    }

    @Test
    void aLabelledResetIsFoundWithItsSignals() throws IOException {
        List<Observation> found = read(false).observations();
        assertEquals(1, found.size());
        assertEquals("09", found.get(0).family());
        assertEquals(Sender.INTERMEDIARY, found.get(0).truth());
        assertEquals(java.util.Set.of(Causes.REJECT), found.get(0).causes());
        assertTrue(found.get(0).shows("ttl.differs"), () -> found.get(0).reset().verdict().evidence().toString());
    }

    @Test
    void withEqualTtlsNothingIsSeenOfThem() throws IOException {
        List<Observation> found = read(true).observations();
        assertEquals(1, found.size());
        assertTrue(!found.get(0).shows("ttl.differs") && found.get(0).shows("ttl.same-for-all"),
                () -> found.get(0).reset().verdict().evidence().toString());
    }

    @Test
    void labelsWithoutResetAreCountedAndUnknownOnesRefused() throws IOException {
        labels(2, "fw-reject");
        assertEquals(1, read(false).notFound());
        labels(7, "gremlins");
        assertThrows(IllegalArgumentException.class, () -> read(false));
    }
}
