package org.resetscope.ui.internal.canvas;

import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.printing.Printer;
import org.resetscope.core.scene.Palette;
import org.resetscope.core.scene.Scene;

/** Puts scenes on paper: pictures and printed pages, always on white. */
public final class ScenePaper {

    /** Sharp on any screen, and when a text processor enlarges it. */
    private static final double PICTURE_SCALE = 2;
    /** 288 pixels an inch in natural size. */
    private static final double PRINT_SCALE = 3;
    /** Pixels of a side at most: no device paints more. */
    private static final double MOST_PIXELS = 16_000;
    private static final double MARGIN_INCHES = 0.5;
    private static final double PIXELS_PER_INCH = 96;

    private ScenePaper() {
    }

    /** A picture in twice the scene's size; in less where that were too large for a picture. */
    public static ImageData picture(Device device, Scene scene) {
        double scale = Math.min(PICTURE_SCALE, MOST_PIXELS / Math.max(scene.width(), scene.height()));
        return picture(device, scene, scale, 0, scene.height());
    }

    /** @param top of the part, in the scene, and its height */
    private static ImageData picture(Device device, Scene scene, double scale, double top, double height) {
        Image image = new Image(device, (int) Math.ceil(scene.width() * scale), (int) Math.ceil(height * scale));
        GC gc = new GC(image);
        try {
            paint(gc, device, scene, scale, top);
            return image.getImageData(100);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /**
     * As wide as the page, on as many pages as it takes, but never larger than natural. Pages are painted by the screen: a printer measures
     * no text while a page is open.
     */
    public static void print(Printer printer, Device screen, Scene scene) {
        if (!printer.startJob(scene.title())) {
            return;
        }
        double inch = printer.getDPI().x;
        double margin = MARGIN_INCHES * inch;
        var area = printer.getClientArea();
        double scale = Math.min((area.width - 2 * margin) / scene.width(), inch / PIXELS_PER_INCH);
        double page = (area.height - 2 * margin) / scale;
        for (double top = 0; top < scene.height() && printer.startPage(); top += page) {
            double height = Math.min(page, scene.height() - top);
            Image image = new Image(printer, picture(screen, scene, PRINT_SCALE, top, height));
            GC gc = new GC(printer);
            try {
                var size = image.getBounds();
                gc.drawImage(image, 0, 0, size.width, size.height, (int) margin, (int) margin, (int) (scene.width() * scale), (int) (height * scale));
            } finally {
                gc.dispose();
                image.dispose();
            }
            printer.endPage();
        }
        printer.endJob();
    }

    private static void paint(GC gc, Device device, Scene scene, double scale, double top) {
        SceneFigure figure = new SceneFigure(device);
        SWTGraphics graphics = new SWTGraphics(gc);
        try {
            figure.colours(Palette.LIGHT);
            figure.show(scene, scale);
            figure.setBounds(new Rectangle(0, 0, (int) Math.ceil(scene.width() * scale), (int) Math.ceil(scene.height() * scale)));
            graphics.translate(0, (int) -Math.round(top * scale));
            figure.paint(graphics);
        } finally {
            graphics.dispose();
            figure.dispose();
        }
    }
}
