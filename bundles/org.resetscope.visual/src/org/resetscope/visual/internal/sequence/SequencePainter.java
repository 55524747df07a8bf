package org.resetscope.visual.internal.sequence;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Point;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.core.scene.TimeAxis;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;
import org.resetscope.visual.internal.paper.Stop;
import org.resetscope.visual.internal.paper.Ticks;

/** Two panels below each other, one for each direction, over one axis of time. */
final class SequencePainter {

    private static final double MAJOR = 290;
    private static final double MINOR = 130;
    private static final double QUIET = 56;
    /** Of the bytes of the other direction, from which on a direction counts as much. */
    private static final double MUCH = 0.1;
    private static final double LETTERS_APART = 18;
    private static final double HEADING = 24;
    private static final double NUMBERS = 86;
    private static final double NUMBER_ROOM = 48;
    private static final double TICK_ROOM = 90;

    private final Sheet sheet;
    private final SceneBuilder scene;
    private final Analysis analysis;
    private final Reset reset;
    private final Capture capture;
    private final Trace trace;
    private final double left;
    private final double right;
    private final double from;
    private final double to;
    /** Of the selected reset, on the capture's clock. */
    private final long zero;

    SequencePainter(Sheet sheet, Analysis analysis, Reset reset, Capture capture, Trace trace) {
        this.sheet = sheet;
        this.scene = sheet.scene();
        this.analysis = analysis;
        this.reset = reset;
        this.capture = capture;
        this.trace = trace;
        this.left = Sheet.MARGIN + NUMBERS;
        this.right = sheet.right() - 6;
        double span = Math.max(1000, trace.end() - trace.start());
        this.from = trace.start() - span * 0.01;
        this.to = trace.end() + span * 0.02;
        this.zero = reset.packets().get(0).time().nanos();
    }

    private double x(double nanos) {
        return left + (nanos - from) / (to - from) * (right - left);
    }

    void paint() {
        legend();
        double top = sheet.y() + 12;
        double y = top;
        for (boolean client : new boolean[] { true, false }) {
            y = direction(client, y);
        }
        axis(y - 10);
        scene.time(new TimeAxis(new Bounds(left, top, right - left, y - 10 - top), common(from), Math.max(common(to), common(from) + 1)));
        sheet.y(y + 24);
    }

    private long common(double nanos) {
        return analysis.commonNanos(capture.id(), Math.round(nanos));
    }

    private void axis(double bottom) {
        long span = (long) (to - from);
        long step = Ticks.step(span, (int) Math.max(2, (right - left) / TICK_ROOM));
        long farthest = (long) Math.max(Math.abs(from - zero), Math.abs(to - zero));
        for (long tick : Ticks.between((long) from, (long) to, step, zero)) {
            double x = x(tick);
            String text = Ticks.offset(tick - zero, step, farthest);
            double half = TextMetrics.width(text, Ink.TINY) / 2;
            scene.line(x, bottom, x, bottom + 5, Role.AXIS, 1);
            if (x - half > left - 30 && x + half < right + 20) {
                scene.text(x, bottom + 18, text, Anchor.MIDDLE, Ink.TINY, Role.MUTED);
            }
        }
        scene.text(Sheet.MARGIN, bottom + 32, "Time from the reset. Sequence numbers are relative.", Anchor.START, Ink.TINY, Role.MUTED);
    }

    /** Each mark has a shape of its own. */
    private void legend() {
        double x = Sheet.MARGIN;
        double y = sheet.y() + 8;
        for (Mark mark : Mark.values()) {
            double width = 22 + TextMetrics.width(mark.text, Ink.SMALL);
            if (x + width > sheet.right()) {
                x = Sheet.MARGIN;
                y += 20;
            }
            switch (mark) {
                case DATA -> segment(x + 8, y - 12, y + 2, Role.DATA, true);
                case AGAIN -> again(x + 8, y - 12, y + 2, "");
                case ACKNOWLEDGED -> scene.line(x, y - 4, x + 16, y - 4, Role.ACKNOWLEDGED, 1.6);
                case WINDOW -> scene.line(x, y - 4, x + 16, y - 4, Role.WINDOW, 1.6, Dash.DASHED, 0);
                case HELD -> scene.line(x + 8, y - 12, x + 8, y + 2, Role.EVIDENCE, 3);
                case RESET -> Stop.draw(scene, x + 8, y - 4, 8);
            }
            scene.text(x + 22, y, mark.text, Anchor.START, Ink.SMALL, Role.MUTED);
            x += width + 18;
        }
        sheet.y(y + 4);
    }

    private enum Mark {
        DATA("data"), AGAIN("R: sent again, O: out of order"), ACKNOWLEDGED("acknowledged"), WINDOW("window, 0: closed"),
        HELD("held beyond a hole (SACK)"), RESET("reset");

        private final String text;

        Mark(String text) {
            this.text = text;
        }
    }

