package org.resetscope.visual.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.core.visual.Visualizers;

/** Draws as a front end does: through the extension point. */
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
        return draw("ladder", analysis, reset, width).orElseThrow();
    }

    /** @return empty where the visualizer has nothing to show */
    static Optional<Scene> draw(String id, Analysis analysis, Reset reset, double width) throws IOException {
        return draw(id, analysis, reset, new DrawContext(width, new FlowReader(analysis), null));
    }

    static Optional<Scene> draw(String id, Analysis analysis, Reset reset, DrawContext context) throws IOException {
        Visualizers visualizers = Visualizers.read();
        Contribution<Visualizer> chosen = visualizers.all().stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
        Scene scene = chosen.callIo(v -> v.draw(analysis, reset, context), null);
        if (!visualizers.problems().isEmpty()) {
            throw new AssertionError(id + " failed: " + visualizers.problems());
        }
        return Optional.ofNullable(scene);
    }

    static List<String> ids() {
        return Visualizers.read().all().stream().map(Contribution::id).toList();
    }

    static List<Shape.Text> texts(Scene scene) {
        return scene.shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast).toList();
    }
}
