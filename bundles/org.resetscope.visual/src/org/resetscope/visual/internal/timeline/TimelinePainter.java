package org.resetscope.visual.internal.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.resetscope.core.Analysis;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Periodicity;
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
import org.resetscope.visual.internal.paper.Ticks;
import org.resetscope.visual.internal.timeline.Times.Kind;

/** Rows below each other over one axis of time. */
final class TimelinePainter {

    private static final int MOST_KINDS = 8;
    private static final int MOST_PERIODS = 6;
    private static final double LABELS = 250;
    private static final double COUNT = 56;
    private static final double ALL = 84;
    private static final double ROW = 30;
    private static final double PERIOD = 40;
    private static final double LEAST_BAR = 2.5;
    private static final double TICK_ROOM = 90;

    private final Sheet sheet;
    private final SceneBuilder scene;
    private final Analysis analysis;
    private final Times times;
    private final List<Periodicity> periods;
    private final Reset selection;
    private final double left;

    TimelinePainter(Sheet sheet, Analysis analysis, Times times, List<Periodicity> periods, Reset selection) {
        this.sheet = sheet;
        this.scene = sheet.scene();
        this.analysis = analysis;
        this.times = times;
        this.periods = periods;
        this.selection = selection;
        this.left = Sheet.MARGIN + LABELS + COUNT;
    }

    private double x(long nanos) {
        return left + ((double) nanos - times.from()) / ((double) times.to() - times.from()) * (sheet.right() - left);
    }

    void paint() {
        double top = sheet.y() + 6;
        double y = top;
        double height = height();
        axis(top, top + height);
        y = bars("All resets", null, Arrays.stream(times.resets()).sum(), times.resets(), y, ALL, Role.DATA);
        y = kinds("By cause", times.by(analysis, r -> r.verdict().cause()), k -> Say.capital(Causes.title(k.key())), k -> "cause=" + k.key(), y);
        y = kinds("By host, in whose name they came", times.by(analysis, Times::host), Kind::key, k -> "address=" + k.key(), y);
        y = periods(y);
        if (selection != null) {
            double x = x(analysis.commonNanos(selection.packets().get(0)));
            scene.add(new Shape.Area(List.of(new Point(x - 6, top - 2), new Point(x + 6, top - 2), new Point(x, top + 8)), Role.TEXT));
        }
        scene.time(new TimeAxis(new Bounds(left, top, sheet.right() - left, height), times.from(), times.to()));
        sheet.y(top + height + 22);
    }

    private double height() {
        double height = ALL + 10;
        for (List<Kind> kinds : List.of(times.by(analysis, r -> r.verdict().cause()), times.by(analysis, Times::host))) {
            height += 26 + Math.min(MOST_KINDS, kinds.size()) * ROW + (kinds.size() > MOST_KINDS ? 20 : 0);
        }
        return height + (periods.isEmpty() ? 0 : 26 + Math.min(MOST_PERIODS, periods.size()) * PERIOD);
    }

    private void axis(double top, double bottom) {
        long span = times.to() - times.from();
        long step = Ticks.step(span, (int) Math.max(2, (sheet.right() - left) / TICK_ROOM));
        for (long tick : Ticks.between(times.from(), times.to(), step, 0)) {
            double x = x(tick);
            scene.line(x, top, x, bottom, Role.SURFACE, 1);
            String text = Ticks.clock(tick, step);
            double half = TextMetrics.width(text, Ink.TINY) / 2;
            if (x + half < sheet.right() + Sheet.MARGIN && x - half > Sheet.MARGIN) {
                scene.text(x, bottom + 16, text, Anchor.MIDDLE, Ink.TINY, Role.MUTED);
            }
        }
        scene.text(Sheet.MARGIN, bottom + 16, "UTC; a bar for each " + Durations.text(span / Times.SLICES), Anchor.START, Ink.TINY, Role.MUTED);
        scene.line(left, bottom, sheet.right(), bottom, Role.AXIS, 1);
    }

