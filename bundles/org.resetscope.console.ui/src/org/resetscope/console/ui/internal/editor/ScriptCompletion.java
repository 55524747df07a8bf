package org.resetscope.console.ui.internal.editor;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.resetscope.console.Completion;
import org.resetscope.console.ui.internal.ConsoleView;

/** Offers what the console's prompt does, and the names that the script itself assigns. */
final class ScriptCompletion implements IContentAssistProcessor {

    private static final Pattern ASSIGNED = Pattern.compile("(?m)(?:^\\s*|\\bdef\\s+)([A-Za-z_]\\w*)\\s*=(?![=~])");

    private final Supplier<ConsoleView> console;

    ScriptCompletion(Supplier<ConsoleView> console) {
        this.console = console;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        String text = viewer.getDocument().get();
        Completion completion = console.get().complete(text, offset);
        int start = completion.start();
        String begun = text.substring(start, offset);
        Set<String> names = new TreeSet<>(completion.names());
        if (!names.isEmpty() && (start == 0 || text.charAt(start - 1) != '.')) {
            for (Matcher assigned = ASSIGNED.matcher(text); assigned.find();) {
                if (assigned.group(1).startsWith(begun) && assigned.end(1) != offset) {
                    names.add(assigned.group(1));
                }
            }
        }
        return names.stream().map(name -> new CompletionProposal(name, start, offset - start, name.length())).toArray(ICompletionProposal[]::new);
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] {'.'};
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
