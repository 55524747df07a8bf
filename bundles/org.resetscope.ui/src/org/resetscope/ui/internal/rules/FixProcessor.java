package org.resetscope.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.resetscope.core.configuration.Fix;

/** Offers the fixes of what was found in the line of the cursor. */
final class FixProcessor implements IQuickAssistProcessor {

    private final BooleanSupplier current;

    /** @param current whether what is marked was found in the text as it is now: edits of another text would go astray */
    FixProcessor(BooleanSupplier current) {
        this.current = current;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof FoundAnnotation a && !a.found().fixes().isEmpty();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return computeQuickAssistProposals(context) != null;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IRegion line = FoundHover.line(context.getSourceViewer().getDocument(), context.getOffset());
        List<ICompletionProposal> proposals = new ArrayList<>();
        if (current.getAsBoolean()) {
            for (Found found : FoundHover.found(context.getSourceViewer(), line.getOffset(), line.getLength())) {
                for (Fix fix : found.fixes()) {
                    if (FixProposal.fits(fix, context.getSourceViewer().getDocument())) {
                        proposals.add(new FixProposal(fix, found));
                    }
                }
            }
        }
        return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
    }
}
