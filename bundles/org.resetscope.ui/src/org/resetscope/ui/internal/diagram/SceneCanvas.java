package org.resetscope.ui.internal.diagram;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.Palette;

/**
 * Shows a scene: the wheel scrolls, with Ctrl it zooms; dragging moves the drawing; a click, or the arrow keys, choose a packet.
 */
final class SceneCanvas {

    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 5;
    private static final double STEP = 1.2;
    private static final int DRAG = 4;
    /** What is shown below the reset. */
    private static final int CONTEXT = 40;

    private final FigureCanvas canvas;
    private final SceneFigure figure;
    private final Consumer<FrameRef> chosen;
    private Scene scene;
    private Region marked;
    private double zoom = 1;
    private boolean fit = true;
    private Event pressed;
    private Point origin;
    private boolean dragged;
    private int ground;

    SceneCanvas(Composite parent, Consumer<FrameRef> chosen) {
        this.chosen = chosen;
        canvas = new FigureCanvas(parent);
        Content.mark(canvas);
        canvas.getViewport().setContentsTracksWidth(true);
        canvas.getViewport().setContentsTracksHeight(true);
        figure = new SceneFigure(canvas.getDisplay());
        colours();
        canvas.setContents(figure);
        // the theme colours the canvas when it likes
        canvas.addListener(SWT.Paint, e -> {
            if (ground != rgb(canvas.getBackground())) {
                canvas.getDisplay().asyncExec(this::colours);
            }
        });
        canvas.addListener(SWT.Resize, e -> fitAgain());
        canvas.addListener(SWT.Dispose, e -> figure.dispose());
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = scene == null ? "Diagram" : marked == null ? scene.title() : marked.text();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = scene == null ? null : String.join("\n", scene.words());
            }
        });
    }

    Control control() {
        return canvas;
    }

    Scene scene() {
        return scene;
    }

    /** @param reset id of the reset that it is about, which comes into view */
    void show(Scene shown, String reset) {
        scene = shown;
        marked = null;
        figure.mark(null);
        fit = true;
        fitAgain();
        double below = scene.regions().stream().filter(r -> reset.equals(r.reset())).mapToDouble(r -> r.bounds().bottom()).findFirst().orElse(0);
        canvas.scrollTo(0, (int) Math.max(0, (below + CONTEXT) * zoom - canvas.getClientArea().height));
    }

    /** The same in another width: place, zoom and choice stay. */
    void replace(Scene shown) {
        FrameRef frame = marked == null ? null : marked.frame();
        scene = shown;
        marked = null;
        figure.mark(null);
        apply(fit ? Math.min(1, canvas.getClientArea().width / scene.width()) : zoom);
        if (frame != null) {
            mark(frame);
        }
    }

    /** Frames a packet and brings it into view; nothing where it is not drawn. */
    void mark(FrameRef frame) {
        Region region = scene == null ? null : scene.regions().stream().filter(r -> frame.equals(r.frame())).findFirst().orElse(null);
        if (region != null) {
            mark(region);
        }
    }

    private void mark(Region region) {
        marked = region;
        figure.mark(region.bounds());
        Bounds b = region.bounds();
        Point location = canvas.getViewport().getViewLocation();
        int height = canvas.getClientArea().height;
        if (b.y() * zoom < location.y || b.bottom() * zoom > location.y + height) {
            canvas.scrollToY((int) (b.y() * zoom) - height / 3);
        }
        canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
    }

    void zoomIn() {
        zoom(zoom * STEP);
    }

    void zoomOut() {
        zoom(zoom / STEP);
    }

    /** The whole width, but never larger than natural. */
    void fit() {
        fit = true;
        fitAgain();
    }

    private void zoom(double to) {
        fit = false;
        apply(to);
    }

    private void fitAgain() {
        if (scene != null && fit) {
            apply(Math.min(1, canvas.getClientArea().width / scene.width()));
        }
    }

    private void apply(double to) {
        Point location = canvas.getViewport().getViewLocation();
        double factor = Math.max(SMALLEST, Math.min(LARGEST, to)) / zoom;
        zoom *= factor;
        figure.show(scene, zoom);
        canvas.getLightweightSystem().getUpdateManager().performUpdate();
        canvas.scrollTo((int) (location.x * factor), (int) (location.y * factor));
    }

    private void colours() {
        if (canvas.isDisposed()) {
            return;
        }
        boolean dark = Palette.of(canvas) == Palette.DARK;
        ground = rgb(canvas.getBackground());
        var palette = dark ? org.resetscope.core.scene.Palette.DARK : org.resetscope.core.scene.Palette.LIGHT;
        figure.colours(palette.with(Role.BACKGROUND, ground));
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    private Region at(Event event) {
        Point location = canvas.getViewport().getViewLocation();
        return scene == null ? null : scene.at((event.x + location.x) / zoom, (event.y + location.y) / zoom).orElse(null);
    }

    private void down(Event event) {
        canvas.setFocus();
        pressed = event.button == 1 ? event : null;
        dragged = false;
        origin = canvas.getViewport().getViewLocation().getCopy();
    }

    private void moved(Event event) {
        if (pressed == null) {
            Region region = at(event);
            String words = region == null ? null : region.text().replace("&", "&&");
            if (words == null || !words.equals(canvas.getToolTipText())) {
                canvas.setToolTipText(words);
            }
            canvas.setCursor(canvas.getDisplay().getSystemCursor(region != null && region.frame() != null ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW));
            return;
        }
        dragged |= Math.abs(event.x - pressed.x) + Math.abs(event.y - pressed.y) > DRAG;
        if (dragged) {
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
            canvas.scrollTo(origin.x + pressed.x - event.x, origin.y + pressed.y - event.y);
        }
    }

    private void up(Event event) {
        Region region = pressed != null && !dragged ? at(event) : null;
        pressed = null;
        if (region != null && region.frame() != null) {
            choose(region);
        }
    }

    private void choose(Region region) {
        mark(region);
        chosen.accept(region.frame());
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(event.count > 0 ? zoom * STEP : zoom / STEP);
            event.doit = false;
        }
    }

    private void key(Event event) {
        switch (event.character) {
            case '+', '=' -> zoomIn();
            case '-' -> zoomOut();
            case '0' -> fit();
            default -> {
                if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
                    step(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
                }
            }
        }
    }

    /** To the next or previous packet. */
    private void step(int by) {
        List<Region> packets = scene == null ? List.of() : scene.regions().stream().filter(r -> r.frame() != null).toList();
        int at = packets.indexOf(marked) + (marked == null && by < 0 ? packets.size() + 1 : 0) + by;
        if (at >= 0 && at < packets.size()) {
            choose(packets.get(at));
        }
    }
}
