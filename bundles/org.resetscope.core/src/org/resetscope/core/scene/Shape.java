package org.resetscope.core.scene;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.internal.report.Plain;

/** One thing to draw. A renderer needs to know these four and nothing else. */
public sealed interface Shape permits Shape.Line, Shape.Box, Shape.Area, Shape.Text {

    /** Where a text is held. */
    enum Anchor {
        /** At its left end. */
        START,
        /** At the middle of its width. */
        MIDDLE,
        /** At its right end. */
        END
    }

    /** How a line is stroked. */
    enum Dash {
        /** Without gaps. */
        SOLID,
        /** In dashes. */
        DASHED,
        /** In dots. */
        DOTTED
    }

    /**
     * A line through at least two points.
     *
     * @param arrow length of the filled arrow head at the last point; 0 for none
     */
    record Line(List<Point> points, Role role, double width, Dash dash, double arrow) implements Shape {

        public Line {
            points = List.copyOf(points);
            if (points.size() < 2 || !(width > 0 && width <= 50) || !(arrow >= 0 && arrow <= 100)) {
                throw new IllegalArgumentException("no line: " + points.size() + " points, width " + width + ", arrow " + arrow);
            }
        }

        /** The arrow head as a triangle, its tip first; empty where there is none. */
        public List<Point> head() {
            Point tip = points.get(points.size() - 1);
            Point from = points.get(points.size() - 2);
            double length = Math.hypot(tip.x() - from.x(), tip.y() - from.y());
            if (arrow == 0 || length == 0) {
                return List.of();
            }
            double dx = (tip.x() - from.x()) / length * arrow;
            double dy = (tip.y() - from.y()) / length * arrow;
            double half = 0.42;
            return List.of(tip, new Point(tip.x() - dx + dy * half, tip.y() - dy - dx * half),
                    new Point(tip.x() - dx - dy * half, tip.y() - dy + dx * half));
        }

        /** The points to stroke: up to the foot of the arrow head, so that a thick line does not blunt its tip. */
        public List<Point> shaft() {
            List<Point> head = head();
            if (head.isEmpty()) {
                return points;
            }
            List<Point> shaft = new ArrayList<>(points);
            shaft.set(shaft.size() - 1, new Point((head.get(1).x() + head.get(2).x()) / 2, (head.get(1).y() + head.get(2).y()) / 2));
            return shaft;
        }
    }

    /**
     * A rectangle.
     *
     * @param radius of its corners
     * @param fill null: not filled
     * @param line null: no outline
     */
    record Box(Bounds bounds, double radius, Role fill, Role line, double width, Dash dash) implements Shape {

        public Box {
            if (!(radius >= 0) || !(width >= 0 && width <= 50)) {
                throw new IllegalArgumentException("no box: radius " + radius + ", width " + width);
            }
        }
    }

    /** A filled polygon. */
    record Area(List<Point> points, Role fill) implements Shape {

        public Area {
            points = List.copyOf(points);
            if (points.size() < 3) {
                throw new IllegalArgumentException("a polygon of " + points.size() + " points");
            }
        }
    }

    /**
     * One line of text; control characters and those that reorder text are made visible, as no renderer may obey them.
     *
     * @param at where the anchor is, on the base line
     */
    record Text(Point at, String text, Anchor anchor, Font font, Role role) implements Shape {

        private static final int LONGEST = 1000;

        public Text {
            text = Plain.text(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }

        /** The space it takes up at most, whatever sans-serif font it is set in. */
        public Bounds bounds() {
            double width = TextMetrics.width(text, font);
            double left = switch (anchor) {
                case START -> at.x();
                case MIDDLE -> at.x() - width / 2;
                case END -> at.x() - width;
            };
            return new Bounds(left, at.y() - TextMetrics.ascent(font), width, TextMetrics.ascent(font) + TextMetrics.descent(font));
        }
    }
}
