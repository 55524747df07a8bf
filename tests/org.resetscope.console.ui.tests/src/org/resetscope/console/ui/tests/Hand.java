package org.resetscope.console.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.resetscope.console.ui.internal.editor.NewScriptMenu;

/** Works the workbench by events on its widgets. Runs on the UI thread. */
final class Hand {

    private static final long PATIENCE_MILLIS = 30_000;

    private final Display display = Display.getCurrent();
    private final IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];

    /** A file that comes with the project. */
    static Path sample(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("samples"))) {
            directory = directory.getParent();
            assertTrue(directory != null, "the directory samples is missing");
        }
        return directory.resolve("samples").resolve(name);
    }

    IWorkbenchWindow window() {
        return window;
    }

    void until(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                screenshot("failed");
                fail("never came: " + what);
            }
            settle(10);
        }
    }

    /** Lets the workbench work. */
    void settle(int millis) {
        long end = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() < end) {
            if (!display.readAndDispatch()) {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    IViewPart show(String view) {
        try {
            IViewPart shown = window.getActivePage().showView(view);
            settle(200);
            return shown;
        } catch (PartInitException e) {
            throw new AssertionError(e);
        }
    }

    /** Selects in the view of resets, as its table does. */
    void select(Object element) {
        show("org.resetscope.ui.view.resets").getSite().getSelectionProvider().setSelection(new StructuredSelection(element));
        settle(500);
    }

    void run(String command, Map<String, String> parameters) {
        ICommandService commands = window.getService(ICommandService.class);
        try {
            window.getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(command), parameters), null);
        } catch (CommandException e) {
            throw new AssertionError(command, e);
        }
    }

    void press(Control control, int key, char character) {
        Event event = new Event();
        event.keyCode = key;
        event.character = character;
        control.notifyListeners(SWT.KeyDown, event);
        settle(50);
    }

    StyledText text(Predicate<StyledText> which) {
        return find(StyledText.class, which);
    }

    <T extends Control> T find(Class<T> type, Predicate<T> which) {
        List<T> found = new ArrayList<>();
        collect(window.getShell(), type, found);
        return found.stream().filter(which).findFirst().orElseThrow(() -> new AssertionError("no such " + type.getSimpleName()));
    }

    <T extends Control> boolean has(Class<T> type, Predicate<T> which) {
        List<T> found = new ArrayList<>();
        collect(window.getShell(), type, found);
        return found.stream().anyMatch(which);
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            } else if (child instanceof Composite composite) {
                collect(composite, type, found);
            }
        }
    }

    /** What the window tells its views. */
    Object selection() {
        return window.getSelectionService().getSelection() instanceof IStructuredSelection selection ? selection.getFirstElement() : null;
    }

    /** Chooses an item of File &gt; New Script. */
    void menu(String id) {
        Arrays.stream(new NewScriptMenu().items()).filter(i -> id.equals(i.getId())).findFirst().map(ActionContributionItem.class::cast)
                .orElseThrow(() -> new AssertionError("no item " + id)).getAction().run();
        settle(500);
    }

    void size(int width, int height) {
        window.getShell().setBounds(0, 0, width, height);
        settle(300);
    }

    /** Stores what the window shows as {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        settle(700);
        Rectangle bounds = window.getShell().getBounds();
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { image.getImageData() };
            loader.save(Files.createDirectories(Path.of("target", "screenshots")).resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
