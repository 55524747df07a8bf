package org.resetscope.visual.internal.ladder;

import java.util.List;

import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Sheet;

/** Where everything stands from left to right: time, frame, numbers of evidence, lanes, notes. */
final class Columns {

    static final double MARGIN = Sheet.MARGIN;
    static final double BADGE = 18;
    static final double NOTES_MOST = 260;
    /** An IPv6 address with its port fits. */
    static final double HEAD_MOST = 330;
    private static final double HEAD_PADDING = 24;
    private static final double BETWEEN_HEADS = 16;
    private static final double LABEL_MARGIN = 64;

    private final double timeEnd;
    private final double frameEnd;
    private final double badges;
    private final double client;
    private final double spacing;
    private final double notes;
    private final double width;

    /**
     * @param times the texts of the column; likewise the others
     * @param most number of badges in one row
     * @param labels that stand on arrows from end to end, as widths
     */
    Columns(double preferred, List<String> times, List<String> frames, int most, List<Lane> lanes, double labels, double notesWidth) {
        timeEnd = MARGIN + widest(times, Ink.SMALL);
        frameEnd = timeEnd + 14 + widest(frames, Ink.SMALL);
        badges = frameEnd + 14;
        double first = headWidth(lanes.get(0));
        double last = headWidth(lanes.get(lanes.size() - 1));
        client = Math.max(badges + most * BADGE + 16, MARGIN + first / 2);
        double right = Math.max(Math.min(notesWidth, NOTES_MOST) + (notesWidth > 0 ? 22 : 0), last / 2) + MARGIN;
        double narrowest = 0;
        for (int i = 1; i < lanes.size(); i++) {
            narrowest = Math.max(narrowest, (headWidth(lanes.get(i - 1)) + headWidth(lanes.get(i))) / 2 + BETWEEN_HEADS);
        }
        int steps = lanes.size() - 1;
        spacing = Math.max(Math.max(narrowest, (labels + LABEL_MARGIN) / steps), (preferred - client - right) / steps);
        notes = client + spacing * steps + 22;
        width = client + spacing * steps + right;
    }

    private static double widest(List<String> texts, Font font) {
        return texts.stream().mapToDouble(t -> TextMetrics.width(t, font)).max().orElse(0);
    }

    static double headWidth(Lane lane) {
        return Math.max(TextMetrics.width(lane.title(), Ink.HEAD),
                TextMetrics.width(TextMetrics.fit(lane.place(), HEAD_MOST, Ink.SMALL), Ink.SMALL)) + HEAD_PADDING;
    }

    double timeEnd() {
        return timeEnd;
    }

    double frameEnd() {
        return frameEnd;
    }

    double badges() {
        return badges;
    }

    /** @param lane 0 for the client; halves lie between two lanes */
    double lane(double lane) {
        return client + spacing * lane;
    }

    double notes() {
        return notes;
    }

    double width() {
        return width;
    }
}