    private void segment(double x, double top, double bottom, Role role, boolean sparse) {
        double high = Math.min(top, bottom - 1.5);
        scene.line(x, high, x, bottom, role, sparse ? 1.6 : 1.2);
        if (sparse && bottom - high > 5) {
            scene.line(x - 2.5, high, x + 2.5, high, role, 1.2);
            scene.line(x - 2.5, bottom, x + 2.5, bottom, role, 1.2);
        }
    }

    /** @param letter empty where letters would overlap */
    private void again(double x, double top, double bottom, String letter) {
        double high = Math.min(top, bottom - 3);
        scene.line(x, high, x, bottom, Role.NOTE, 2.4);
        if (!letter.isEmpty()) {
            scene.text(x + 4, high + 8, letter, Anchor.START, Ink.TINY, Role.NOTE);
        }
    }

    private double direction(boolean client, double y) {
        Trace.Side side = trace.side(client);
        String who = client ? "Client to server" : "Server to client";
        boolean quiet = side.bytes == 0;
        double top = y + HEADING;
        double bottom = top + (quiet ? QUIET : side.bytes < MUCH * trace.side(!client).bytes ? MINOR : MAJOR);
        scene.text(Sheet.MARGIN, y + 16, who, Anchor.START, Ink.HEAD, Role.TEXT);
        String what = (client ? reset.flow().client() : reset.flow().server()) + ", " + (quiet ? "no data" : Say.count(side.bytes, "byte"));
        scene.text(Sheet.MARGIN + TextMetrics.width(who, Ink.HEAD) + 14, y + 16, what, Anchor.START, Ink.SMALL, Role.MUTED);
        scene.box(new Bounds(left, top, right - left, bottom - top), 0, null, Role.AXIS, 0.7, Dash.SOLID);
        if (side.lowest < Long.MAX_VALUE) {
            new Panel(side, client, top, bottom).paint();
        }
        resets(client, side, top, bottom);
        return bottom + 14;
    }

    private void resets(boolean client, Trace.Side side, double top, double bottom) {
        Scale scale = new Scale(side, top, bottom);
        for (Trace.Seen seen : trace.resets()) {
            FlowPacket p = seen.packet();
            boolean own = reset.packets().stream().anyMatch(r -> r.frame().equals(p.frame()));
            double x = x(p.timeNanos());
            if (own) {
                scene.line(x, top, x, bottom, Role.RESET, 1.4, Dash.DASHED, 0);
            }
            if (p.fromClient() == client) {
                double y = Math.max(top + 10, Math.min(bottom - 10, scale.known() ? scale.y(seen.seq()) : (top + bottom) / 2));
                Stop.draw(scene, x, y, own ? 9 : 6);
                scene.region(new Bounds(x - 9, y - 9, 18, 18), p.frame(), own ? reset.id() : null, "Reset in frame " + p.frame().frame() + " from the "
                        + (client ? "client" : "server") + ", seq " + p.seq() + (own ? ": " + reset.verdict().summary() : "."));
            }
        }
    }

    /** Sequence numbers from bottom to top. */
    private static final class Scale {

        private final double lowest;
        private final double highest;
        private final double top;
        private final double bottom;

        /** The window is shown where it is near; otherwise it lies along the upper side. */
        Scale(Trace.Side side, double top, double bottom) {
            this.top = top + 6;
            this.bottom = bottom - 6;
            lowest = side.lowest;
            double range = Math.max(1, (double) side.highest - side.lowest);
            double ahead = (double) side.highestWindow - side.highest;
            highest = side.highest + (ahead > 0 && ahead <= range ? ahead : range * 0.05);
        }

        boolean known() {
            return lowest < Long.MAX_VALUE;
        }

        double y(double seq) {
            return bottom - (seq - lowest) / (highest - lowest) * (bottom - top);
        }

        /** Cut off where it leaves the panel. */
        double within(double seq) {
            return Math.max(top - 5, Math.min(bottom + 5, y(seq)));
        }
    }

    /** The marks of one direction. */
    private final class Panel {

        private final Trace.Side side;
        private final boolean client;
        private final Scale scale;
        private final double top;
        private final double bottom;
        private final boolean sparse;

        Panel(Trace.Side side, boolean client, double top, double bottom) {
            this.side = side;
            this.client = client;
            this.top = top;
            this.bottom = bottom;
            this.scale = new Scale(side, top, bottom);
            int segments = 0;
            for (Column column : side.columns) {
                segments += column == null ? 0 : column.segments;
            }
            sparse = segments <= 200;
        }

