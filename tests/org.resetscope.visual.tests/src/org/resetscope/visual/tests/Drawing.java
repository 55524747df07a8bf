package org.resetscope.visual.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;

/** Draws the ladder as a front end does: through the extension point. */
final class Drawing {

    private Drawing() {
    }

    static Analysis analyze(Path... files) {
        return new ResetScope().analyze(List.of(files).stream().map(f -> CaptureFile.of(f.toString())).toList(), Settings.DEFAULT, null);
    }

    static Scene ladder(Path file) throws IOException {
        Analysis analysis = analyze(file);
        return ladder(analysis, analysis.resets().get(0), DrawContext.WIDTH);
    }

    static Scene ladder(Analysis analysis, Reset reset, double width) throws IOException {
        Extensions<Visualizer> extensions = Extensions.read(Extensions.VISUALIZERS, Visualizer.class);
        Contribution<Visualizer> ladder = extensions.find("ladder").orElseThrow();
        Scene scene = ladder.callIo(v -> v.draw(analysis, reset, new DrawContext(width, new FlowReader(analysis), null)), null);
        if (scene == null) {
            throw new AssertionError("the ladder failed: " + extensions.problems());
        }
        return scene;
    }

    static List<Shape.Text> texts(Scene scene) {
        return scene.shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast).toList();
    }
}
