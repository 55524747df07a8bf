package org.resetscope.console.ui.internal.editor;

import java.util.function.Supplier;

import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.DefaultTextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.resetscope.console.ui.internal.ConsoleView;
import org.resetscope.ui.text.TextMark;

/** How a script is coloured, completed and explained. */
final class ScriptViewerConfiguration extends SourceViewerConfiguration {

    private static final int COMPLETION_MILLIS = 200;

    private final Supplier<ConsoleView> console;

    ScriptViewerConfiguration(Supplier<ConsoleView> console) {
        this.console = console;
    }

    /** Comments and texts go over several lines; scripts are short. */
    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        DefaultDamagerRepairer all = new DefaultDamagerRepairer(new ScriptScanner(viewer::getTextWidget)) {
            @Override
            public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
                return partition;
            }
        };
        reconciler.setDamager(all, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(all, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        ContentAssistant assistant = new ContentAssistant();
        assistant.setContentAssistProcessor(new ScriptCompletion(console), IDocument.DEFAULT_CONTENT_TYPE);
        assistant.enableAutoActivation(true);
        assistant.setAutoActivationDelay(COMPLETION_MILLIS);
        assistant.enableAutoInsert(true);
        assistant.setInformationControlCreator(parent -> new DefaultInformationControl(parent, false));
        return assistant;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return new DefaultTextHover(viewer) {
            @Override
            protected boolean isIncluded(Annotation annotation) {
                return annotation instanceof TextMark;
            }
        };
    }

    @Override
    public IAnnotationHover getAnnotationHover(ISourceViewer viewer) {
        return new DefaultAnnotationHover();
    }
}