        void paint() {
            numbers();
            level(side.window, true);
            level(side.acknowledged, false);
            double lettered = -LETTERS_APART;
            for (int i = 0; i < Trace.COLUMNS; i++) {
                Column c = side.columns[i];
                if (c == null) {
                    continue;
                }
                double x = x(trace.time(i));
                spans(c.held, (high, low) -> scene.line(x, Math.min(high, low - 2), x, low, Role.EVIDENCE, 3));
                spans(c.data, (high, low) -> segment(x, high, low, Role.DATA, sparse));
                boolean room = x - lettered > LETTERS_APART;
                lettered = room && (c.zeroWindow || c.again.size() > 0) ? x : lettered;
                String letter = !room || c.zeroWindow ? "" : c.retransmissions > 0 ? "R" : "O";
                spans(c.again, (high, low) -> again(x, high, low, letter));
                if (room && c.zeroWindow) {
                    scene.text(x, Math.max(top + 10, scale.within(c.window.last) - 4), "0", Anchor.MIDDLE, Ink.BOLD, Role.WINDOW);
                }
            }
            regions();
        }

        /** Those nearer to each other than a pixel become one. */
        private void spans(Spans spans, Stroke stroke) {
            for (int i = 0; i < spans.size(); i++) {
                long start = spans.from(i);
                while (i + 1 < spans.size() && scale.y(spans.to(i)) - scale.y(spans.from(i + 1)) < 1) {
                    i++;
                }
                stroke.draw(scale.y(spans.to(i)), scale.y(start));
            }
        }

        private void numbers() {
            long low = (long) Math.max(0, scale.lowest);
            int most = (int) Math.max(2, (bottom - top) / NUMBER_ROOM);
            for (long number : Ticks.between(low, side.highest, Ticks.round(side.highest - low, most), 0)) {
                double y = scale.y(number);
                scene.line(left - 4, y, left, y, Role.AXIS, 1);
                scene.text(left - 8, Math.min(bottom - 2, y + 4), Say.number(number), Anchor.END, Ink.TINY, Role.MUTED);
            }
        }

        private void level(long before, boolean window) {
            List<Point> points = new ArrayList<>();
            double level = before < 0 ? Double.NaN : scale.within(before);
            if (before >= 0) {
                points.add(new Point(left, level));
            }
            for (int i = 0; i < Trace.COLUMNS; i++) {
                Column c = side.columns[i];
                Column.Level l = c == null ? null : window ? c.window : c.acknowledged;
                if (l == null || !l.known()) {
                    continue;
                }
                double x = x(trace.time(i));
                double next = scale.within(l.last);
                if (!Double.isNaN(level) && level == next && scale.within(l.least) == next && scale.within(l.most) == next) {
                    continue;
                }
                if (!points.isEmpty()) {
                    points.add(new Point(x, level));
                }
                for (double y : new double[] { scale.within(l.least), scale.within(l.most) }) {
                    if (y != next) {
                        points.add(new Point(x, y));
                    }
                }
                points.add(new Point(x, next));
                level = next;
            }
            if (!points.isEmpty()) {
                points.add(new Point(Math.max(x(trace.end()), points.get(points.size() - 1).x()), level));
                scene.add(new Shape.Line(points, window ? Role.WINDOW : Role.ACKNOWLEDGED, 1.4, window ? Dash.DASHED : Dash.SOLID, 0));
            }
        }

        private static final int REGION = 4;

        private void regions() {
            for (int i = 0; i < Trace.COLUMNS; i += REGION) {
                Column sum = new Column();
                for (int j = i; j < i + REGION; j++) {
                    if (side.columns[j] != null) {
                        sum.then(side.columns[j]);
                    }
                }
                if (sum.segments > 0) {
                    double x = x(trace.time(i));
                    double width = Math.max(6, x(trace.time(i + REGION)) - x);
                    scene.region(new Bounds(x - 2, top, Math.min(width, right - x + 2), bottom - top), new FrameRef(capture.id(), sum.frame), null,
                            words(sum, trace.time(i)));
                }
            }
        }

        private String words(Column c, double nanos) {
            StringBuilder text = new StringBuilder(Ticks.offset(Math.round(nanos) - zero, 1_000_000, (long) (to - from))).append(", frame ")
                    .append(c.frame).append(c.segments > 1 ? " and after" : "").append(": ").append(Say.count(c.segments, "segment")).append(", ")
                    .append(Say.count(c.bytes, "byte")).append(" from the ").append(client ? "client" : "server");
            Spans spans = c.data.size() > 0 ? c.data : c.again;
            text.append(", seq ").append(spans.from(0)).append(" to ").append(spans.to(spans.size() - 1));
            if (c.retransmissions > 0) {
                text.append(", ").append(Say.number(c.retransmissions)).append(" sent again");
            }
            if (c.outOfOrder > 0) {
                text.append(", ").append(Say.number(c.outOfOrder)).append(" out of order");
            }
            if (c.acknowledged.known()) {
                text.append("; acknowledged up to ").append(c.acknowledged.last);
            }
            if (c.zeroWindow) {
                text.append("; window closed");
            }
            return text.append('.').toString();
        }
    }

    private interface Stroke {
        void draw(double high, double low);
    }
}
