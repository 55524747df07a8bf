package org.resetscope.console.ui.internal;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.statushandlers.StatusManager;
import org.resetscope.console.Gallery;

/** File &gt; New Script: the scripts of the gallery, each to begin with in the console's prompt. */
public final class NewScriptMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        return items();
    }

    /** One for each script. */
    public IContributionItem[] items() {
        return Gallery.all().stream().map(NewScriptMenu::item).toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(Gallery.Example example) {
        Action action = new Action() {
            @Override
            public void run() {
                IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
                try {
                    ((ConsoleView) window.getActivePage().showView(ConsoleView.ID)).begin(example);
                } catch (PartInitException e) {
                    StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
                }
            }
        };
        action.setText(example.title().replace("&", "&&") + "@");
        action.setId("org.resetscope.console.ui.new." + example.name());
        return new ActionContributionItem(action);
    }
}
