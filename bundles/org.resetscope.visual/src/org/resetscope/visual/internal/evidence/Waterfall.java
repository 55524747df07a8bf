package org.resetscope.visual.internal.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.resetscope.core.judge.Balance;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Point;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;

/** One explanation weighed against another: arrows below each other, each of which begins where the one before ended. */
final class Waterfall {

    private static final int MOST_STEPS = 10;
    private static final int MOST_LINES = 3;
    private static final double LINE = 16;
    private static final double BAR = 16;
    private static final double LABEL = 84;
    private static final double BETWEEN = 20;
    private static final double TEXT_SHARE = 0.46;

    /** @param text what a reader learns; {@code said} is complete; frame may be null */
    private record Row(String text, int decibans, FrameRef frame, String said, boolean sum) {
    }

    private final Sheet sheet;
    private final SceneBuilder scene;
    private final Balance balance;
    private final double textWidth;
    private final double left;
    private final double right;
    private double lowest;
    private double highest;

    Waterfall(Sheet sheet, Balance balance) {
        this.sheet = sheet;
        this.scene = sheet.scene();
        this.balance = balance;
        this.textWidth = (sheet.width() - 2 * Sheet.MARGIN) * TEXT_SHARE;
        this.left = Sheet.MARGIN + textWidth + BETWEEN;
        this.right = sheet.right();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Before anything is looked at: how common each of the two is", balance.prior(), null,
                "Before anything is looked at, " + comparison(balance.prior()), false));
        for (Balance.Step step : balance.steps().subList(0, Math.min(MOST_STEPS, balance.steps().size()))) {
            Evidence e = step.evidence();
            String with = step.others().isEmpty() ? "" : " Counted together with: " + step.others().stream().map(Evidence::text)
                    .collect(Collectors.joining(" "));
            rows.add(new Row(e.text(), step.decibans(), e.frames().isEmpty() ? null : e.frames().get(0), e.text() + with + " "
                    + effect(step.decibans()), false));
        }
        if (balance.steps().size() > MOST_STEPS) {
            List<Balance.Step> rest = balance.steps().subList(MOST_STEPS, balance.steps().size());
            int sum = rest.stream().mapToInt(Balance.Step::decibans).sum();
            rows.add(new Row(Say.count(rest.size(), "further observation") + " that say less", sum, null,
                    rest.stream().map(s -> s.evidence().text()).collect(Collectors.joining(" ")) + " Together: " + comparison(sum), false));
        }
        rows.add(new Row("All together", balance.total(), null, "All together: " + comparison(balance.total()), true));
        return rows;
    }

    private String comparison(int decibans) {
        return decibans == 0 ? "both are equally likely." : likelier(decibans) + " is " + Odds.times(decibans) + " as likely as " + likelier(-decibans) + ".";
    }

    private String effect(int decibans) {
        return decibans == 0 ? "This speaks for neither."
                : "This makes " + likelier(decibans) + " " + Odds.times(decibans) + " likelier against " + likelier(-decibans) + ".";
    }

    private String likelier(int decibans) {
        return "\u201c" + Causes.title(decibans > 0 ? balance.cause() : balance.rival()) + "\u201d";
    }

    void draw() {
        List<Row> rows = rows();
        int at = 0;
        for (Row row : rows) {
            at = row.sum ? row.decibans : at + row.decibans;
            lowest = Math.min(lowest, at);
            highest = Math.max(highest, at);
        }
        sheet.y(sheet.y() + 14);
        heading();
        double y = sheet.y() + 8;
        axis(sheet.y(), y + rows.stream().mapToDouble(this::height).sum());
        double before = 0;
        double joined = 0;
        for (Row row : rows) {
            double from = row.sum ? 0 : before;
            double to = row.sum ? row.decibans : before + row.decibans;
            if (joined > 0 && !row.sum) {
                scene.line(x(from), joined, x(from), y + 2, Role.AXIS, 1);
            }
            row(row, y, from, to);
            joined = y + 2 + BAR;
            y += height(row);
            before = to;
        }
        sheet.y(y + 16);
    }

    private void heading() {
        scene.line(Sheet.MARGIN, sheet.y() - 12, right, sheet.y() - 12, Role.AXIS, 0.7);
        double y = sheet.y() + 10;
        String mine = Say.capital(Causes.title(balance.cause()));
        String other = Say.capital(Causes.title(balance.rival()));
        scene.text(Sheet.MARGIN, y, TextMetrics.fit("Why \u201c" + Causes.title(balance.cause()) + "\u201d", textWidth, Ink.HEAD), Anchor.START, Ink.HEAD,
                Role.TEXT);
        scene.text(Sheet.MARGIN, y + 17, TextMetrics.fit("and not \u201c" + Causes.title(balance.rival()) + "\u201d", textWidth, Ink.HEAD), Anchor.START,
                Ink.HEAD, Role.MUTED);
        String rival = TextMetrics.fit("\u2190 " + other, (right - left) * 0.48, Ink.BOLD);
        double room = right - left - TextMetrics.width(rival, Ink.BOLD) - BETWEEN;
        scene.text(left, y + 17, rival, Anchor.START, Ink.BOLD, Role.NOTE);
        scene.text(right, y + 17, TextMetrics.fit(mine + " \u2192", room, Ink.BOLD), Anchor.END, Ink.BOLD, Role.DATA);
        sheet.y(y + 30);
    }

    private double x(double decibans) {
        double from = left + LABEL;
        double to = right - LABEL;
        return from + (decibans - lowest) / Math.max(10, highest - lowest) * (to - from);
    }

    private double height(Row row) {
        return Math.max(BAR + 12, TextMetrics.wrap(row.text, textWidth, font(row), MOST_LINES).size() * LINE + 10);
    }

    private static Font font(Row row) {
        return row.sum ? Ink.BOLD : Ink.LABEL;
    }

    private void row(Row row, double y, double from, double to) {
        Sheet.lines(scene, row.text, Sheet.MARGIN, y + 13, textWidth, font(row), Role.TEXT, MOST_LINES);
        double top = y + 2;
        boolean forIt = to >= from;
        Role role = row.sum ? Role.EVIDENCE : forIt ? Role.DATA : Role.NOTE;
        arrow(x(from), x(to), top, role);
        String label = row.decibans == 0 ? "even" : Odds.times(row.decibans);
        scene.text(forIt ? x(to) + 6 : x(to) - 6, top + 12.5, label, forIt ? Anchor.START : Anchor.END, row.sum ? Ink.BOLD : Ink.LABEL,
                row.decibans == 0 ? Role.MUTED : role);
        scene.region(new Bounds(Sheet.MARGIN, y - 2, right - Sheet.MARGIN, height(row) - 2), row.frame, null, row.said);
    }

    /** Tells its direction by its shape, not only by its colour. */
    private void arrow(double from, double to, double top, Role role) {
        double head = Math.signum(to - from) * Math.min(7, Math.abs(to - from));
        if (head == 0) {
            scene.line(from, top, from, top + BAR, Role.MUTED, 2);
            return;
        }
        double middle = top + BAR / 2;
        scene.add(new Shape.Area(List.of(new Point(from, top), new Point(to - head, top), new Point(to, middle), new Point(to - head, top + BAR),
                new Point(from, top + BAR)), role));
    }

    private void axis(double top, double bottom) {
        double even = x(0);
        scene.line(even, top, even, bottom, Role.AXIS, 1, Dash.DASHED, 0);
        scene.text(even, bottom + 12, "equally likely", Anchor.MIDDLE, Ink.TINY, Role.MUTED);
    }
}
