package org.resetscope.ui.text;

import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.AnnotationRulerColumn;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ISharedTextColors;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.OverviewRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.ui.internal.theme.Palette;

/** What stands around the text and under its words: marks, line numbers, an overview beside the scroll bar. */
final class TextLook {

    private static final int MARKS_WIDTH = 18;
    private static final int OVERVIEW_WIDTH = 12;
    private static final int LEFT_MARGIN = 5;
    private static final String SQUIGGLE = "squiggle";

    private final MarkAccess access = new MarkAccess();
    private final CompositeRuler ruler = new CompositeRuler();
    private final AnnotationRulerColumn marks = new AnnotationRulerColumn(MARKS_WIDTH, access);
    private final LineNumberRulerColumn numbers = new LineNumberRulerColumn();
    private final OverviewRuler overview = new OverviewRuler(access, OVERVIEW_WIDTH, new Colours(), true);
    private AnnotationPainter painter;

    TextLook() {
        for (Level level : Level.values()) {
            marks.addAnnotationType(TextMark.type(level));
            overview.addAnnotationType(TextMark.type(level));
            overview.setAnnotationTypeLayer(TextMark.type(level), level.ordinal());
        }
        ruler.addDecorator(0, marks);
        ruler.addDecorator(1, numbers);
    }

    CompositeRuler ruler() {
        return ruler;
    }

    OverviewRuler overview() {
        return overview;
    }

    void install(SourceViewer viewer) {
        painter = new AnnotationPainter(viewer, access);
        painter.addTextStyleStrategy(SQUIGGLE, new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
        for (Level level : Level.values()) {
            painter.addAnnotationType(TextMark.type(level), SQUIGGLE);
        }
        viewer.addTextPresentationListener(painter);
        viewer.addPainter(painter);
        viewer.getTextWidget().setLeftMargin(LEFT_MARGIN);
        colour(viewer, Palette.LIGHT);
    }

    /** Text editors set their colours themselves, so the theme does not reach them. */
    void colour(SourceViewer viewer, Palette palette) {
        StyledText text = viewer.getTextWidget();
        text.setBackground(palette.ground());
        text.setForeground(palette.text());
        numbers.setForeground(palette.muted());
        numbers.setBackground(text.getBackground());
        numbers.redraw();
        marks.getControl().setBackground(text.getBackground());
        ruler.getControl().setBackground(text.getBackground());
        overview.getControl().setBackground(text.getBackground());
        for (Level level : Level.values()) {
            Color colour = switch (level) {
                case ERROR -> palette.error();
                case WARNING -> palette.contra();
                case NOTE -> palette.pro();
            };
            painter.setAnnotationTypeColor(TextMark.type(level), colour);
            overview.setAnnotationTypeColor(TextMark.type(level), colour);
        }
        painter.paint(AnnotationPainter.CONFIGURATION);
        overview.update();
    }

    /** Colours need no disposal since SWT 3.116. */
    private static final class Colours implements ISharedTextColors {

        @Override
        public Color getColor(RGB rgb) {
            return new Color(rgb);
        }

        @Override
        public void dispose() {
            // nothing to free
        }
    }
}
