package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** The resets of open captures that the rule in a line made. */
final class RuleResets {

    /** A reader, and a menu, have no use for more. */
    private static final int MOST_NAMED = 12;

    private RuleResets() {
    }

    /**
     * Empty too where the line says something else by now than when the captures were held against it.
     *
     * @param line from 0
     */
    static List<OpenReset> of(Path file, IDocument document, int line) {
        String now;
        try {
            IRegion region = document.getLineInformation(line);
            now = bare(document.get(region.getOffset(), region.getLength()));
        } catch (BadLocationException e) {
            return List.of(); // the text has become shorter
        }
        return now.isEmpty() ? List.of() : Session.captures().counted().stream().filter(c -> c.input().rules().contains(file))
                .flatMap(c -> c.resets().stream())
                .filter(r -> r.reset().rule() != null && r.reset().rule().line() == line + 1 && r.rules().filter(file::equals).isPresent())
                .filter(r -> says(now, bare(r.reset().rule().text()))).toList();
    }

    /** A rule may go over several lines, and a line may hold several rules. */
    private static boolean says(String line, String rule) {
        return line.contains(rule) || rule.contains(line);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\\\]+", "");
    }

    /** In words; null for none. */
    static String text(List<OpenReset> resets) {
        if (resets.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder("It made ").append(Words.count(resets.size(), "reset", "resets")).append(" of the open captures\n\n");
        resets.stream().limit(MOST_NAMED).forEach(r -> text.append("    ").append(name(r)).append('\n'));
        if (resets.size() > MOST_NAMED) {
            text.append("    and ").append(resets.size() - MOST_NAMED).append(" more\n");
        }
        return text.append("The context menu of the line leads to them.").toString();
    }

    /** Each selects a reset in the view of resets. */
    static List<IAction> actions(List<OpenReset> resets, Shell shell) {
        return resets.stream().limit(MOST_NAMED).<IAction>map(reset -> {
            Action action = new Action() {
                @Override
                public void run() {
                    select(reset, shell);
                }
            };
            // A single "&" would mark a mnemonic; what follows the last "@" is an accelerator.
            action.setText(name(reset).replace("&", "&&") + "@");
            return action;
        }).toList();
    }

    private static void select(OpenReset reset, Shell shell) {
        if (!OwnPart.show(ResetsView.ID, ResetsView.class).select(reset)) {
            MessageDialog.openInformation(shell, "Resets of a Rule", "The view Resets does not show " + reset.reset().id() + " of "
                    + reset.capture().name() + " now: its filter, or the choice of captures, leaves it out.");
        }
    }

    private static String name(OpenReset reset) {
        return reset.reset().id() + "  " + Words.flow(reset.reset().flow()) + "  in " + reset.capture().name();
    }
}
