package org.resetscope.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.internal.DPIUtil;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What the screen shows, in its own pixels. */
final class Screenshot {

    private final ImageData data;

    private Screenshot(ImageData data) {
        this.data = data;
    }

    /** Of a window, with whatever lies over it. */
    static Screenshot of(Shell shell) {
        Rectangle inside = shell.getDisplay().map(shell, null, shell.getClientArea());
        // the bar of menus is no part of it; a frame that no window manager drew is none at all
        int above = shell.getMenuBar() == null ? 0 : inside.y - shell.getLocation().y;
        return of(shell.getDisplay(), new Rectangle(inside.x, inside.y - above, inside.width, inside.height + above));
    }

    static Screenshot of(Display display, Rectangle bounds) {
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            return new Screenshot(image.getImageData(zoom()));
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** Of the screen, in percent. */
    static int zoom() {
        return DPIUtil.getDeviceZoom();
    }

    /** As {@code target/screenshots/NAME.png}. */
    void save(String name) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        Path file = Path.of("target", "screenshots").resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    /** How many are found, on a grid; one colour is no picture. */
    int colours() {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < data.height; y += 2) {
            for (int x = 0; x < data.width; x += 2) {
                found.add(data.getPixel(x, y));
            }
        }
        return found.size();
    }
}
