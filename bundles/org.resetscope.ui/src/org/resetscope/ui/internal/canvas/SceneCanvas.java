package org.resetscope.ui.internal.canvas;

import java.util.List;
import java.util.Objects;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.ui.internal.theme.Content;

/**
 * Shows a scene: the wheel scrolls, with Ctrl it zooms; dragging moves the drawing, or chooses a stretch of its time axis; a click, or the
 * arrow keys, choose a packet, a reset, or what counts many; a double click, or Enter, opens that.
 */
public final class SceneCanvas implements Drawing {

    /** Is told what the user does. */
    public interface Listener {

        /** A region was chosen. */
        void chosen(Region region);

        /** A region was opened. */
        void opened(Region region);

        /** A stretch of the scene's time axis was chosen, in nanoseconds. */
        void brushed(long from, long to);

        /** The user wants to see everything again. */
        void home();
    }

    private static final int DRAG = 4;
    /** What is shown below the reset. */
    private static final int CONTEXT = 40;

    private final FigureCanvas canvas;
    private final SceneFigure figure;
    private final Zoom zoom;
    private final Listener listener;
    private Scene scene;
    private Region marked;
    private Event pressed;
    private Point origin;
    private boolean dragged;
    /** Where on the time axis the mouse was pressed; NaN elsewhere. */
    private double brushFrom = Double.NaN;

    public SceneCanvas(Composite parent, Listener listener) {
        this.listener = listener;
        canvas = new FigureCanvas(parent);
        Content.mark(canvas);
        canvas.getViewport().setContentsTracksWidth(true);
        canvas.getViewport().setContentsTracksHeight(true);
        figure = new SceneFigure(canvas.getDisplay());
        canvas.setContents(figure);
        figure.follow(canvas);
        zoom = new Zoom(canvas, this::scene, this::redraw);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, e -> open(at(e)));
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

