package org.resetscope.core.tests.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.tests.build.CaptureBuilder;

/** What the user knows of the path: devices, and the order of capture points. */
class PathDevicesTest {

    @TempDir
    private Path directory;

    private static CaptureBuilder forged() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").ttl(64, 52).handshake().client("GET /").serverAck().server(1460).clientAck()
                .at("181.5").client("GET /again").afterMicros(1200).with(p -> p.ttl(63)).serverRst().end();
    }

    private Analysis single() throws IOException {
        return new ResetScope().analyze(List.of(CaptureFile.of(forged().write(directory, "a.pcap").toString())), Settings.DEFAULT, null);
    }

    private static PathDevice device(String name, int after) {
        return new PathDevice(name, after, List.of());
    }

    @Test
    void aDeviceOnTheWayOfTheResetIsNamed() throws IOException {
        Analysis analysis = single().withDevices(List.of(device("nat-home", 0), device("fw-berlin", 1)));
        Verdict verdict = analysis.resets().get(0).verdict();
        assertTrue(verdict.summary().contains("device between client and server (fw-berlin) "), verdict.summary());
        assertEquals("between client and server (fw-berlin)", verdict.location());
        assertEquals(List.of(device("fw-berlin", 1)), analysis.suspects(analysis.resets().get(0)), "the reset came from the server's side");
    }

    @Test
    void ofSeveralEachIsNamed() throws IOException {
        Analysis analysis = single().withDevices(List.of(device("fw-1", 1), device("fw-2", 1)));
        assertEquals("between client and server (fw-1 or fw-2)", analysis.resets().get(0).verdict().location());
    }

    @Test
    void aDeviceElsewhereIsNotNamed() throws IOException {
        assertEquals(single().resets(), single().withDevices(List.of(device("nat-home", 0))).resets());
    }

    @Test
    void theOrderOfPointsIsAsGiven() throws IOException {
        List<CaptureFile> points = List.of(new CaptureFile(forged().write(directory, "a.pcap").toString(), "lan"),
                new CaptureFile(forged().write(directory, "b.pcap").toString(), "wan"));
        for (List<String> order : List.of(List.of("lan", "wan"), List.of("wan", "lan"))) {
            Analysis analysis = new ResetScope().analyze(points, new Settings(false, null, List.of(), Circumstances.USUAL, List.of(), order), null);
            assertEquals(order, analysis.path().stream().map(PathPoint::name).toList());
        }
    }
}
