package org.resetscope.ui.internal.diagram;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.core.visual.Visualizer.Scope;
import org.resetscope.core.visual.Visualizers;
import org.resetscope.ui.internal.widgets.Accessibles;

/** Offers the installed visualizers: those of one reset, then those of all. */
final class Tabs {

    private final ToolBar bar;
    private final Consumer<String> chosen;
    private List<String> ids = List.of();

    /** @param chosen takes the id of the one that the user chose */
    Tabs(Composite parent, Consumer<String> chosen) {
        this.chosen = chosen;
        bar = new ToolBar(parent, SWT.FLAT | SWT.WRAP | SWT.RIGHT);
        Accessibles.name(bar, "Kinds of diagrams");
    }

    Control control() {
        return bar;
    }

    /** Plug-ins come and go: shows those that there are now. @return whether others are there than before */
    boolean refresh(String current) {
        Visualizers visualizers = Visualizers.read();
        List<String> now = visualizers.all().stream().map(Contribution::id).toList();
        boolean changed = !now.equals(ids);
        if (changed) {
            ids = now;
            for (ToolItem item : bar.getItems()) {
                item.dispose();
            }
            visualizers.of(Scope.RESET).forEach(v -> item(v, "Of the selected reset: "));
            if (bar.getItemCount() > 0 && !visualizers.of(Scope.CAPTURES).isEmpty()) {
                new ToolItem(bar, SWT.SEPARATOR);
            }
            visualizers.of(Scope.CAPTURES).forEach(v -> item(v, "Of all resets: "));
        }
        select(current);
        return changed;
    }

    /** The separator makes two groups of radio items, which know nothing of each other. */
    private void select(String id) {
        for (ToolItem item : bar.getItems()) {
            item.setSelection(id != null && id.equals(item.getData()));
        }
    }

    private void item(Contribution<Visualizer> visualizer, String of) {
        ToolItem item = new ToolItem(bar, SWT.RADIO);
        item.setText("  " + Visualizers.label(visualizer).replace("&", "&&") + "  "); // GTK sets them close together
        item.setToolTipText(of + Visualizers.label(visualizer).replace("&", "&&"));
        item.setData(visualizer.id());
        item.addListener(SWT.Selection, e -> {
            if (item.getSelection()) {
                select(visualizer.id());
                chosen.accept(visualizer.id());
            }
        });
    }
}
