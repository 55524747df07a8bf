package org.resetscope.visual.internal.overview;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.visual.internal.overview.Matrix.Cell;
import org.resetscope.visual.internal.overview.Matrix.Host;
import org.resetscope.visual.internal.overview.Matrix.Pair;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;

/** One row for each host: its address, its resets as a bar, and whom it resets. */
final class MatrixPainter {

    private static final double ROW = 34;
    private static final double NUMBER = 28;
    private static final double MOST_ADDRESS = 290;
    private static final double BARS = 150;
    private static final double BAR = 14;
    private static final double SMALLEST_CELL = 36;
    private static final double LARGEST_CELL = 84;
    private static final double DISC = 26;

    private final Sheet sheet;
    private final SceneBuilder scene;
    private final Matrix matrix;
    /** The pair of the reset that the user looks at, or null. */
    private final Pair chosen;
    private final double bars;
    private final double received;
    private final double cells;
    private final double cell;
    private final int most;

    MatrixPainter(Sheet sheet, Matrix matrix, Reset selection) {
        this.sheet = sheet;
        this.scene = sheet.scene();
        this.matrix = matrix;
        this.chosen = selection == null ? null : Matrix.pair(selection);
        bars = bars(matrix);
        received = bars + BARS + 72;
        cells = received + 24;
        cell = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, (sheet.right() - cells) / matrix.hosts().size()));
        most = matrix.hosts().stream().mapToInt(h -> h.made().total()).max().orElse(1);
    }

    private static double bars(Matrix matrix) {
        double address = matrix.hosts().stream().mapToDouble(h -> TextMetrics.width(h.address(), Ink.LABEL)).max().orElse(0);
        return Sheet.MARGIN + NUMBER + Math.min(MOST_ADDRESS, address) + 18;
    }

    /** What it needs. */
    static double width(Matrix matrix) {
        return bars(matrix) + BARS + 72 + 24 + SMALLEST_CELL * matrix.hosts().size() + Sheet.MARGIN;
    }

    void paint() {
        double width = sheet.width();
        double y = sheet.y() + 10;
        legend(y);
        y += 30;
        scene.text(Sheet.MARGIN + NUMBER, y, "Host", Anchor.START, Ink.BOLD, Role.MUTED);
        scene.text(bars, y, "Resets in its name", Anchor.START, Ink.BOLD, Role.MUTED);
        scene.text(received, y, "Gets", Anchor.END, Ink.BOLD, Role.MUTED);
        for (int i = 0; i < matrix.hosts().size(); i++) {
            scene.text(x(i), y, Integer.toString(i + 1), Anchor.MIDDLE, Ink.BOLD, Role.MUTED);
        }
        y += 10;
        for (int i = 0; i < matrix.hosts().size(); i++) {
            row(i, y, width);
            y += ROW;
        }
        scene.line(Sheet.MARGIN, y, width - Sheet.MARGIN, y, Role.AXIS, 0.5);
        if (matrix.all() > matrix.hosts().size()) {
            y += 20;
            scene.text(Sheet.MARGIN, y, "and " + Say.count(matrix.all() - matrix.hosts().size(), "more host") + " with fewer resets", Anchor.START,
                    Ink.SMALL, Role.MUTED);
        }
        sheet.y(y + 4);
    }

    private double x(int column) {
        return cells + cell * (column + 0.5);
    }

    /** The three kinds differ by shape as well as by colour. */
    private void legend(double y) {
        double x = Sheet.MARGIN;
        for (Cell kind : List.of(new Cell(1, 0, 0), new Cell(0, 1, 0), new Cell(0, 0, 1))) {
            bar(x, y - 10, 18, kind);
            String text = kind.sent() > 0 ? "sent by the host itself" : kind.forged() > 0 ? "sent by a device in its name" : "undecided which of the two";
            scene.text(x + 24, y, text, Anchor.START, Ink.SMALL, Role.MUTED);
            x += 24 + TextMetrics.width(text, Ink.SMALL) + 22;
        }
    }

    private void row(int i, double y, double width) {
        Host host = matrix.hosts().get(i);
        double base = y + ROW / 2 + 4;
        scene.line(Sheet.MARGIN, y, width - Sheet.MARGIN, y, Role.AXIS, 0.5);
        scene.text(Sheet.MARGIN + NUMBER - 10, base, Integer.toString(i + 1), Anchor.END, Ink.BOLD, Role.MUTED);
        scene.text(Sheet.MARGIN + NUMBER, base, TextMetrics.fit(host.address(), MOST_ADDRESS, Ink.LABEL), Anchor.START, Ink.LABEL, Role.TEXT);
        double end = bars;
        for (Cell part : List.of(new Cell(host.made().sent(), 0, 0), new Cell(0, host.made().forged(), 0), new Cell(0, 0, host.made().undecided()))) {
            if (part.total() > 0) {
                double length = Math.max(4, part.total() * BARS / most);
                bar(end, y + (ROW - BAR) / 2, length, part);
                end += length + 1;
            }
        }
        if (host.made().total() > 0) {
            scene.text(end + 6, base, Say.number(host.made().total()), Anchor.START, Ink.LABEL, Role.TEXT);
        }
        scene.text(received, base, Say.number(host.received()), Anchor.END, Ink.LABEL, host.received() == 0 ? Role.MUTED : Role.TEXT);
        scene.region(new Bounds(Sheet.MARGIN, y, received - Sheet.MARGIN, ROW), "address=" + host.address(), host.address() + ": " + words(host.made())
                + ", gets " + Say.count(host.received(), "reset") + ".");
        for (int j = 0; j < matrix.hosts().size(); j++) {
            Pair pair = new Pair(host.address(), matrix.hosts().get(j).address());
            Cell count = matrix.cells().get(pair);
            if (count == null) {
                scene.text(x(j), base, "\u00b7", Anchor.MIDDLE, Ink.LABEL, Role.AXIS);
            } else {
                cell(pair, count, x(j), y);
            }
        }
    }

    private void cell(Pair pair, Cell count, double x, double y) {
        boolean forged = count.forged() > count.sent() && count.forged() >= count.undecided();
        boolean undecided = !forged && count.undecided() > count.sent();
        String number = count.total() < 1000 ? Integer.toString(count.total()) : Say.number(count.total() / 1000) + "k";
        double width = Math.max(DISC, TextMetrics.width(number, Ink.BOLD) + 8);
        Bounds box = new Bounds(x - width / 2, y + (ROW - DISC) / 2, width, DISC);
        if (forged) {
            scene.box(box, 2, Role.RESET, null, 0, Dash.SOLID);
        } else if (undecided) {
            scene.box(box, DISC / 2, Role.SURFACE, Role.MUTED, 1.5, Dash.DASHED);
        } else {
            scene.box(box, DISC / 2, Role.DATA, null, 0, Dash.SOLID);
        }
        if (pair.equals(chosen)) {
            scene.box(new Bounds(box.x() - 3, box.y() - 3, box.width() + 6, box.height() + 6), DISC / 2 + 3, null, Role.TEXT, 1.5, Dash.SOLID);
        }
        scene.text(x, y + ROW / 2 + 4.2, number, Anchor.MIDDLE, Ink.BOLD, undecided ? Role.TEXT : forged ? Role.ON_RESET : Role.BACKGROUND);
        scene.region(new Bounds(x - cell / 2, y, cell, ROW), "address=" + pair.from() + " and address=" + pair.to(), pair.from() + " to " + pair.to() + ": "
                + words(count) + ".");
    }

    private void bar(double x, double y, double width, Cell kind) {
        Bounds bounds = new Bounds(x, y, width, BAR);
        if (kind.sent() > 0) {
            scene.box(bounds, BAR / 2 > width / 2 ? 2 : 6, Role.DATA, null, 0, Dash.SOLID);
        } else if (kind.forged() > 0) {
            scene.box(bounds, 0, Role.RESET, null, 0, Dash.SOLID);
        } else {
            scene.box(new Bounds(x + 0.75, y + 0.75, Math.max(2, width - 1.5), BAR - 1.5), 3, Role.SURFACE, Role.MUTED, 1.5, Dash.DASHED);
        }
    }

    private static String words(Cell cell) {
        List<String> parts = new ArrayList<>();
        if (cell.sent() > 0) {
            parts.add(Say.number(cell.sent()) + " sent by the host itself");
        }
        if (cell.forged() > 0) {
            parts.add(Say.number(cell.forged()) + " sent by a device in its name");
        }
        if (cell.undecided() > 0) {
            parts.add(Say.number(cell.undecided()) + " by the host or a device in its name");
        }
        return parts.isEmpty() ? "no resets in its name" : String.join(", ", parts);
    }
}
