package org.resetscope.visual.internal.ladder;

import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
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
import org.resetscope.visual.internal.paper.Stop;

/** Draws the rows of the ladder. */
final class RowPainter {

    private static final double PACKET = 31;
    private static final double RESET = 54;
    private static final double FOLD = 40;
    private static final double GAP = 50;
    private static final double LINE = 16;
    private static final double LINE_MARGIN = 11;
    private static final double LINE_INSET = 22;
    private static final int MOST_LINES = 3;
    /** Below the upper edge of a row. */
    private static final double ARROW = 22;
    private static final double RESET_ARROW = 36;
    private static final double BETWEEN = 10;

    private final SceneBuilder scene;
    private final Columns columns;
    private final Lanes lanes;
    private final Story story;
    private final long zero;

    RowPainter(SceneBuilder scene, Columns columns, Lanes lanes, Story story, long zero) {
        this.scene = scene;
        this.columns = columns;
        this.lanes = lanes;
        this.story = story;
        this.zero = zero;
    }

    double height(Row row) {
        if (row instanceof Row.Packet packet) {
            return story.isReset(packet.transit()) ? RESET : PACKET;
        }
        return row instanceof Row.Line line ? 2 * LINE_MARGIN + LINE * lines(line.told()).size() : row instanceof Row.Gap ? GAP : FOLD;
    }

    static double labelWidth(Transit transit, Story story) {
        boolean reset = story.isReset(transit);
        FlowPacket p = transit.packet();
        return TextMetrics.width(Phrases.flags(p.flags()), reset ? Ink.LOUD_BOLD : Ink.BOLD) + BETWEEN
                + TextMetrics.width(Phrases.numbers(p), reset ? Ink.LOUD : Ink.LABEL);
    }

    /** What lies behind the lanes. */
    void ground(Row row, double y) {
        Role role = row instanceof Row.Packet packet ? groundOf(packet.transit()) : Role.BACKGROUND;
        if (role != Role.BACKGROUND) {
            scene.fill(new Bounds(8, y + 1, columns.width() - 16, height(row) - 2), 5, role);
        }
    }

    private Role groundOf(Transit transit) {
        return story.isReset(transit) ? Role.RESET_GROUND : story.isTrigger(transit) ? Role.TRIGGER_GROUND : Role.BACKGROUND;
    }

