package org.resetscope.ui.internal.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.words.HostNames;

/** Window &gt; Preferences &gt; ResetScope &gt; Names of Hosts. */
public final class NamesPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int LIMIT = 1 << 20;
    private static final int WIDTH = 380;
    private static final int HEIGHT = 260;

    private Text names;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Preferences.store());
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        Label label = new Label(area, SWT.WRAP);
        label.setText("An address and its name in each line, as in a hosts file. Addresses are never looked up in the DNS.");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        names = new Text(area, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        names.setFont(JFaceResources.getTextFont());
        names.setTextLimit(LIMIT);
        names.setText(getPreferenceStore().getString(Preferences.NAMES));
        Accessibles.name(names, "Addresses and names");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(names);
        names.addListener(SWT.Modify, e -> check());
        Button read = new Button(area, SWT.PUSH);
        read.setText("&Read a Hosts File\u2026");
        read.addListener(SWT.Selection, e -> read());
        return area;
    }

    private void check() {
        String wrong = HostNames.wrong(names.getText());
        setErrorMessage(wrong == null ? null : "Neither an address with a name nor a comment: " + wrong);
        setValid(wrong == null);
    }

    private void read() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText("Read a Hosts File");
        dialog.setFileName("hosts");
        String file = dialog.open();
        if (file != null) {
            try {
                append(Path.of(file));
            } catch (IOException e) {
                setErrorMessage(file + " cannot be read: " + e.getMessage());
            }
        }
    }

    private void append(Path file) throws IOException {
        if (Files.size(file) > LIMIT) {
            throw new IOException("it is larger than any hosts file");
        }
        String before = names.getText().stripTrailing();
        names.setText((before.isEmpty() ? "" : before + "\n") + Files.readString(file));
    }

    @Override
    protected void performDefaults() {
        names.setText(getPreferenceStore().getDefaultString(Preferences.NAMES));
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (names != null) {
            getPreferenceStore().setValue(Preferences.NAMES, names.getText());
            Preferences.save();
        }
        return true;
    }
}
