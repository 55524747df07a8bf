package org.resetscope.ui.internal.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.core.CaptureFile;
import org.resetscope.ui.internal.captures.CaptureChooser;
import org.resetscope.ui.internal.widgets.FileDrop;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.session.Input;

/** Asks at which points captures of the same traffic were taken. */
final class ComparePointsDialog extends TitleAreaDialog {

    private static final String FEW = "Add captures of the same traffic, taken at two or more points.";
    private static final String ENOUGH = "Name the point at which each was taken. client and server are captures taken on these hosts"
            + " themselves; other names are free.";
    private static final int WIDTH = 660;
    private static final int HEIGHT = 380;

    private final List<CaptureFile> start;
    private final List<Row> rows = new ArrayList<>();
    private ScrolledComposite scrolled;
    private Composite table;
    private Input input;

    /** A capture and the widgets that show it. */
    private final class Row {

        private final Path file;
        private final Combo name;
        private final List<Control> controls;

        Row(Path file, String point) {
            this.file = file;
            name = new Combo(table, SWT.DROP_DOWN);
            name.setItems("client", "server", "lan", "wan");
            name.setText(point);
            Accessibles.name(name, "Point of " + file.getFileName());
            name.addModifyListener(e -> check());
            GridDataFactory.fillDefaults().hint(150, SWT.DEFAULT).applyTo(name);
            Label label = new Label(table, SWT.NONE);
            label.setText(String.valueOf(file.getFileName()).replace("&", "&&"));
            label.setToolTipText(file.toString().replace("&", "&&"));
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(label);
            Button remove = new Button(table, SWT.PUSH);
            remove.setText("Remove");
            Accessibles.name(remove, "Remove " + file.getFileName());
            remove.addListener(SWT.Selection, e -> remove(this));
            controls = List.of(name, label, remove);
        }

        CaptureFile captureFile() {
            return Input.at(name.getText().strip(), file);
        }
    }

    /** @param files to begin with; those without a point get a name that the user may change */
    ComparePointsDialog(Shell parent, List<CaptureFile> files) {
        super(parent);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        start = files;
    }

    /** What the user chose. */
    Input input() {
        return input;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Compare Points");
    }

    @Override
    protected Point getInitialSize() {
        // what is needed in one line would be as wide as the words at the top
        return new Point(WIDTH, Math.max(HEIGHT, Math.min(super.getInitialSize().y, 2 * HEIGHT)));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Compare Capture Points");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        scrolled = new ScrolledComposite(area, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scrolled);
        table = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(2, 2).spacing(12, 6).applyTo(table);
        scrolled.setContent(table);
        for (String title : List.of("Point", "Capture", "")) {
            new Label(table, SWT.NONE).setText(title);
        }
        Button add = new Button(area, SWT.PUSH);
        add.setText("&Add Captures\u2026");
        add.setToolTipText("Files can be dropped here as well");
        add.addListener(SWT.Selection, e -> add(CaptureChooser.choose(getShell(), "Add Captures")));
        FileDrop.install(area, this::add);
        return area;
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        start.stream().filter(f -> f.point() != null).forEach(f -> rows.add(new Row(Path.of(f.file()), f.point())));
        add(start.stream().filter(f -> f.point() == null).map(f -> Path.of(f.file())).toList());
        return contents;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Compare", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        input = new Input(rows.stream().map(Row::captureFile).toList());
        super.okPressed();
    }

    private void add(List<Path> files) {
        List<Path> fresh = files.stream().map(f -> f.toAbsolutePath().normalize()).distinct()
                .filter(f -> rows.stream().noneMatch(r -> r.file.equals(f))).toList();
        Set<String> taken = new HashSet<>();
        rows.forEach(r -> taken.add(r.name.getText().strip().toLowerCase(Locale.ROOT)));
        List<String> names = PointNames.suggest(fresh, taken);
        for (int i = 0; i < fresh.size(); i++) {
            rows.add(new Row(fresh.get(i), names.get(i)));
        }
        changed();
    }

    private void remove(Row row) {
        rows.remove(row);
        row.controls.forEach(Control::dispose);
        changed();
    }

    private void changed() {
        table.layout();
        scrolled.setMinSize(table.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        check();
    }

    /** Says what is missing before there is a comparison. */
    private void check() {
        List<String> names = rows.stream().map(r -> r.name.getText().strip()).toList();
        String wrong = null;
        for (int i = 0; i < names.size() && wrong == null; i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                wrong = "The point of " + rows.get(i).file.getFileName() + " needs a name.";
            } else if (names.subList(0, i).stream().anyMatch(name::equalsIgnoreCase)) {
                wrong = "Two points are called " + name + ".";
            }
        }
        boolean enough = rows.size() > 1;
        setErrorMessage(wrong);
        setMessage(enough ? ENOUGH : FEW);
        getButton(IDialogConstants.OK_ID).setEnabled(enough && wrong == null);
    }
}
