package org.resetscope.visual.internal.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;

/** Lays the ladder out: the head, the rows, what the verdict rests on. */
final class LadderPainter {

    private static final double HEAD_HEIGHT = 46;
    /** Rows from which on the lanes' names stand at their feet as well. */
    private static final int LONG = 24;

    private final Story story;
    private final Lanes lanes;
    private final List<Row> rows;
    /** Of the lanes' points; the first one leads. */
    private final List<Capture> captures;
    private final Timestamp zero;
    private final List<List<Note>> notes = new ArrayList<>();
    private final Columns columns;
    private final SceneBuilder scene = new SceneBuilder();

    LadderPainter(Story story, Lanes lanes, List<Row> rows, List<Capture> captures, double preferred) {
        this.story = story;
        this.lanes = lanes;
        this.rows = rows;
        this.captures = captures;
        Timestamp own = story.reset().packets().get(0).time();
        this.zero = rows.stream().filter(Row.Packet.class::isInstance).map(row -> ((Row.Packet) row).transit()).filter(story::isReset)
                .findFirst().map(t -> new Timestamp(t.nanos(), own.digits())).orElse(own);
        this.columns = columns(preferred);
    }

    private Columns columns(double preferred) {
        List<String> times = new ArrayList<>(List.of("time"));
        List<String> frames = new ArrayList<>(List.of("frame"));
        int badges = 0;
        double labels = 0;
        double widest = 0;
        Transit trigger = null;
        for (Row row : rows) {
            List<Note> said = List.of();
            if (row instanceof Row.Packet packet) {
                Transit t = packet.transit();
                trigger = story.isTrigger(t) ? t : trigger;
                Long after = trigger == null ? null : (Long) (t.nanos() - trigger.nanos());
                said = Note.of(t, story, after, trigger == null ? "" : lanes.frame(trigger)).stream()
                        .map(n -> n.fitted(Columns.NOTES_MOST)).toList();
                times.add(Phrases.offset(t.nanos() - zero.nanos()));
                frames.add(lanes.frame(t));
                badges = Math.max(badges, story.numbers(t).size());
                labels = Math.max(labels, RowPainter.labelWidth(t, story));
                widest = Math.max(widest, said.stream().mapToDouble(Note::width).max().orElse(0));
            } else if (row instanceof Row.Line line) {
                times.add(RowPainter.when(line.told(), zero.nanos()));
                frames.add(line.told().kind());
            } else if (row instanceof Row.Fold fold) {
                labels = Math.max(labels, TextMetrics.width(Phrases.fold(fold), Ink.SMALL));
            }
            notes.add(said);
        }
        return new Columns(preferred, times, frames, badges, lanes.all(), labels, widest);
    }

    Scene paint() {
        double top = head();
        RowPainter painter = new RowPainter(scene, columns, lanes, story, zero.nanos());
        double[] y = new double[rows.size() + 1];
        y[0] = top + 14;
        for (int i = 0; i < rows.size(); i++) {
            y[i + 1] = y[i] + painter.height(rows.get(i));
        }
        double end = y[rows.size()] + 10;
        for (int i = 0; i < rows.size(); i++) {
            painter.ground(rows.get(i), y[i]);
        }
        lanes(top, end);
        painter.bar(rows, y);
        for (int i = 0; i < rows.size(); i++) {
            painter.paint(rows.get(i), y[i], notes.get(i));
        }
        double bottom = evidence(rows.size() > LONG ? feet(end) : end + 8);
        Reset reset = story.reset();
        String title = "Ladder of the reset in frame " + reset.packets().get(0).frame().frame() + ": " + reset.flow().client() + " to "
                + reset.flow().server();
        return scene.build(title, reset.verdict().summary(), columns.width(), bottom);
    }

