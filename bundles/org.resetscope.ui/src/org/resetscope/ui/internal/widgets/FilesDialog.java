package org.resetscope.ui.internal.widgets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

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

/** Asks which files go with captures. None takes those off again that did. */
public final class FilesDialog extends TitleAreaDialog {

    private static final int WIDTH = 660;
    private static final int HEIGHT = 340;

    /**
     * What it says.
     *
     * @param title of the dialog
     * @param what files are asked for, in a sentence
     * @param none what it means that there is none any more, likewise
     * @param add title of the dialog that adds files
     * @param list for screen readers
     */
    public record Words(String title, String what, String none, String add, String list) {
    }

    private final Words words;
    private final BiFunction<Shell, String, List<Path>> chooser;
    private final List<Path> files;
    private final boolean held;
    private org.eclipse.swt.widgets.List list;
    private Button remove;

    /**
     * @param chooser asks for files on disk, in a dialog of this title
     * @param files those that go with the captures now
     */
    public FilesDialog(Shell parent, Words words, BiFunction<Shell, String, List<Path>> chooser, List<Path> files) {
        super(parent);
        this.words = words;
        this.chooser = chooser;
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
        shell.setText(words.title());
    }

    @Override
    protected Point getInitialSize() {
        // what is needed in one line would be as wide as the words at the top
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(words.title());
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        list = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        Accessibles.name(list, words.list());
        GridDataFactory.fillDefaults().span(1, 2).grab(true, true).applyTo(list);
        Button add = new Button(area, SWT.PUSH);
        add.setText("&Add\u2026");
        add.setToolTipText("Files can be dropped here as well");
        add.addListener(SWT.Selection, e -> add(chooser.apply(getShell(), words.add())));
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
        setMessage(files.isEmpty() && held ? words.none() : words.what());
        getButton(IDialogConstants.OK_ID).setEnabled(held || !files.isEmpty());
    }
}