    /** Joins the trigger to the reset on the lane of whoever answers it. */
    void bar(List<Row> rows, double[] y) {
        double from = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (!(rows.get(i) instanceof Row.Packet packet)) {
                continue;
            }
            if (story.isTrigger(packet.transit())) {
                from = y[i] + ARROW;
            } else if (story.isReset(packet.transit()) && from >= 0) {
                double x = columns.lane(lanes.birth(packet.transit().packet().fromClient(), story.device()));
                scene.fill(new Bounds(x - 3.5, from, 7, y[i] + RESET_ARROW - from), 3, Role.TRIGGER);
                return;
            }
        }
    }

    void paint(Row row, double y, List<Note> notes) {
        if (row instanceof Row.Packet packet) {
            packet(packet.transit(), y, notes);
        } else if (row instanceof Row.Fold fold) {
            fold(Phrases.fold(fold), y);
        } else if (row instanceof Row.Gap gap) {
            gap(Phrases.silence(gap.nanos()), y);
        } else if (row instanceof Row.Line line) {
            told(line.told(), y);
        }
    }

    private void packet(Transit transit, double y, List<Note> notes) {
        FlowPacket p = transit.packet();
        boolean reset = story.isReset(transit);
        double arrow = y + (reset ? RESET_ARROW : ARROW);
        double base = reset ? y + 31 : y + 20;
        Font font = reset ? Ink.SMALL_BOLD : Ink.SMALL;
        Role time = reset ? Role.RESET : Role.MUTED;
        scene.text(columns.timeEnd(), base, Phrases.offset(transit.nanos() - zero), Anchor.END, reset ? Ink.SMALL_BOLD : Ink.SMALL, time);
        scene.text(columns.frameEnd(), base, lanes.frame(transit), Anchor.END, font, time);
        double x = columns.badges() + 8;
        for (int number : story.numbers(transit)) {
            badge(scene, x, base - 4, number);
            x += Columns.BADGE;
        }
        arrow(transit, arrow, reset);
        label(transit, arrow - (reset ? 11 : 5.5), reset);
        double noteY = notes.size() > 1 ? y + 24 : base;
        for (Note note : notes) {
            scene.text(columns.notes(), noteY, note.text(), Anchor.START, note.font(), note.role());
            noteY += 17;
        }
        region(transit, new Bounds(8, y, columns.width() - 16, reset ? RESET : PACKET));
    }

    private void arrow(Transit transit, double y, boolean selected) {
        FlowPacket p = transit.packet();
        Reset reset = story.resetOf(transit);
        boolean between = story.bornBetween(transit);
        Lanes.Path path = lanes.path(transit, between);
        double from = columns.lane(path.from());
        double to = columns.lane(path.to());
        Role role = role(p, transit);
        double width = selected ? 3.2 : p.has(RST) ? 2.2 : p.payloadLength() > 0 || story.isTrigger(transit) ? 2 : 1.3;
        double head = selected ? 15 : 10;
        boolean unsure = reset != null && reset.verdict().sender() == Sender.UNDETERMINED;
        Dash dash = unsure || p.has(Mark.RETRANSMISSION) ? Dash.DASHED : Dash.SOLID;
        for (int i = 0; i < lanes.all().size(); i++) {
            int point = lanes.all().get(i).point();
            if (point >= 0 && transit.seenAt(point)) {
                scene.fill(new Bounds(columns.lane(i) - 3, y - 3, 6, 6), 3, role);
            }
        }
        if (endsAtDevice(transit)) {
            double device = columns.lane(lanes.device());
            scene.line(from, y, device, y, role, width, dash, head);
            scene.line(device, y, to, y, role, 1, Dash.DOTTED, 0);
        } else {
            scene.line(from, y, to, y, role, width, dash, head);
        }
        if (path.lost()) {
            cross(to, y, 5, role, 2);
        }
        if (p.has(RST)) {
            Stop.draw(scene, from, y, selected ? 11 : 7);
        }
    }

    /** Whether the device keeps this packet, as far as anyone saw. */
    private boolean endsAtDevice(Transit transit) {
        return story.isTrigger(transit) && story.triggerEndsAtDevice() && !lanes.seenBeyondDevice(transit);
    }

    private Role role(FlowPacket p, Transit transit) {
        if (p.has(RST)) {
            return Role.RESET;
        }
        if (story.isTrigger(transit)) {
            return Role.TRIGGER;
        }
        if (p.has(Mark.RETRANSMISSION) || p.has(Mark.OUT_OF_ORDER) || p.has(Mark.HOLE_BEFORE)) {
            return Role.NOTE;
        }
        return p.has(SYN | FIN) ? Role.TEXT : p.payloadLength() > 0 ? Role.DATA : Role.PACKET;
    }

    private void cross(double x, double y, double half, Role role, double width) {
        scene.line(x - half, y - half, x + half, y + half, role, width);
        scene.line(x - half, y + half, x + half, y - half, role, width);
    }

    private void label(Transit transit, double base, boolean reset) {
        FlowPacket p = transit.packet();
        String flags = Phrases.flags(p.flags());
        Font bold = reset ? Ink.LOUD_BOLD : Ink.BOLD;
        Font plain = reset ? Ink.LOUD : Ink.LABEL;
        double flagsWidth = TextMetrics.width(flags, bold);
        double width = labelWidth(transit, story);
        double left = labelCentre(transit, width) - width / 2;
        // lanes and the bar stop short of the text
        for (int i = 0; i < lanes.all().size(); i++) {
            double x = columns.lane(i);
            if (x > left - 8 && x < left + width + 8) {
                scene.fill(new Bounds(left - 5, base - TextMetrics.ascent(plain), width + 10, TextMetrics.ascent(plain)
                        + TextMetrics.descent(plain)), 2, groundOf(transit));
                break;
            }
        }
        Role role = role(p, transit);
        scene.text(left + flagsWidth, base, flags, Anchor.END, bold, role == Role.PACKET ? Role.TEXT : role);
        scene.text(left + flagsWidth + BETWEEN, base, Phrases.numbers(p), Anchor.START, plain, Role.TEXT);
    }

    /** Above the arrow itself where that has room, else between the ends. */
    private double labelCentre(Transit transit, double width) {
        Lanes.Path path = lanes.path(transit, story.bornBetween(transit));
        boolean answered = endsAtDevice(transit);
        double from = columns.lane(path.from());
        double to = columns.lane(answered ? lanes.device() : path.to());
        return Math.abs(to - from) > width + 40 ? (from + to) / 2 : (columns.lane(0) + columns.lane(lanes.all().size() - 1.0)) / 2;
    }

    /** A number in a disc. */
    static void badge(SceneBuilder scene, double x, double y, int number) {
        scene.fill(new Bounds(x - 7.5, y - 7.5, 15, 15), 7.5, Role.EVIDENCE);
        scene.text(x, y + 3.6, Integer.toString(number), Anchor.MIDDLE, Ink.BADGE, Role.ON_EVIDENCE);
    }

    private void region(Transit transit, Bounds bounds) {
        StringBuilder text = new StringBuilder(Phrases.sentence(transit.packet(), transit.nanos() - zero));
        Reset reset = story.resetOf(transit);
        if (reset != null) {
            String name = Phrases.name(reset);
            text.append(" Reset ").append(reset.id()).append(" \u2014 ").append(Phrases.sender(reset)).append(name.isEmpty() ? "" : ", " + name)
                    .append('.');
        }
        if (story.isTrigger(transit)) {
            text.append(" The reset answers this.");
        }
        List<Integer> numbers = story.numbers(transit);
        if (!numbers.isEmpty()) {
            text.append(" Evidence ").append(numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))).append('.');
        }
        long points = lanes.all().stream().filter(l -> l.point() >= 0).count();
        if (points > 1) {
            text.append(" Seen at ").append(lanes.all().stream().filter(l -> l.point() >= 0 && transit.seenAt(l.point())).map(Lane::title)
                    .collect(Collectors.joining(", "))).append('.');
        }
        scene.region(bounds, transit.packet().frame(), reset == null ? null : reset.id(), text.toString());
    }

    private void fold(String text, double y) {
        double left = columns.lane(0) + 14;
        double right = columns.lane(lanes.all().size() - 1.0) - 14;
        Bounds box = new Bounds(left, y + 8, right - left, 24);
        scene.box(box, 5, Role.SURFACE, Role.AXIS, 1, Dash.DASHED);
        scene.text((left + right) / 2, y + 24, text, Anchor.MIDDLE, Ink.SMALL, Role.GAP);
        scene.region(box, null, null, text + ".");
    }

    /** The paper torn across all lanes. */
    private void gap(String text, double y) {
        double left = columns.lane(0) - 12;
        double right = columns.lane(lanes.all().size() - 1.0) + 12;
        Bounds cut = new Bounds(left, y + 12, right - left, GAP - 24);
        scene.fill(cut, 0, Role.BACKGROUND);
        tear(left, right, y + 12);
        tear(left, right, y + GAP - 12);
        scene.text((left + right) / 2, y + GAP / 2 + 4, text, Anchor.MIDDLE, Ink.ASIDE, Role.GAP);
        scene.region(cut, null, null, text + ".");
    }

    private void tear(double left, double right, double y) {
        int teeth = Math.max(2, (int) Math.round((right - left) / 12));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= teeth * 2; i++) {
            points.add(new Point(left + (right - left) * i / (teeth * 2), y + (i % 2 == 0 ? 2 : -2)));
        }
        scene.add(new Shape.Line(points, Role.GAP, 1, Dash.SOLID, 0));
    }

    /** A card on the lane of whoever wrote the line. */
    private void told(Told told, double y) {
        List<String> lines = lines(told);
        double width = lines.stream().mapToDouble(l -> TextMetrics.width(l, Ink.SMALL)).max().orElse(0) + 20;
        double first = columns.lane(0);
        double last = columns.lane(lanes.all().size() - 1.0);
        double x = columns.lane(lanes.place(told.place()));
        double left = Math.max(first + LINE_INSET, Math.min(last - LINE_INSET - width, x - width / 2));
        Role role = told.before() ? Role.DEVICE : Role.EVIDENCE;
        double middle = y + LINE_MARGIN + LINE * lines.size() / 2;
        Bounds card = new Bounds(left, y + 6, width, LINE * lines.size() + 2 * (LINE_MARGIN - 6));
        if (x < left || x > left + width) {
            scene.line(x, middle, x < left ? left : left + width, middle, role, 1.2);
            scene.fill(new Bounds(x - 4, middle - 4, 8, 8), 4, role);
        }
        scene.box(card, 4, Role.SURFACE, role, 1.2, Dash.SOLID);
        double base = y + LINE_MARGIN + 12;
        for (String line : lines) {
            scene.text(left + 10, base, line, Anchor.START, Ink.SMALL, Role.TEXT);
            base += LINE;
        }
        String when = when(told, zero);
        scene.text(columns.timeEnd(), middle + 4, when, Anchor.END, Ink.SMALL, Role.MUTED);
        scene.text(columns.frameEnd(), middle + 4, told.kind(), Anchor.END, Ink.SMALL, role);
        String moment = told.before() ? "" : told.nanos() == zero ? ", in the second of the reset" : ", " + when.substring(1)
                + (told.nanos() < zero ? " before the reset" : " after the reset");
        scene.region(card, null, null, (told.before() ? "Rule" : "Log of the " + writer(told)) + moment + ": " + told.text());
    }

    private static String writer(Told told) {
        return switch (told.place()) {
            case CLIENT -> "client";
            case SERVER -> "server";
            default -> "device";
        };
    }

    /** As much of the text as has room between the ends. */
    private List<String> lines(Told told) {
        double room = columns.lane(lanes.all().size() - 1.0) - columns.lane(0) - 2 * LINE_INSET - 20;
        return TextMetrics.wrap(told.text(), room, Ink.SMALL, MOST_LINES);
    }

    /** As it stands in the column of times. */
    static String when(Told told, long zero) {
        return told.before() ? "" : !told.exact() && told.nanos() == zero ? "\u2248 0" : Phrases.offset(told.nanos() - zero);
    }
}
