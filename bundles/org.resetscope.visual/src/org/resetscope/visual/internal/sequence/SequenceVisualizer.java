package org.resetscope.visual.internal.sequence;

import java.io.IOException;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.TimeRange;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;

/**
 * Draws sequence numbers over time for both directions of a connection, as tcptrace's time-sequence graphs do: what was sent, what was
 * acknowledged, and how far the receiver's window let the sender go.
 */
public final class SequenceVisualizer implements Visualizer {

    private static final double NARROWEST = 560;

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) throws IOException {
        Capture capture = analysis.capture(selection.packets().get(0).frame().capture());
        if (!context.flows().mayScan(capture, selection)) {
            return null;
        }
        Trace trace = new Trace(own(analysis, capture, context.range()));
        context.flows().scan(capture, selection, trace, context.monitor());
        if (trace.packets() == 0) {
            throw new IOException("The packets of this connection were not found again: the capture has changed since it was analysed.");
        }
        if (context.range() == null && trace.side(true).bytes == 0 && trace.side(false).bytes == 0) {
            return null; // handshakes and resets alone are seen better on the ladder
        }
        Sheet sheet = new Sheet(new SceneBuilder(), Math.max(NARROWEST, context.width()));
        sheet.title("Sequence numbers over time", "reset in " + Say.where(analysis, selection) + ", " + Say.fileName(capture.file()));
        sheet.paragraph(selection.verdict().summary(), Ink.SUMMARY, Role.TEXT, 3);
        new SequencePainter(sheet, analysis, selection, capture, trace).paint();
        return sheet.scene().build("Time-sequence of the connection of the reset in " + Say.where(analysis, selection) + ": " + selection.flow().client()
                + " to " + selection.flow().server(), selection.verdict().summary(), sheet.width(), sheet.y() + Sheet.MARGIN);
    }

    /** The range on the capture's own clock. */
    private static TimeRange own(Analysis analysis, Capture capture, TimeRange range) {
        return range == null ? null : new TimeRange(own(analysis, capture, range.fromNanos()), own(analysis, capture, range.toNanos()));
    }

    private static long own(Analysis analysis, Capture capture, long nanos) {
        return nanos - (analysis.commonNanos(capture.id(), nanos) - nanos);
    }
}
