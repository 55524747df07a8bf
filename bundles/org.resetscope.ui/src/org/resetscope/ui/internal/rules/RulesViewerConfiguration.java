package org.resetscope.ui.internal.rules;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.information.IInformationPresenter;
import org.eclipse.jface.text.information.IInformationProvider;
import org.eclipse.jface.text.information.InformationPresenter;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.session.OpenReset;

/** How the text of rules is coloured and explained. */
@SuppressWarnings("deprecation") // the interfaces still ask for it
final class RulesViewerConfiguration extends SourceViewerConfiguration {

    private static final int MOST_COLUMNS = 120;
    private static final int MOST_LINES = 40;

    private final Supplier<Palette> palette;
    private final FixProcessor fixes;
    private final IntFunction<List<OpenReset>> resets;

    /** @param resets those that the rule in a line, from 0, made */
    RulesViewerConfiguration(Supplier<Palette> palette, FixProcessor fixes, IntFunction<List<OpenReset>> resets) {
        this.palette = palette;
        this.fixes = fixes;
        this.resets = resets;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        DefaultDamagerRepairer lines = new DefaultDamagerRepairer(new RulesScanner(palette)) {
            @Override
            public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
                boolean markup = RulesScanner.first(event.getDocument()) == '<'; // where comments go over several lines
                return markup ? partition : super.getDamageRegion(partition, event, partitioningChanged);
            }
        };
        reconciler.setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return new FoundHover(viewer, resets);
    }

    @Override
    public IAnnotationHover getAnnotationHover(ISourceViewer viewer) {
        return (v, line) -> FoundHover.ofLine(v, line);
    }

    @Override
    public IInformationControlCreator getInformationControlCreator(ISourceViewer viewer) {
        return new AbstractReusableInformationControlCreator() {
            @Override
            protected IInformationControl doCreateInformationControl(Shell parent) {
                return new DefaultInformationControl(parent, "F2 keeps this open", new DetailsPresenter());
            }
        };
    }

    /** The hover for the keyboard. */
    @Override
    public IInformationPresenter getInformationPresenter(ISourceViewer viewer) {
        InformationPresenter presenter = new InformationPresenter(parent -> new DefaultInformationControl(parent, "Esc closes this",
                new DetailsPresenter()));
        FoundHover hover = new FoundHover(viewer, resets);
        presenter.setInformationProvider(new IInformationProvider() {
            @Override
            public IRegion getSubject(ITextViewer v, int offset) {
                return FoundHover.line(v.getDocument(), offset);
            }

            @Override
            public String getInformation(ITextViewer v, IRegion subject) {
                return hover.getHoverInfo(v, subject);
            }
        }, IDocument.DEFAULT_CONTENT_TYPE);
        presenter.setSizeConstraints(MOST_COLUMNS, MOST_LINES, false, true);
        return presenter;
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(fixes);
        assistant.setInformationControlCreator(parent -> new DefaultInformationControl(parent, new DetailsPresenter()));
        return assistant;
    }
}
