package org.resetscope.ui.internal.preferences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.ui.internal.widgets.Accessibles;

/** Window &gt; Preferences &gt; ResetScope &gt; Plug-ins: what each brings, to be switched off and on. */
public final class PluginsPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final Map<String, String> POINTS = new LinkedHashMap<>();
    private static final int HEIGHT = 260;
    private static final int NAME_WIDTH = 280;
    private static final int PLUGIN_WIDTH = 190;

    static {
        POINTS.put(Extensions.DETECTORS, "Detectors of evidence");
        POINTS.put(Extensions.CAPTURE_FORMATS, "Formats of captures");
        POINTS.put(Extensions.CONFIGURATIONS, "Formats of rules and configurations");
        POINTS.put(Extensions.LOG_FORMATS, "Formats of logs");
        POINTS.put(Extensions.DEVICE_PROFILES, "Profiles of devices");
        POINTS.put(Extensions.VISUALIZERS, "Diagrams");
        POINTS.put(Extensions.REPORTERS, "Formats of reports");
        POINTS.put(Extensions.REPORT_SECTIONS, "Sections of reports");
    }

    private Tree tree;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Preferences.store());
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        Label what = new Label(area, SWT.WRAP);
        what.setText("What is not checked is left out of everything that is read from now on.");
        GridDataFactory.fillDefaults().grab(true, false).hint(NAME_WIDTH, SWT.DEFAULT).applyTo(what);
        tree = new Tree(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        Accessibles.name(tree, "What plug-ins bring");
        GridDataFactory.fillDefaults().grab(true, true).hint(NAME_WIDTH, HEIGHT).applyTo(tree);
        column("Contribution", NAME_WIDTH);
        column("Plug-in", PLUGIN_WIDTH);
        Set<String> off = getPreferenceStore().getString(Preferences.SWITCHED_OFF).lines().collect(Collectors.toSet());
        POINTS.forEach((point, words) -> add(point, words, off));
        tree.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK && e.item instanceof TreeItem item) {
                checked(item);
            }
        });
        return area;
    }

    private void column(String title, int width) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    private void add(String point, String words, Set<String> off) {
        List<Contribution<Object>> all = Extensions.readAll(point, Object.class).all();
        if (all.isEmpty()) {
            return;
        }
        TreeItem parent = new TreeItem(tree, SWT.NONE);
        parent.setText(words);
        for (Contribution<Object> each : all) {
            TreeItem item = new TreeItem(parent, SWT.NONE);
            String label = each.attribute("label");
            item.setText(new String[] {label == null ? each.id() : label, each.contributor()});
            item.setData(point + "/" + each.id());
            item.setChecked(!off.contains(item.getData()));
        }
        show(parent);
    }

    private static void checked(TreeItem item) {
        for (TreeItem child : item.getItems()) {
            child.setChecked(item.getChecked());
        }
        show(item.getParentItem() == null ? item : item.getParentItem());
    }

    /** A group is as its members are; grey where they differ. */
    private static void show(TreeItem group) {
        List<TreeItem> members = List.of(group.getItems());
        boolean some = members.stream().anyMatch(TreeItem::getChecked);
        group.setChecked(some);
        group.setGrayed(some && !members.stream().allMatch(TreeItem::getChecked));
    }

    @Override
    protected void performDefaults() {
        for (TreeItem group : tree.getItems()) {
            group.setChecked(true);
            checked(group);
        }
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (tree != null) {
            List<String> off = new ArrayList<>();
            for (TreeItem group : tree.getItems()) {
                for (TreeItem item : group.getItems()) {
                    if (!item.getChecked()) {
                        off.add((String) item.getData());
                    }
                }
            }
            getPreferenceStore().setValue(Preferences.SWITCHED_OFF, String.join("\n", off));
            Preferences.save();
        }
        return true;
    }
}
