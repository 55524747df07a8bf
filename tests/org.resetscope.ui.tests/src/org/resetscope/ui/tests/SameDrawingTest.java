package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.diagram.DiagramView;
import org.resetscope.ui.internal.diagram.Export;
import org.resetscope.ui.internal.export.Exports;

/** Workbench and report show the same. */
class SameDrawingTest {

    private final Bot bot = new Bot();
    private final Diagram diagram = new Diagram(bot);

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        diagram.choose("Ladder");
        diagram.maximize(false);
        bot.closeAll();
    }

    @Test
    void whatIsExportedAsSvgIsInTheReport() throws IOException {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap")));
        bot.untilRead();
        DiagramView view = (DiagramView) bot.show(Diagram.VIEW);
        diagram.untilDrawn();
        diagram.maximize(true);
        // as wide as drawings of reports are
        bot.size(1400 - room() + (int) DrawContext.WIDTH, 900);
        assertEquals(DrawContext.WIDTH, room());
        String html = report();
        for (String kind : List.of("Ladder", "Evidence", "Time-Sequence", "Path")) {
            diagram.choose(kind);
            bot.until(kind + " has its width", () -> view.scene() != null && view.scene().width() == DrawContext.WIDTH);
            String shapes = shapes(view.scene());
            assertTrue(shapes.length() > 1000, shapes);
            assertTrue(html.contains(shapes), () -> kind + " is another one: " + shapes);
        }
    }

    private int room() {
        return diagram.canvas().getParent().getClientArea().width;
    }

    private String report() throws IOException {
        Path file = directory.resolve("report.html");
        Job job = Exports.all(file);
        bot.until("the report is written", () -> job.getResult() != null);
        return Files.readString(file);
    }

    /** Of the file that the menu of the view writes, without what a file needs and an element has not. */
    private String shapes(Scene scene) throws IOException {
        Path file = directory.resolve("drawing.svg");
        Export.svg(scene, file);
        String svg = Files.readString(file);
        String end = "</style>\n";
        return svg.substring(svg.indexOf(end) + end.length());
    }
}
