package org.resetscope.ui.internal.profiles;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.ui.internal.widgets.Accessibles;

/** Asks for the profile that fits a device. */
public final class ProfileDialog extends TitleAreaDialog {

    private static final Point SIZE = new Point(820, 560);

    private final String title;
    private final String button;
    private Text words;
    private ProfileTree tree;
    private DeviceProfiles profiles;
    private DeviceProfile profile;

    /** @param button that says what choosing does */
    public ProfileDialog(Shell parent, String title, String button) {
        super(parent);
        this.title = title;
        this.button = button;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What the user chose. */
    public DeviceProfile profile() {
        return profile;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Point getInitialSize() {
        return SIZE;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(title);
        setMessage("Choose the device. Its time-outs, as delivered, are held against the resets.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        words = new Text(area, SWT.SINGLE | SWT.SEARCH | SWT.ICON_CANCEL);
        words.setMessage("Search, for example: cisco");
        Accessibles.name(words, "Search in router profiles");
        words.addModifyListener(e -> fill());
        words.addListener(SWT.DefaultSelection, e -> tree.setFocus());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        tree = new ProfileTree(area, chosen -> choose(chosen.profile()));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        InstalledProfiles.read(parent.getDisplay(), this::show);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, button, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private void show(DeviceProfiles all) {
        profiles = all;
        fill();
        if (all.all().isEmpty() && !words.isDisposed()) {
            setErrorMessage(InstalledProfiles.NONE);
        }
    }

    private void fill() {
        if (profiles != null && !words.isDisposed()) {
            tree.fill(profiles, words.getText());
        }
    }

    private void choose(DeviceProfile chosen) {
        profile = chosen;
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(chosen != null);
        }
    }
}
