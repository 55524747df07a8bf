package org.resetscope.ui.internal.canvas;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.TextMetrics;

/** The fonts of a scene in the workbench's own family, never wider than the scene reckons with. */
final class SceneFonts {

    private static final String SAMPLE = "Sequence numbers are relative: PSH ACK 0123456789";
    private static final int SMALLEST = 4;
    /** Glyphs fitted to pixels are a little wider than drawn ones. */
    private static final double TOLERANCE = 1.03;

    private final Device device;
    private final Map<Font, org.eclipse.swt.graphics.Font> fonts = new HashMap<>();
    private double zoom;

    SceneFonts(Device device) {
        this.device = device;
    }

    org.eclipse.swt.graphics.Font get(Font font, double atZoom) {
        if (zoom != atZoom) {
            dispose();
            zoom = atZoom;
        }
        return fonts.computeIfAbsent(font, this::create);
    }

    private org.eclipse.swt.graphics.Font create(Font font) {
        double room = TextMetrics.width(SAMPLE, font) * zoom * TOLERANCE;
        int style = (font.bold() ? SWT.BOLD : SWT.NORMAL) | (font.italic() ? SWT.ITALIC : SWT.NORMAL);
        String family = JFaceResources.getDefaultFont().getFontData()[0].getName();
        int points = (int) Math.max(SMALLEST, Math.round(font.size() * zoom * 72 / device.getDPI().y));
        GC gc = new GC(device);
        try {
            while (true) {
                org.eclipse.swt.graphics.Font made = new org.eclipse.swt.graphics.Font(device, new FontData(family, points, style));
                gc.setFont(made);
                if (points <= SMALLEST || gc.textExtent(SAMPLE).x <= room) {
                    return made;
                }
                made.dispose();
                points--;
            }
        } finally {
            gc.dispose();
        }
    }

    void dispose() {
        fonts.values().forEach(org.eclipse.swt.graphics.Font::dispose);
        fonts.clear();
    }
}
