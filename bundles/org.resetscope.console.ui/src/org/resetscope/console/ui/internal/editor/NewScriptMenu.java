package org.resetscope.console.ui.internal.editor;

import java.util.stream.Stream;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.resetscope.console.Gallery;

/** File &gt; New Script: an empty one, and the scripts of the gallery, each to begin with in an editor. */
public final class NewScriptMenu extends CompoundContributionItem {

    private static final String ID = "org.resetscope.console.ui.new.";

    @Override
    protected IContributionItem[] getContributionItems() {
        return items();
    }

    public IContributionItem[] items() {
        Stream<IContributionItem> empty = Stream.of(item("empty", "Empty Script", ScriptOpener::begin), new Separator());
        return Stream.concat(empty, Gallery.all().stream().map(e -> item(e.name(), e.title(), () -> ScriptOpener.begin(e)))).toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(String id, String title, Runnable run) {
        Action action = new Action() {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setText(title.replace("&", "&&") + "@"); // or an @ in the title were taken for that of a key
        action.setId(ID + id);
        return new ActionContributionItem(action);
    }
}
