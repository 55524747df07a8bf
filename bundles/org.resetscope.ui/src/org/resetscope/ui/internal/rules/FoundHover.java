package org.resetscope.ui.internal.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.resetscope.ui.session.OpenReset;

/** Explains what was found at a place of the text, and tells which resets its rule made. */
@SuppressWarnings("deprecation") // the interfaces still ask for it
final class FoundHover implements ITextHover {

    private final ISourceViewer viewer;
    private final IntFunction<List<OpenReset>> resets;

    /** @param resets those that the rule in a line, from 0, made */
    FoundHover(ISourceViewer viewer, IntFunction<List<OpenReset>> resets) {
        this.viewer = viewer;
        this.resets = resets;
    }

    @Override
    public IRegion getHoverRegion(ITextViewer textViewer, int offset) {
        return found(viewer, offset, 1).isEmpty() && resets(offset).isEmpty() ? null : line(textViewer.getDocument(), offset);
    }

    @Override
    public String getHoverInfo(ITextViewer textViewer, IRegion region) {
        return Stream.of(text(found(viewer, region.getOffset(), region.getLength())), RuleResets.text(resets(region.getOffset())))
                .filter(Objects::nonNull).reduce((one, other) -> one + "\n\n" + other).orElse(null);
    }

    private List<OpenReset> resets(int offset) {
        try {
            return resets.apply(viewer.getDocument().getLineOfOffset(offset));
        } catch (BadLocationException e) {
            return List.of(); // the text has become shorter
        }
    }

    /** What was found in a line (from 0), in words; null for nothing. */
    static String ofLine(ISourceViewer viewer, int line) {
        try {
            IRegion region = viewer.getDocument().getLineInformation(line);
            return text(found(viewer, region.getOffset(), region.getLength()));
        } catch (BadLocationException e) {
            return null; // the text has become shorter
        }
    }

    /** The line around a place. */
    static IRegion line(IDocument document, int offset) {
        try {
            return document.getLineInformationOfOffset(offset);
        } catch (BadLocationException e) {
            return new Region(offset, 0);
        }
    }

    /** The gravest first. */
    static List<Found> found(ISourceViewer viewer, int offset, int length) {
        List<Found> result = new ArrayList<>();
        IAnnotationModel model = viewer.getAnnotationModel();
        if (model != null) {
            for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
                Annotation annotation = all.next();
                Position place = model.getPosition(annotation);
                if (annotation instanceof FoundAnnotation a && place != null && touches(place, offset, length)) {
                    result.add(a.found());
                }
            }
        }
        result.sort(Comparator.comparing(Found::level).reversed());
        return result;
    }

    private static boolean touches(Position place, int offset, int length) {
        return place.getOffset() <= offset + length && offset <= place.getOffset() + place.getLength();
    }

    private static String text(List<Found> found) {
        return found.isEmpty() ? null : found.stream().map(Found::details).distinct().collect(Collectors.joining("\n\n"));
    }
}
