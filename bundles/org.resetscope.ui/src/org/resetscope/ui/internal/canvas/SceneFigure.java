package org.resetscope.ui.internal.canvas;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Control;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Palette;
import org.resetscope.core.scene.Point;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.scene.Shape.Area;
import org.resetscope.core.scene.Shape.Box;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.Shape.Line;
import org.resetscope.core.scene.Shape.Text;

/** Paints a scene at any zoom. One figure, not one for each shape: a scene does not change while it is shown. */
public final class SceneFigure extends Figure {

    private static final int OPAQUE = 255;
    private static final int TINT = 60;

    private final Device device;
    private final SceneFonts fonts;
    private final Map<Role, Color> colours = new EnumMap<>(Role.class);
    private Scene scene;
    private Bounds marked;
    private Bounds brushed;
    private double zoom = 1;
    private int ground;

    public SceneFigure(Device device) {
        this.device = device;
        this.fonts = new SceneFonts(device);
        setOpaque(true);
    }

    /** Takes the colours of the theme, which colours the canvas when it likes. */
    public void follow(Control canvas) {
        take(canvas);
        canvas.addListener(SWT.Paint, e -> {
            if (ground != rgb(canvas.getBackground())) {
                canvas.getDisplay().asyncExec(() -> take(canvas));
            }
        });
        canvas.addListener(SWT.Dispose, e -> dispose());
    }

    void dispose() {
        fonts.dispose();
    }

    private void take(Control canvas) {
        if (canvas.isDisposed()) {
            return;
        }
        ground = rgb(canvas.getBackground());
        colours(org.resetscope.ui.internal.theme.Palette.of(canvas).scene().with(Role.BACKGROUND, ground));
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    /** What something is drawn in now. */
    public Color colour(Role role) {
        return colours.get(role);
    }

    void colours(Palette palette) {
        for (Role role : Role.values()) {
            int rgb = palette.rgb(role);
            colours.put(role, new Color(device, rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        }
        repaint();
    }

    public void show(Scene shown, double atZoom) {
        scene = shown;
        zoom = atZoom;
        setPreferredSize(scene == null ? new Dimension() : new Dimension((int) Math.ceil(scene.width() * zoom),
                (int) Math.ceil(scene.height() * zoom)));
        revalidate();
        repaint();
    }

    /** @param bounds to be framed, in the scene; null for none */
    void mark(Bounds bounds) {
        marked = bounds;
        repaint();
    }

    /** @param bounds to be tinted, in the scene; null for none */
    void brush(Bounds bounds) {
        brushed = bounds;
        repaint();
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setBackgroundColor(colours.get(Role.BACKGROUND));
        graphics.fillRectangle(getBounds());
        if (scene == null) {
            return;
        }
        paint(graphics, graphics.getClip(new Rectangle()));
    }

    /** @param clip what lies outside need not be painted */
    private void paint(Graphics graphics, Rectangle clip) {
        graphics.setAntialias(SWT.ON);
        graphics.setTextAntialias(SWT.ON);
        double top = clip.y / zoom;
        double bottom = clip.bottom() / zoom;
        for (Shape shape : scene.shapes()) {
            if (shape instanceof Text text && (text.at().y() + text.font().size() < top || text.at().y() - 2 * text.font().size() > bottom)) {
                continue;
            }
            if (shape instanceof Line line) {
                line(graphics, line);
            } else if (shape instanceof Box box) {
                box(graphics, box);
            } else if (shape instanceof Area area) {
                polygon(graphics, area.points(), area.fill());
            } else if (shape instanceof Text text) {
                text(graphics, text);
            }
        }
        if (brushed != null) {
            graphics.setAlpha(TINT);
            graphics.setBackgroundColor(colours.get(Role.DATA));
            graphics.fillRectangle((int) scaled(brushed.x()), (int) scaled(brushed.y()), (int) Math.max(1, scaled(brushed.width())),
                    (int) scaled(brushed.height()));
            graphics.setAlpha(OPAQUE);
        }
        if (marked != null) {
            box(graphics, new Box(marked, 5, null, Role.TEXT, 1.5, Dash.SOLID));
        }
    }

    private void line(Graphics graphics, Line line) {
        stroke(graphics, line.role(), line.width(), line.dash());
        Path path = path(line.shaft(), false);
        graphics.drawPath(path);
        path.dispose();
        if (!line.head().isEmpty()) {
            polygon(graphics, line.head(), line.role());
        }
    }

    private void polygon(Graphics graphics, List<Point> points, Role role) {
        graphics.setBackgroundColor(colours.get(role));
        Path path = path(points, true);
        graphics.fillPath(path);
        path.dispose();
    }

    private Path path(List<Point> points, boolean closed) {
        Path path = new Path(device);
        path.moveTo(scaled(points.get(0).x()), scaled(points.get(0).y()));
        points.subList(1, points.size()).forEach(p -> path.lineTo(scaled(p.x()), scaled(p.y())));
        if (closed) {
            path.close();
        }
        return path;
    }

    private void box(Graphics graphics, Box box) {
        Path path = new Path(device);
        float x = scaled(box.bounds().x());
        float y = scaled(box.bounds().y());
        float right = scaled(box.bounds().right());
        float bottom = scaled(box.bounds().bottom());
        float diameter = Math.min(scaled(box.radius() * 2), Math.min(right - x, bottom - y));
        if (diameter < 1) {
            path.addRectangle(x, y, right - x, bottom - y);
        } else {
            path.addArc(right - diameter, y, diameter, diameter, 90, -90);
            path.addArc(right - diameter, bottom - diameter, diameter, diameter, 0, -90);
            path.addArc(x, bottom - diameter, diameter, diameter, -90, -90);
            path.addArc(x, y, diameter, diameter, 180, -90);
            path.close();
        }
        if (box.fill() != null) {
            graphics.setBackgroundColor(colours.get(box.fill()));
            graphics.fillPath(path);
        }
        if (box.line() != null) {
            stroke(graphics, box.line(), box.width(), box.dash());
            graphics.drawPath(path);
        }
        path.dispose();
    }

    private void stroke(Graphics graphics, Role role, double width, Dash dash) {
        graphics.setForegroundColor(colours.get(role));
        graphics.setLineWidth((int) Math.max(1, Math.round(width * zoom)));
        graphics.setLineStyle(switch (dash) {
            case SOLID -> Graphics.LINE_SOLID;
            case DASHED -> Graphics.LINE_DASH;
            case DOTTED -> Graphics.LINE_DOT;
        });
    }

    private void text(Graphics graphics, Text text) {
        graphics.setFont(fonts.get(text.font(), zoom));
        graphics.setForegroundColor(colours.get(text.role()));
        FontMetrics metrics = graphics.getFontMetrics();
        int width = text.anchor() == Shape.Anchor.START ? 0
                : FigureUtilities.getTextWidth(text.text(), graphics.getFont());
        int x = Math.round(scaled(text.at().x())) - (text.anchor() == Shape.Anchor.END ? width : width / 2);
        int base = Math.round(scaled(text.at().y()));
        graphics.drawString(text.text(), x, base - metrics.getAscent() - metrics.getLeading());
    }

    private float scaled(double value) {
        return (float) (value * zoom);
    }
}
