package org.resetscope.console.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.console.Cells;
import org.resetscope.console.ScriptOutput;
import org.resetscope.core.Analysis;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SvgWriter;
import org.resetscope.core.visual.ReportDrawings;

/** Reads the connections of resets from their captures again: an analysis keeps no packets. */
final class Connections {

    private final Analysis analysis;
    private final ScriptOutput output;

    Connections(Analysis analysis, ScriptOutput output) {
        this.analysis = analysis;
        this.output = output;
    }

    /** Of all captures that saw it, in order of time. */
    List<FlowPacket> packets(Reset reset, IProgressMonitor monitor) throws IOException {
        FlowReader reader = new FlowReader(analysis);
        List<FlowPacket> packets = new ArrayList<>();
        for (Capture capture : reader.captures(reset)) {
            packets.addAll(reader.read(capture, reset, monitor).packets());
        }
        packets.sort(Comparator.comparingLong(p -> analysis.commonNanos(p.frame().capture(), p.timeNanos())));
        return packets;
    }

    void describe(Reset reset, IProgressMonitor monitor) throws IOException {
        StringBuilder words = new StringBuilder();
        for (String line : scene(reset, monitor).words()) {
            words.append(Cells.text(line)).append('\n');
        }
        output.text(words.toString());
    }

    void draw(Reset reset, String file, IProgressMonitor monitor) throws IOException {
        Scene scene = scene(reset, monitor);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(file))) {
            SvgWriter.adaptive().write(scene, out);
        }
    }

    private Scene scene(Reset reset, IProgressMonitor monitor) {
        List<String> problems = new ArrayList<>();
        ReportDrawings drawings = new ReportDrawings(analysis, monitor, problems::add);
        drawings.prepare(List.of(reset.id()));
        Scene scene = drawings.scene(reset);
        if (scene == null) {
            throw new VerbException("draw: " + (problems.isEmpty() ? "nothing draws this reset" : problems.get(problems.size() - 1)));
        }
        problems.forEach(output::problem);
        return scene;
    }
}