    @Override
    public Control control() {
        return canvas;
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public void show(Scene shown, String reset) {
        scene = shown;
        marked = null;
        figure.mark(null);
        figure.brush(null);
        double before = zoom.factor();
        zoom.begin(scene);
        redraw(before);
        double below = reset == null ? 0 : scene.regions().stream().filter(r -> reset.equals(r.reset())).mapToDouble(r -> r.bounds().bottom()).findFirst().orElse(0);
        canvas.scrollTo(0, (int) Math.max(0, (below + CONTEXT) * zoom.factor() - canvas.getClientArea().height));
    }

    @Override
    public void replace(Scene shown) {
        Region before = marked;
        scene = shown;
        marked = null;
        figure.mark(null);
        figure.brush(null);
        double factor = zoom.factor();
        zoom.adapt(scene);
        redraw(factor);
        if (before != null) {
            scene.regions().stream().filter(r -> r.selectable() && Objects.equals(r.frame(), before.frame()) && Objects.equals(r.reset(), before.reset())
                    && Objects.equals(r.filter(), before.filter())).findFirst().ifPresent(this::mark);
        }
    }

    @Override
    public void mark(FrameRef frame) {
        Region region = scene == null ? null : scene.regions().stream().filter(r -> frame.equals(r.frame())).findFirst().orElse(null);
        if (region != null) {
            mark(region);
        }
    }

    private void mark(Region region) {
        marked = region;
        figure.mark(region.bounds());
        Bounds b = region.bounds();
        double factor = zoom.factor();
        Point location = canvas.getViewport().getViewLocation();
        int height = canvas.getClientArea().height;
        if (b.y() * factor < location.y || Math.min(b.bottom(), b.y() + height / factor) * factor > location.y + height) {
            canvas.scrollToY((int) (b.y() * factor) - height / 3);
        }
        int width = canvas.getClientArea().width;
        if (b.x() * factor > location.x + width || b.right() * factor < location.x) {
            canvas.scrollToX((int) (b.x() * factor) - width / 3);
        }
        canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
    }

    @Override
    public void zoomIn() {
        zoom.in();
    }

    @Override
    public void zoomOut() {
        zoom.out();
    }

    @Override
    public void fit() {
        zoom.fit();
    }

    /** What was in the upper left corner stays there. */
    private void redraw(double before) {
        Point location = canvas.getViewport().getViewLocation();
        double factor = zoom.factor() / before;
        figure.show(scene, zoom.factor());
        canvas.getLightweightSystem().getUpdateManager().performUpdate();
        canvas.scrollTo((int) (location.x * factor), (int) (location.y * factor));
    }

    private Region at(Event event) {
        Point location = canvas.getViewport().getViewLocation();
        return scene == null ? null : scene.at((event.x + location.x) / zoom.factor(), (event.y + location.y) / zoom.factor()).orElse(null);
    }

    private void down(Event event) {
        canvas.setFocus();
        pressed = event.button == 1 ? event : null;
        dragged = false;
        origin = canvas.getViewport().getViewLocation().getCopy();
        double x = (event.x + origin.x) / zoom.factor();
        boolean onTime = scene != null && scene.time() != null && scene.time().plot().contains(x, (event.y + origin.y) / zoom.factor());
        brushFrom = onTime ? x : Double.NaN;
    }

    private void moved(Event event) {
        if (pressed == null) {
            hover(event);
            return;
        }
        dragged |= Math.abs(event.x - pressed.x) + Math.abs(event.y - pressed.y) > DRAG;
        if (!dragged) {
            return;
        }
        if (Double.isNaN(brushFrom)) {
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
            canvas.scrollTo(origin.x + pressed.x - event.x, origin.y + pressed.y - event.y);
        } else {
            Bounds plot = scene.time().plot();
            double to = Math.max(plot.x(), Math.min(plot.right(), brushTo(event)));
            figure.brush(new Bounds(Math.min(brushFrom, to), plot.y(), Math.abs(to - brushFrom), plot.height()));
        }
    }

    private double brushTo(Event event) {
        return (event.x + canvas.getViewport().getViewLocation().x) / zoom.factor();
    }

    private void hover(Event event) {
        Region region = at(event);
        String words = region == null ? null : region.text() + (region.filter() == null ? "" : "\nA double click, or Enter, shows these resets.");
        String shown = words == null ? null : words.replace("&", "&&");
        if (shown == null || !shown.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(shown);
        }
        canvas.setCursor(canvas.getDisplay().getSystemCursor(region != null && region.selectable() ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW));
    }

    private void up(Event event) {
        boolean click = pressed != null && !dragged;
        boolean brush = pressed != null && dragged && !Double.isNaN(brushFrom);
        pressed = null;
        if (brush) {
            long from = scene.time().at(brushFrom);
            long to = scene.time().at(brushTo(event));
            listener.brushed(Math.min(from, to), Math.max(from, to));
        } else if (click) {
            figure.brush(null);
            Region region = at(event);
            if (region != null && region.selectable()) {
                choose(region);
            }
        }
    }

    private void choose(Region region) {
        mark(region);
        listener.chosen(region);
    }

    private void open(Region region) {
        if (region != null && region.selectable()) {
            listener.opened(region);
        }
    }

    private void key(Event event) {
        switch (event.character) {
            case '+', '=' -> zoomIn();
            case '-' -> zoomOut();
            case '0' -> fit();
            case SWT.CR, SWT.LF -> open(marked);
            default -> {
                switch (event.keyCode) {
                    case SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> step(1);
                    case SWT.ARROW_UP, SWT.ARROW_LEFT -> step(-1);
                    case SWT.HOME -> home();
                    default -> { }
                }
            }
        }
    }

    private void home() {
        fit();
        canvas.scrollTo(0, 0);
        figure.brush(null);
        listener.home();
    }

    /** To the next or previous region that can be chosen. */
    private void step(int by) {
        List<Region> all = scene == null ? List.of() : scene.regions().stream().filter(Region::selectable).toList();
        int at = all.indexOf(marked) + (marked == null && by < 0 ? all.size() + 1 : 0) + by;
        if (at >= 0 && at < all.size()) {
            choose(all.get(at));
        }
    }
}
