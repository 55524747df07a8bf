package org.resetscope.ui.text;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.IAnnotationAccessExtension;
import org.eclipse.jface.text.source.ImageUtilities;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.resetscope.ui.internal.widgets.Icons;

/** Paints the marks beside the lines; the gravest lies on top, and shape tells the level as well as colour. */
@SuppressWarnings("deprecation") // the interfaces still ask for it
final class MarkAccess implements IAnnotationAccess, IAnnotationAccessExtension {

    @Override
    public Object getType(Annotation annotation) {
        return annotation.getType();
    }

    @Override
    public boolean isMultiLine(Annotation annotation) {
        return true;
    }

    @Override
    public boolean isTemporary(Annotation annotation) {
        return true;
    }

    @Override
    public String getTypeLabel(Annotation annotation) {
        return annotation instanceof TextMark a ? a.getText() : null;
    }

    @Override
    public int getLayer(Annotation annotation) {
        return annotation instanceof TextMark a ? 1 + a.level().ordinal() : DEFAULT_LAYER;
    }

    @Override
    public void paint(Annotation annotation, GC gc, Canvas canvas, Rectangle bounds) {
        if (annotation instanceof TextMark a) {
            ImageUtilities.drawImage(Icons.get(Icons.found(a.level())), gc, canvas, bounds, SWT.CENTER, SWT.TOP);
        }
    }

    @Override
    public boolean isPaintable(Annotation annotation) {
        return annotation instanceof TextMark;
    }

    @Override
    public boolean isSubtype(Object annotationType, Object potentialSupertype) {
        return annotationType.equals(potentialSupertype);
    }

    @Override
    public Object[] getSupertypes(Object annotationType) {
        return new Object[0];
    }
}
