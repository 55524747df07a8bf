package org.resetscope.ui.internal.rules;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.IAnnotationAccessExtension;
import org.eclipse.jface.text.source.ImageUtilities;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.ui.internal.widgets.Icons;

/** Paints what was found beside the lines; the gravest lies on top, and shape tells the level as well as colour. */
@SuppressWarnings("deprecation") // the interfaces still ask for it
final class FoundAccess implements IAnnotationAccess, IAnnotationAccessExtension {

    static Image image(Level level) {
        return Icons.get(icon(level));
    }

    static String icon(Level level) {
        return switch (level) {
            case ERROR -> "state-failed";
            case WARNING -> "state-partial";
            case NOTE -> "note";
        };
    }

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
        return annotation instanceof FoundAnnotation a ? a.found().title() : null;
    }

    @Override
    public int getLayer(Annotation annotation) {
        return annotation instanceof FoundAnnotation a ? 1 + a.found().level().ordinal() : DEFAULT_LAYER;
    }

    @Override
    public void paint(Annotation annotation, GC gc, Canvas canvas, Rectangle bounds) {
        if (annotation instanceof FoundAnnotation a) {
            ImageUtilities.drawImage(image(a.found().level()), gc, canvas, bounds, SWT.CENTER, SWT.TOP);
        }
    }

    @Override
    public boolean isPaintable(Annotation annotation) {
        return annotation instanceof FoundAnnotation;
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
