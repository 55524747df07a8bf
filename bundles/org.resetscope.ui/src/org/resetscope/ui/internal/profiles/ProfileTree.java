package org.resetscope.ui.internal.profiles;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;

/** Vendors, their devices, their settings. */
final class ProfileTree {

    /**
     * What an item stands for.
     *
     * @param profile null for a vendor
     * @param setting null for a vendor and for a device as a whole
     */
    record Chosen(DeviceProfile profile, DeviceSetting setting) {
    }

    private static final Chosen NOTHING = new Chosen(null, null);

    private final Tree tree;
    private final Consumer<Chosen> chosen;

    /** @param chosen told what is selected */
    ProfileTree(Composite parent, Consumer<Chosen> chosen) {
        this.chosen = chosen;
        Composite frame = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        frame.setLayout(layout);
        tree = new Tree(frame, SWT.SINGLE | SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        Content.mark(tree);
        Accessibles.name(tree, "Router profiles");
        column(layout, "Setting", 46, 120);
        column(layout, "As delivered", 32, 140);
        column(layout, "Confidence", 22, 140); // "unverified" must not be cut off
        tree.addListener(SWT.Selection, e -> tell());
    }

    private void column(TreeColumnLayout layout, String title, int weight, int least) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(title);
        layout.setColumnData(column, new ColumnWeightData(weight, least));
    }

    Control control() {
        return tree.getParent();
    }

    void setFocus() {
        tree.setFocus();
        if (tree.getSelectionCount() == 0 && tree.getItemCount() > 0) {
            tree.setSelection(tree.getItem(0));
            tell();
        }
    }

    /** @param words that the user looks for: with some, vendors and devices show what they hold */
    void fill(DeviceProfiles known, String words) {
        List<DeviceProfile> profiles = known.search(words);
        boolean open = !words.isBlank();
        tree.setRedraw(false);
        tree.removeAll();
        TreeItem vendor = null;
        for (DeviceProfile profile : profiles) {
            if (vendor == null || !vendor.getText().equals(profile.vendor())) {
                vendor = new TreeItem(tree, SWT.NONE);
                vendor.setText(profile.vendor());
                vendor.setData(NOTHING);
            }
            add(new TreeItem(vendor, SWT.NONE), profile);
        }
        if (open) {
            for (TreeItem item : tree.getItems()) {
                item.setExpanded(true);
                List.of(item.getItems()).forEach(device -> device.setExpanded(true));
            }
        }
        tree.setRedraw(true);
        TreeItem single = open && profiles.size() == 1 ? tree.getItem(0).getItem(0) : null;
        if (single != null) {
            tree.setSelection(single);
        }
        tell();
    }

    private static void add(TreeItem item, DeviceProfile profile) {
        item.setText(profile.device());
        item.setData(new Chosen(profile, null));
        for (DeviceSetting setting : profile.settings()) {
            TreeItem child = new TreeItem(item, SWT.NONE);
            child.setText(new String[] {setting.name(), setting.valueText(), setting.confidenceText()});
            child.setData(new Chosen(profile, setting));
        }
    }

    private void tell() {
        chosen.accept(tree.getSelectionCount() == 0 ? NOTHING : (Chosen) tree.getSelection()[0].getData());
    }
}
