package org.resetscope.core.scene;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.internal.report.XmlText;

import org.resetscope.core.scene.Shape.Area;
import org.resetscope.core.scene.Shape.Box;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.Shape.Line;
import org.resetscope.core.scene.Shape.Text;

/**
 * Writes a scene as one SVG file that needs nothing else: no script, no font, no link. Colours are classes by role, so that one file can
 * follow the reader's light or dark theme.
 */
public final class SvgWriter {

    private static final String FONTS = "\"Segoe UI\",\"Helvetica Neue\",Helvetica,Arial,\"Liberation Sans\",\"DejaVu Sans\",sans-serif";

    /** Class of an embedded element. */
    private static final String EMBEDDED = "drawing";

    private final Palette palette;
    private final Palette dark;

    private SvgWriter(Palette palette, Palette dark) {
        this.palette = palette;
        this.dark = dark;
    }

    /** Light, and dark where the reader's system asks for that. */
    public static SvgWriter adaptive() {
        return new SvgWriter(Palette.LIGHT, Palette.DARK);
    }

    /** In one palette, whatever the reader asks for. */
    public static SvgWriter with(Palette palette) {
        return new SvgWriter(palette, null);
    }

    /**
     * Writes a file of its own, in UTF-8.
     *
     * @throws IOException as thrown by {@code out}
     */
    public void write(Scene scene, Appendable out) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        start(scene, "xmlns=\"http://www.w3.org/2000/svg\"", "", out);
        out.append("<style>\n");
        styles("", out);
        out.append("</style>\n");
        shapes(scene, out);
    }

    /**
     * Writes the scene as an element of an HTML document, which holds {@link #styles(Appendable)} once for all such elements.
     *
     * @param id of letters, digits and hyphens, of which the element makes ids that must be its own in the document
     */
    public void embed(Scene scene, String id, Appendable out) throws IOException {
        start(scene, "class=\"" + EMBEDDED + "\"", id + "-", out);
        shapes(scene, out);
    }

    /** The rules of a style sheet for what {@link #embed} writes. */
    public void styles(Appendable out) throws IOException {
        styles("." + EMBEDDED + " ", out);
    }

    private static void start(Scene scene, String attribute, String ids, Appendable out) throws IOException {
        out.append("<svg ").append(attribute).append(' ').append(size(scene)).append(" viewBox=\"0 0 ").append(number(scene.width()))
                .append(' ').append(number(scene.height())).append("\" role=\"img\" aria-labelledby=\"").append(ids).append("title ")
                .append(ids).append("desc\">\n<title id=\"").append(ids).append("title\">").append(XmlText.of(scene.title()))
                .append("</title>\n<desc id=\"").append(ids).append("desc\">").append(XmlText.of(scene.description())).append("</desc>\n");
    }

    private static String size(Scene scene) {
        return "width=\"" + number(scene.width()) + "\" height=\"" + number(scene.height()) + "\"";
    }

    private void styles(String within, Appendable out) throws IOException {
        out.append(within).append("text{font-family:").append(FONTS).append(";white-space:pre}\n");
        colours(within, out, palette);
        if (dark != null) {
            out.append("@media (prefers-color-scheme:dark){\n");
            colours(within, out, dark);
            out.append("}\n");
        }
    }

    private static void shapes(Scene scene, Appendable out) throws IOException {
        out.append("<rect class=\"f-background\" ").append(size(scene)).append("/>\n");
        for (Shape shape : scene.shapes()) {
            shape(out, shape);
        }
        for (Region region : scene.regions()) {
            region(out, region);
        }
        out.append("</svg>\n");
    }

    private static void colours(String within, Appendable out, Palette palette) throws IOException {
        for (Role role : Role.values()) {
            String name = name(role);
            out.append(within).append(".f-").append(name).append("{fill:").append(palette.css(role)).append("}").append(within).append(".s-").append(name).append("{stroke:")
                    .append(palette.css(role)).append("}\n");
        }
    }

    private static void shape(Appendable out, Shape shape) throws IOException {
        if (shape instanceof Line line) {
            out.append("<polyline class=\"s-").append(name(line.role())).append("\" fill=\"none\" points=\"")
                    .append(points(line.shaft())).append('"').append(stroke(line.width(), line.dash())).append("/>\n");
            if (!line.head().isEmpty()) {
                polygon(out, line.head(), line.role());
            }
        } else if (shape instanceof Box box) {
            out.append("<rect").append(bounds(box.bounds()));
            if (box.radius() > 0) {
                out.append(" rx=\"").append(number(box.radius())).append('"');
            }
            String classes = (box.fill() == null ? "" : "f-" + name(box.fill())) + (box.line() == null ? "" : " s-" + name(box.line()));
            out.append(" class=\"").append(classes.strip()).append('"').append(box.fill() == null ? " fill=\"none\"" : "")
                    .append(box.line() == null ? "" : stroke(box.width(), box.dash())).append("/>\n");
        } else if (shape instanceof Area area) {
            polygon(out, area.points(), area.fill());
        } else if (shape instanceof Text text) {
            text(out, text);
        }
    }

    private static void polygon(Appendable out, List<Point> points, Role fill) throws IOException {
        out.append("<polygon class=\"f-").append(name(fill)).append("\" points=\"").append(points(points)).append("\"/>\n");
    }

    private static void text(Appendable out, Text text) throws IOException {
        out.append("<text class=\"f-").append(name(text.role())).append("\" x=\"").append(number(text.at().x())).append("\" y=\"")
                .append(number(text.at().y())).append("\" font-size=\"").append(number(text.font().size())).append('"')
                .append(text.font().bold() ? " font-weight=\"bold\"" : "").append(text.font().italic() ? " font-style=\"italic\"" : "");
        switch (text.anchor()) {
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
            case START -> { }
        }
        out.append('>').append(XmlText.of(text.text())).append("</text>\n");
    }

    /** A surface that is not seen, whose title browsers show and screen readers read. */
    private static void region(Appendable out, Region region) throws IOException {
        out.append("<g");
        if (region.frame() != null) {
            out.append(" data-capture=\"").append(XmlText.of(region.frame().capture())).append("\" data-frame=\"")
                    .append(Long.toString(region.frame().frame())).append('"');
        }
        if (region.reset() != null) {
            out.append(" data-reset=\"").append(XmlText.of(region.reset())).append('"');
        }
        out.append("><title>").append(XmlText.of(region.text())).append("</title><rect").append(bounds(region.bounds()))
                .append(" fill=\"none\" pointer-events=\"all\"/></g>\n");
    }

    private static String stroke(double width, Dash dash) {
        String gaps = switch (dash) {
            case SOLID -> "";
            case DASHED -> " stroke-dasharray=\"6 4\"";
            case DOTTED -> " stroke-dasharray=\"1.5 4\"";
        };
        return " stroke-width=\"" + number(width) + "\"" + gaps;
    }

    private static String bounds(Bounds b) {
        return " x=\"" + number(b.x()) + "\" y=\"" + number(b.y()) + "\" width=\"" + number(b.width()) + "\" height=\""
                + number(b.height()) + "\"";
    }

    private static String points(List<Point> points) {
        StringBuilder text = new StringBuilder();
        for (Point point : points) {
            text.append(text.isEmpty() ? "" : " ").append(number(point.x())).append(',').append(number(point.y()));
        }
        return text.toString();
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A tenth of a pixel is enough. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