    /** @return where the lanes begin */
    private double head() {
        Reset reset = story.reset();
        double width = columns.width() - 2 * Columns.MARGIN;
        double y = 34;
        boolean several = captures.size() > 1;
        FrameRef frame = reset.packets().stream().map(Reset.Packet::frame).filter(f -> f.capture().equals(captures.get(0).id())).findFirst()
                .orElse(reset.packets().get(0).frame());
        String title = "TCP reset in frame " + frame.frame() + (several ? " at " + captures.get(0).point() : "");
        scene.text(Columns.MARGIN, y, title, Anchor.START, Ink.TITLE, Role.TEXT);
        double used = TextMetrics.width(title, Ink.TITLE) + 24;
        String file = TextMetrics.fit(captures.stream().map(c -> Say.fileName(c.file())).collect(Collectors.joining(", ")), width - used, Ink.SMALL);
        scene.text(columns.width() - Columns.MARGIN, y, file, Anchor.END, Ink.SMALL, Role.MUTED);
        y += 24;
        for (String line : TextMetrics.wrap(reset.verdict().summary(), width, Ink.SUMMARY, 3)) {
            scene.text(Columns.MARGIN, y, line, Anchor.START, Ink.SUMMARY, Role.TEXT);
            y += 18;
        }
        y += 3;
        String how = "Time 0 is " + Phrases.time(zero) + (several ? ", on one clock for all points" : "") + ". Sequence numbers are relative.";
        scene.text(Columns.MARGIN, y, TextMetrics.fit(how, width, Ink.SMALL), Anchor.START, Ink.SMALL, Role.MUTED);
        y += 18;
        for (int i = 0; i < lanes.all().size(); i++) {
            laneHead(lanes.all().get(i), columns.lane(i), y);
        }
        // the head of the first lane may lie above these columns
        double under = y + HEAD_HEIGHT + 12;
        scene.text(columns.timeEnd(), under, "time", Anchor.END, Ink.SMALL, Role.MUTED);
        scene.text(columns.frameEnd(), under, "frame", Anchor.END, Ink.SMALL, Role.MUTED);
        return y + HEAD_HEIGHT;
    }

    private void laneHead(Lane lane, double x, double y) {
        double width = Columns.headWidth(lane);
        Bounds box = new Bounds(x - width / 2, y, width, HEAD_HEIGHT);
        boolean device = lane.kind() == Lane.Kind.DEVICE;
        scene.box(box, 6, device ? Role.RESET_GROUND : Role.SURFACE, device ? Role.DEVICE : Role.AXIS, device ? 1.5 : 1,
                device ? Dash.DASHED : Dash.SOLID);
        scene.text(x, y + 19, lane.title(), Anchor.MIDDLE, Ink.HEAD, device ? Role.DEVICE : Role.TEXT);
        scene.text(x, y + 36, TextMetrics.fit(lane.place(), Columns.HEAD_MOST, Ink.SMALL), Anchor.MIDDLE, Ink.SMALL,
                device ? Role.TEXT : Role.MUTED);
        String what = switch (lane.kind()) {
            case CLIENT, SERVER -> lane.title() + " " + lane.place() + (lane.point() >= 0 ? ", captured here." : ".");
            case POINT -> "Capture point " + lane.title() + ", file " + lane.place() + ".";
            case DEVICE -> "A device between client and server (" + lane.place() + "), which the capture does not show: the evidence does.";
        };
        scene.region(box, null, null, what);
    }

    private void lanes(double top, double end) {
        for (int i = 0; i < lanes.all().size(); i++) {
            boolean device = lanes.all().get(i).kind() == Lane.Kind.DEVICE;
            scene.line(columns.lane(i), top, columns.lane(i), end, device ? Role.DEVICE : Role.AXIS, device ? 1.2 : 1.6,
                    device ? Dash.DASHED : Dash.SOLID, 0);
        }
    }

    private double feet(double y) {
        for (int i = 0; i < lanes.all().size(); i++) {
            Lane lane = lanes.all().get(i);
            scene.text(columns.lane(i), y + 16, lane.title(), Anchor.MIDDLE, Ink.HEAD,
                    lane.kind() == Lane.Kind.DEVICE ? Role.DEVICE : Role.MUTED);
        }
        return y + 28;
    }

    /** What the numbers stand for. @return the lower end of the scene */
    private double evidence(double y) {
        if (story.evidence().isEmpty()) {
            return y + Columns.MARGIN;
        }
        double line = y + 10;
        scene.line(Columns.MARGIN, line, columns.width() - Columns.MARGIN, line, Role.AXIS, 0.7);
        double at = line + 24;
        scene.text(Columns.MARGIN, at, "What the verdict rests on", Anchor.START, Ink.HEAD, Role.TEXT);
        at += 23;
        double left = Columns.MARGIN + 28;
        double width = columns.width() - Columns.MARGIN - left;
        for (int i = 0; i < story.evidence().size(); i++) {
            String text = story.evidence().get(i).text();
            RowPainter.badge(scene, Columns.MARGIN + 9, at - 4.2, i + 1);
            double start = at - 14;
            for (String part : TextMetrics.wrap(text, width, Ink.LABEL, 2)) {
                scene.text(left, at, part, Anchor.START, Ink.LABEL, Role.TEXT);
                at += 17;
            }
            FrameRef frame = story.evidence().get(i).frames().get(0);
            scene.region(new Bounds(Columns.MARGIN, start, left - Columns.MARGIN + width, at - 17 - start + 6), frame, null,
                    "Evidence " + (i + 1) + ": " + text);
            at += 6;
        }
        return at + Columns.MARGIN - 14;
    }
}