    private double kinds(String title, List<Kind> kinds, Function<Kind, String> name, Function<Kind, String> filter, double from) {
        double y = heading(title, from);
        for (Kind kind : kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) {
            y = bars(name.apply(kind), filter.apply(kind), kind.total(), kind.resets(), y, ROW, Role.DATA);
        }
        if (kinds.size() > MOST_KINDS) {
            scene.text(Sheet.MARGIN, y + 12, "and " + Say.number(kinds.size() - MOST_KINDS) + " more", Anchor.START, Ink.SMALL, Role.MUTED);
            y += 20;
        }
        return y;
    }

    private double heading(String title, double y) {
        scene.text(Sheet.MARGIN, y + 18, TextMetrics.fit(title, LABELS + COUNT - 12, Ink.BOLD), Anchor.START, Ink.BOLD, Role.MUTED);
        return y + 26;
    }

    /** @param filter of the resets that the row counts; null for all */
    private double bars(String label, String filter, int total, int[] counts, double y, double height, Role role) {
        double base = y + height - 4;
        double room = height - 8;
        scene.text(Sheet.MARGIN, base - 5, TextMetrics.fit(label, LABELS - 12, filter == null ? Ink.BOLD : Ink.LABEL), Anchor.START,
                filter == null ? Ink.BOLD : Ink.LABEL, Role.TEXT);
        scene.text(left - 14, base - 5, Say.number(total), Anchor.END, Ink.LABEL, Role.TEXT);
        scene.line(left, base, sheet.right(), base, Role.AXIS, 0.5);
        scene.region(new Bounds(Sheet.MARGIN, y, left - Sheet.MARGIN - 4, height), filter == null ? "" : filter, label + ": " + Say.count(total, "reset")
                + ".");
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double width = (sheet.right() - left) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double bar = Math.max(LEAST_BAR, room * counts[i] / most);
                double x = left + i * width;
                scene.fill(new Bounds(x + width * 0.1, base - bar, Math.max(2, width * 0.8), bar), 0, role);
                scene.region(new Bounds(x, y, Math.max(2, width), height), null, null, label + ", " + Ticks.date(times.start(i)) + " UTC: "
                        + Say.count(counts[i], "reset") + ".");
            }
        }
        return y + height + (filter == null ? 10 : 0);
    }

    private double periods(double from) {
        if (periods.isEmpty()) {
            return from;
        }
        double y = heading("Steady periods", from);
        for (Periodicity period : periods.subList(0, Math.min(MOST_PERIODS, periods.size()))) {
            period(period, y);
            y += PERIOD;
        }
        return y;
    }

    /** A bracket from one event to the next, and what comes back. */
    private void period(Periodicity period, double y) {
        String every = "Every " + Durations.text(period.nanos());
        List<String> more = new ArrayList<>(List.of(period.subject().words()));
        if (period.timeout() != null) {
            more.add("default of " + period.timeout().names());
        }
        scene.text(Sheet.MARGIN, y + 14, TextMetrics.fit(every, LABELS - 12, Ink.BOLD), Anchor.START, Ink.BOLD, Role.NOTE);
        scene.text(Sheet.MARGIN, y + 29, TextMetrics.fit(String.join("; ", more), LABELS + COUNT - 20, Ink.SMALL), Anchor.START, Ink.SMALL, Role.TEXT);
        scene.text(left - 14, y + 14, Say.number(period.resets()), Anchor.END, Ink.LABEL, Role.TEXT);
        double first = x(period.first().nanos());
        double last = x(period.last().nanos());
        double line = y + 18;
        scene.line(first, line, Math.max(last, first + 1), line, Role.NOTE, 1, Dash.DOTTED, 0);
        int ticks = period.events() + period.missing();
        double apart = (last - first) / Math.max(1, ticks - 1);
        int every1 = (int) Math.max(1, Math.ceil(6 / Math.max(0.001, apart)));
        for (int i = 0; i < ticks; i += every1) {
            double x = first + i * apart;
            scene.line(x, line - 7, x, line + 7, Role.NOTE, 2);
        }
        scene.region(new Bounds(Sheet.MARGIN, y, sheet.right() - Sheet.MARGIN, PERIOD - 2), period.subject().filter(), every + ": " + String.join("; ", more)
                + ", " + period.events() + " times with " + Say.count(period.resets(), "reset") + " from " + Ticks.date(period.first().nanos()) + " to "
                + Ticks.date(period.last().nanos()) + " UTC.");
    }
}
