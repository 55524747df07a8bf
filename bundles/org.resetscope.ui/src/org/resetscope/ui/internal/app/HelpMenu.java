package org.resetscope.ui.internal.app;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.ui.IWorkbenchActionConstants;

/** Help first helps: what the platform adds to the menu (updates, installation) comes to stand behind it. */
public final class HelpMenu {

    private static final String UPDATES = "org.eclipse.equinox.p2.ui.sdk.";

    private HelpMenu() {
    }

    static void install(IMenuManager bar) {
        IMenuManager help = bar.findMenuUsingPath(IWorkbenchActionConstants.M_HELP);
        if (help != null) {
            help.addMenuListener(HelpMenu::arrange);
        }
    }

    /** Moves what stands before its place. */
    public static void arrange(IMenuManager help) {
        List<IContributionItem> items = Arrays.asList(help.getItems());
        int place = items.indexOf(help.find(IWorkbenchActionConstants.MB_ADDITIONS));
        if (place < 0) {
            return;
        }
        String last = IWorkbenchActionConstants.MB_ADDITIONS;
        for (IContributionItem item : items.subList(0, place)) {
            if (item.getId() != null && item.getId().startsWith(UPDATES)) {
                help.remove(item);
                help.insertAfter(last, item);
                last = item.getId();
            }
        }
    }
}
