package org.resetscope.ui.internal.canvas;

import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.resetscope.core.scene.Scene;

/** How large a scene is drawn: so that its whole width is seen, until the user wants it otherwise. Ctrl and the wheel change it. */
public final class Zoom {

    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 5;
    private static final double STEP = 1.2;

    private final FigureCanvas canvas;
    private final Supplier<Scene> scene;
    private final DoubleConsumer redraw;
    private double factor = 1;
    private boolean fit = true;

    /**
     * @param scene what is drawn now; null for nothing
     * @param redraw called when the user or the canvas changed the factor, with the one before
     */
    public Zoom(FigureCanvas canvas, Supplier<Scene> scene, DoubleConsumer redraw) {
        this.canvas = canvas;
        this.scene = scene;
        this.redraw = redraw;
        canvas.addListener(SWT.Resize, e -> fitAgain());
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    }

    /** 1 is natural size. */
    public double factor() {
        return factor;
    }

    public void in() {
        to(factor * STEP);
    }

    public void out() {
        to(factor / STEP);
    }

    /** The whole width, but never larger than natural. */
    public void fit() {
        fit = true;
        fitAgain();
    }

    /** For a scene about something else. It is not drawn yet. */
    public void begin(Scene shown) {
        fit = true;
        adapt(shown);
    }

    /** For a scene in the place of another. It is not drawn yet. */
    public void adapt(Scene shown) {
        if (fit) {
            factor = fitting(shown);
        }
    }

    private void to(double wanted) {
        fit = false;
        apply(wanted);
    }

    private void fitAgain() {
        if (fit && scene.get() != null) {
            apply(fitting(scene.get()));
        }
    }

    private double fitting(Scene shown) {
        return within(Math.min(1, canvas.getClientArea().width / shown.width()));
    }

    private static double within(double wanted) {
        return Math.max(SMALLEST, Math.min(LARGEST, wanted));
    }

    private void apply(double wanted) {
        if (scene.get() != null) {
            double before = factor;
            factor = within(wanted);
            redraw.accept(before);
        }
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            if (event.count > 0) {
                in();
            } else {
                out();
            }
            event.doit = false;
        }
    }
}
