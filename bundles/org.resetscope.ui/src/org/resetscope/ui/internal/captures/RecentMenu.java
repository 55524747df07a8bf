package org.resetscope.ui.internal.captures;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/** File &gt; Open Recent. */
public final class RecentMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        List<IContributionItem> items = new ArrayList<>();
        for (Input input : Session.recent().list()) {
            // The directory tells apart files of the same name; a tab would start the key's column.
            items.add(item(input.name() + "   \u2014   " + input.place(),
                    () -> OpenKnownHandler.open(input)));
        }
        if (items.isEmpty()) {
            Action none = new Action("Nothing yet") {
            };
            none.setEnabled(false);
            items.add(new ActionContributionItem(none));
        } else {
            items.add(new Separator());
            items.add(item("Clear List", () -> Session.recent().set(List.of())));
        }
        return items.toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(String text, Runnable run) {
        // A single "&" would mark a mnemonic; what follows the last "@" is an accelerator.
        Action action = new Action() {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setText(text.replace("&", "&&") + "@");
        return new ActionContributionItem(action);
    }
}
