package org.resetscope.visual.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.Shape;

/** Nothing is clipped, no text lies on another, whatever is drawn. */
class LayoutTest {

    private static final Path SAMPLES = Path.of("..", "..", "samples");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void hardTraffic(Traffic traffic) throws IOException {
        allFit(Drawing.analyze(traffic.capture().write(directory, "hard.pcap")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "forged", "idle-firewall", "late-data-ipv6", "refused-twice", "unread-data" })
    void samples(String name) throws IOException {
        Path sample = SAMPLES.resolve(name + ".pcap");
        assumeTrue(Files.exists(sample));
        allFit(Drawing.analyze(sample));
    }

    @Test
    void aHostileFileNameFits() throws IOException {
        allFit(Drawing.analyze(Traffic.REFUSED.capture().write(directory, "(b)&\u202e" + "W\u4e2d".repeat(60) + ".pcap")));
    }

    @Test
    void severalPoints() throws IOException {
        Path client = Traffic.IDLE.capture().write(directory, "client.pcap");
        Path server = Traffic.IDLE.capture().map(p -> p.has('R') ? null : p.hops(3).laterMicros(300)).write(directory, "server.pcap");
        allFit(new ResetScope().analyze(List.of(new CaptureFile(client.toString(), "client"), new CaptureFile(client.toString(),
                "a name of a capture point that goes on and on"), new CaptureFile(server.toString(), "dmz"),
                new CaptureFile(server.toString(), "server")), Settings.DEFAULT, null));
    }

    private static void allFit(Analysis analysis) throws IOException {
        assertFalse(analysis.resets().isEmpty());
        for (Reset reset : analysis.resets().subList(0, Math.min(5, analysis.resets().size()))) {
            for (double width : new double[] { 300, 960, 1600 }) {
                for (String id : Drawing.ids()) {
                    Drawing.draw(id, analysis, reset, width).ifPresent(scene -> fits(id, scene));
                }
            }
        }
    }

    private static void fits(String id, Scene scene) {
        Bounds paper = new Bounds(0, 0, scene.width(), scene.height());
        List<Shape.Text> texts = Drawing.texts(scene);
        for (int i = 0; i < texts.size(); i++) {
            Shape.Text text = texts.get(i);
            assertTrue(paper.contains(text.bounds()), () -> id + ", clipped: " + text);
            for (Shape.Text other : texts.subList(0, i)) {
                assertFalse(other.bounds().overlaps(text.bounds()), () -> id + ", overlap: " + other + " and " + text);
            }
        }
        for (Region region : scene.regions()) {
            assertTrue(paper.contains(region.bounds()), () -> id + ", clipped: " + region);
        }
    }
}
