package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.internal.widgets.FileDrop;
import org.resetscope.ui.internal.widgets.Accessibles;

/** Asks which rules, and which settings of the same machine, captures are held against. None takes them off again. */
public final class HeldRulesDialog extends TitleAreaDialog {

    private static final String WHAT = "The rules of one firewall that the packets passed; beside them, what \"sysctl -a\" prints there.";
    private static final String NONE = "Without files the captures are held against nothing.";
    private static final int WIDTH = 660;
    private static final int HEIGHT = 340;

    private final List<Path> files;
    private final boolean held;
    private org.eclipse.swt.widgets.List list;
    private Button remove;

    /** @param files those that the captures are held against now */
    public HeldRulesDialog(Shell parent, List<Path> files) {
        super(parent);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        this.files = new ArrayList<>(files);
        this.held = !files.isEmpty();
    }

    /** What the user chose. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Hold against Rules");
    }

    @Override
    protected Point getInitialSize() {
        // what is needed in one line would be as wide as the words at the top
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Hold against rules");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        list = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        Accessibles.name(list, "Rules and settings");
        GridDataFactory.fillDefaults().span(1, 2).grab(true, true).applyTo(list);
        Button add = new Button(area, SWT.PUSH);
        add.setText("&Add\u2026");
        add.setToolTipText("Files can be dropped here as well");
        add.addListener(SWT.Selection, e -> add(RulesChooser.choose(getShell(), "Add Rules or Settings")));
        GridDataFactory.fillDefaults().applyTo(add);
        remove = new Button(area, SWT.PUSH);
        remove.setText("&Remove");
        remove.addListener(SWT.Selection, e -> remove());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(remove);
        list.addListener(SWT.Selection, e -> remove.setEnabled(list.getSelectionCount() > 0));
        FileDrop.install(area, this::add);
        return area;
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        show();
        return contents;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private void add(List<Path> more) {
        more.stream().map(f -> f.toAbsolutePath().normalize()).filter(f -> !files.contains(f)).forEach(files::add);
        show();
    }

    private void remove() {
        List<Path> chosen = new ArrayList<>();
        for (int index : list.getSelectionIndices()) {
            chosen.add(files.get(index));
        }
        files.removeAll(chosen);
        show();
    }

    private void show() {
        list.setItems(files.stream().map(Path::toString).toArray(String[]::new));
        remove.setEnabled(false);
        setMessage(files.isEmpty() && held ? NONE : WHAT);
        getButton(IDialogConstants.OK_ID).setEnabled(held || !files.isEmpty());
    }
}
