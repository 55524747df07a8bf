package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Uses the workbench as a person does, by events on its widgets, and reads what they show. Runs on the UI thread. */
final class Bot {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final int LOOK_MILLIS = 200;

    private final Display display = Display.getCurrent();
    private final IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];

    Shell shell() {
        return window.getShell();
    }

    /** Lets the workbench work until something is so. */
    void until(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                screenshot("failed");
                fail("never came: " + what);
            }
            if (!display.readAndDispatch()) {
                pause(5);
            }
        }
    }

    /** As {@link #until}; in milliseconds, how long the window answered nothing at the longest. */
    long longestBlock(String what, BooleanSupplier condition) {
        return longestBlock(what, () -> { }, condition);
    }

    /** As {@link #longestBlock(String, BooleanSupplier)}, after something the user did, which counts too. */
    long longestBlock(String what, Runnable done, BooleanSupplier condition) {
        try (StallWatch watch = new StallWatch()) {
            done.run();
            until(what, () -> {
                watch.tick();
                boolean met = condition.getAsBoolean();
                watch.tick();
                return met;
            });
            System.out.println("longest block of the user interface thread until " + what + ": " + watch);
            return watch.longestMillis();
        }
    }

    /** Lets the workbench draw. */
    void settle(int millis) {
        long end = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() < end) {
            if (!display.readAndDispatch()) {
                pause(5);
            }
        }
    }

    /** Waits until all captures are read and shown. */
    void untilRead() {
        until("all captures are read", () -> Session.captures().all().stream().allMatch(c -> c.progress().state().ended())
                && Job.getJobManager().find(OpenCaptures.class).length == 0);
        int resets = Session.captures().all().stream().mapToInt(c -> c.resets().size()).sum();
        until("all resets are shown", () -> count().equals(resets == 0 ? "" : Words.count(resets, "reset", "resets")));
        settle(300);
    }

    /** Closes what a test left open. */
    void closeAll() {
        Session.captures().all().forEach(Session.captures()::close);
        Session.captures().use(Session.ENGINE_ANALYZER);
        window.getActivePage().closeAllEditors(false);
        until("the views have the room", () -> !window.getActivePage().isEditorAreaVisible());
        filter().setText("");
        Table table = resets();
        while (table.getSortColumn() != table.getColumn(0) || table.getSortDirection() != SWT.UP) {
            table.getColumn(0).notifyListeners(SWT.Selection, new Event());
        }
        until("all jobs have ended", () -> Job.getJobManager().find(OpenCaptures.class).length == 0);
        settle(400);
    }

    IViewPart show(String view) {
        try {
            return window.getActivePage().showView(view);
        } catch (PartInitException e) {
            throw new AssertionError(e);
        }
    }

    void hide(String view) {
        window.getActivePage().hideView(window.getActivePage().findView(view));
    }

    void run(String command, Map<String, String> parameters) {
        Command found = window.getService(ICommandService.class).getCommand(command);
        try {
            window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(found, parameters), null);
        } catch (CommandException e) {
            throw new AssertionError(command, e);
        }
    }

    Table captures() {
        return find(Table.class, table -> table.getColumnCount() == 1 && !table.getHeaderVisible());
    }

    Table resets() {
        return find(Table.class, table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals("Time"));
    }

    Table problems() {
        show("org.resetscope.ui.view.problems");
        return find(Table.class, table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals("Problem"));
    }

    /** The text of the rules that are open. */
    StyledText rules() {
        return find(StyledText.class, text -> text.isVisible() && text.getEditable());
    }

    IEditorPart editor() {
        return window.getActivePage().getActiveEditor();
    }

    /** What hovers over the window, in words. */
    String hover() {
        for (Shell shell : display.getShells()) {
            if (shell != shell() && shell.isVisible()) {
                List<StyledText> texts = new ArrayList<>();
                collect(shell, StyledText.class, texts);
                if (!texts.isEmpty()) {
                    return texts.get(0).getText();
                }
            }
        }
        return "";
    }

    /** The reset that is selected everywhere. */
    OpenReset selected() {
        return ((IStructuredSelection) window.getSelectionService().getSelection("org.resetscope.ui.view.resets")).getFirstElement() instanceof OpenReset
                reset ? reset : null;
    }

    Text filter() {
        return find(Text.class, text -> text.getMessage().startsWith("Filter"));
    }

    /** A text in sight that has certain words. */
    StyledText text(String words) {
        return find(StyledText.class, text -> text.isVisible() && text.getText().contains(words));
    }

    StyledText explanation() {
        return find(StyledText.class, text -> text.isVisible() && text.getText().contains("What to do"));
    }

    Tree fields() {
        show("org.resetscope.ui.view.packet");
        until("a packet is shown", () -> all(Tree.class).stream().anyMatch(Control::isVisible));
        return find(Tree.class, Control::isVisible);
    }

    /** The bytes beside the {@link #fields()}. */
    StyledText bytes() {
        return find(StyledText.class, text -> text.getText().startsWith("0000  "));
    }

    /** Every text that a view shows, for "says somewhere". */
    boolean says(String words) {
        return all(StyledText.class).stream().anyMatch(text -> text.isVisible() && text.getText().contains(words));
    }

    List<String> column(Table table, String title) {
        int index = 0;
        while (!table.getColumn(index).getText().equals(title)) {
            index++;
        }
        List<String> cells = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            cells.add(item.getText(index));
        }
        return cells;
    }

    void press(Control control, int key) {
        type(control, key);
        settle(100);
    }

    /** Presses a key and does not wait. */
    void type(Control control, int key) {
        Event event = new Event();
        event.keyCode = key;
        control.notifyListeners(SWT.KeyDown, event);
    }

    /** What stands beside the filter: how many resets there are. */
    String count() {
        return all(Label.class).stream().filter(l -> l.isVisible() && l.getText().matches(".*resets?")).map(Label::getText).findFirst().orElse("");
    }

    /** Opens a dialog with a command and uses it; whatever is done has to close it. */
    void dialog(String command, String title, Consumer<Shell> use) {
        dialog(() -> run(command, Map.of()), title, use);
    }

    /** Pushes a button of the dialog that opens meanwhile. */
    void answer(String title, String button, Runnable run) {
        dialog(run, title, dialog -> push(dialog, button));
    }

    /** @param run opens the dialog and returns when it is closed */
    void dialog(Runnable run, String title, Consumer<Shell> use) {
        Throwable[] failure = {new AssertionError(title + " did not open")};
        boolean[] ended = {false};
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        display.timerExec(LOOK_MILLIS, new Runnable() {
            @Override
            public void run() {
                Shell dialog = Arrays.stream(display.getShells()).filter(s -> s.getText().equals(title) && s.isVisible()).findFirst().orElse(null);
                if (dialog != null) {
                    failure[0] = use(dialog, use);
                } else if (!ended[0] && System.currentTimeMillis() < end) {
                    display.timerExec(LOOK_MILLIS, this);
                }
            }
        });
        run.run();
        ended[0] = true;
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
    }

    private Throwable use(Shell dialog, Consumer<Shell> use) {
        try {
            settle(LOOK_MILLIS);
            use.accept(dialog);
            return null;
        } catch (RuntimeException | Error e) {
            return e; // the dialog's event loop would swallow it
        } finally {
            if (!dialog.isDisposed()) {
                dialog.close();
            }
        }
    }

    <T extends Control> List<T> all(Shell dialog, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(dialog, type, found);
        return found;
    }

    void push(Shell dialog, String button) {
        Button found = all(dialog, Button.class).stream().filter(b -> b.getText().equals(button)).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button));
        assertTrue(found.isEnabled(), button + " is disabled");
        found.notifyListeners(SWT.Selection, new Event());
    }

    void select(Table table, int... rows) {
        table.setSelection(rows);
        Event event = new Event();
        event.item = table.getItem(rows[0]);
        table.notifyListeners(SWT.Selection, event);
        settle(300);
    }

    /** Clicks on a place of a text, as the mouse does. */
    void click(StyledText text, int offset) {
        text.setSelection(offset);
        text.showSelection();
        Rectangle bounds = text.getTextBounds(offset, offset);
        Event event = new Event();
        event.button = 1;
        event.x = bounds.x + bounds.width / 2;
        event.y = bounds.y + bounds.height / 2;
        text.notifyListeners(SWT.MouseUp, event);
        settle(300);
    }

    /** Stores what the window shows as {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        settle(700);
        Screenshot.of(shell()).save(name);
    }

    /** Makes the window as large as the picture in the documentation. */
    void size(int width, int height) {
        shell().setBounds(0, 0, width, height);
        until("the window has its size", () -> shell().getSize().equals(new Point(width, height)));
        settle(300);
    }

    <T extends Control> List<T> all(Class<T> type) {
        return all(shell(), type);
    }

    private <T extends Control> T find(Class<T> type, Predicate<T> which) {
        return all(type).stream().filter(which).findFirst().orElseThrow(() -> new AssertionError("no such " + type.getSimpleName()));
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, found);
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
