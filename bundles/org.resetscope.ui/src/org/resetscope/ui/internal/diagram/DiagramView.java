package org.resetscope.ui.internal.diagram;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SvgWriter;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.ui.internal.diagram.DrawJob.Drawn;
import org.resetscope.ui.internal.diagram.DrawJob.Wish;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.SelectionSource;
import org.resetscope.ui.session.OpenFrame;
import org.resetscope.ui.session.OpenReset;

/** The selected reset as a contributed visualizer draws it; a click on a packet selects that everywhere. */
public final class DiagramView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.diagram";
    private static final String RESETS_VIEW = "org.resetscope.ui.view.resets";
    private static final String NOTHING = "Select a reset to see its packets as a diagram.";
    private static final double NARROWEST = 640;
    private static final double WIDEST = 1280;
    private static final int RESIZED_MILLIS = 250;

    private final SelectionSource selection = new SelectionSource();
    /** Also when the view of resets is not the active part. */
    private final ISelectionListener resetChosen = this::selected;
    private final ISelectionListener anyChosen = this::selected;
    private Composite pages;
    private Hint hint;
    private SceneCanvas canvas;
    private DrawJob job;
    private OpenReset shown;
    private Wish drawn;
    private String visualizer;
    private final Runnable redraw = () -> {
        if (!pages.isDisposed() && canvas.scene() != null) {
            draw();
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        canvas = new SceneCanvas(pages, this::follow);
        job = new DrawJob(done -> parent.getDisplay().asyncExec(() -> show(done)));
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(RESETS_VIEW, resetChosen);
        getSite().getPage().addSelectionListener(anyChosen);
        CopyAction.install(getSite(), () -> canvas.scene() == null ? "" : String.join("\n", canvas.scene().words()));
        pages.addListener(SWT.Resize, e -> parent.getDisplay().timerExec(RESIZED_MILLIS, redraw));
        toolbar();
        say(NOTHING);
        ISelection now = getSite().getPage().getSelection(RESETS_VIEW);
        if (now != null) {
            selected(null, now);
        }
    }

    private void toolbar() {
        var bars = getViewSite().getActionBars();
        List.of(action("Zoom In", "zoom-in", canvas::zoomIn), action("Zoom Out", "zoom-out", canvas::zoomOut),
                action("Fit Width", "zoom-fit", canvas::fit)).forEach(bars.getToolBarManager()::add);
        IMenuManager menu = bars.getMenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        fill(menu);
    }

    private static Action action(String name, String icon, Runnable run) {
        Action action = new Action(name) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(name);
        if (icon != null) {
            action.setImageDescriptor(Icons.descriptor(icon));
        }
        return action;
    }

    /** Read anew each time: plug-ins come and go. */
    private void fill(IMenuManager menu) {
        List<Contribution<Visualizer>> all = Extensions.read(Extensions.VISUALIZERS, Visualizer.class).all();
        for (Contribution<Visualizer> each : all) {
            String label = each.attribute("label");
            Action choice = new Action(label == null ? each.id() : label, IAction.AS_RADIO_BUTTON) {
                @Override
                public void run() {
                    if (isChecked()) {
                        visualizer = each.id();
                        draw();
                    }
                }
            };
            choice.setChecked(each.id().equals(visualizer) || visualizer == null && each == all.get(0));
            menu.add(choice);
        }
        menu.add(new Separator());
        Action save = action("Save as SVG\u2026", null, this::save);
        save.setEnabled(canvas.scene() != null);
        menu.add(save);
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(RESETS_VIEW, resetChosen);
        getSite().getPage().removeSelectionListener(anyChosen);
        if (job != null) {
            job.cancel();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        ((StackLayout) pages.getLayout()).topControl.setFocus();
    }

    private void selected(IWorkbenchPart part, ISelection chosen) {
        if (part == this || !(chosen instanceof IStructuredSelection structured)) {
            return;
        }
        Object first = structured.getFirstElement();
        if (first instanceof OpenReset reset) {
            if (!reset.equals(shown)) {
                shown = reset;
                draw();
            }
        } else if (first instanceof OpenFrame frame && shown != null && frame.capture() == shown.capture()) {
            canvas.mark(frame.frame());
        } else if (first == null && part != null && RESETS_VIEW.equals(part.getSite().getId())) {
            shown = null;
            say(NOTHING);
        }
    }

    private void draw() {
        if (shown != null) {
            double room = pages.getClientArea().width;
            job.ask(new Wish(shown, visualizer, Math.max(NARROWEST, Math.min(WIDEST, room))));
        }
    }

    private void show(Drawn now) {
        if (pages.isDisposed() || !now.wish().reset().equals(shown)) {
            return;
        }
        Wish before = drawn;
        drawn = now.wish();
        if (now.scene() == null) {
            drawn = null;
            say(now.problem());
            return;
        }
        top(canvas.control());
        if (before != null && before.reset().equals(shown) && Objects.equals(before.visualizer(), drawn.visualizer())) {
            canvas.replace(now.scene());
            return;
        }
        canvas.show(now.scene(), shown.reset().id());
        selection.setSelection(new StructuredSelection(shown));
    }

    private void say(String words) {
        hint.show(words);
        top(hint.control());
    }

    private void top(Control control) {
        ((StackLayout) pages.getLayout()).topControl = control;
        pages.layout();
    }

    private void follow(FrameRef frame) {
        selection.setSelection(new StructuredSelection(shown.frame(frame)));
    }

    private void save() {
        Scene scene = canvas.scene();
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.svg"});
        dialog.setFileName(shown.reset().id() + ".svg");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(file))) {
            SvgWriter.adaptive().write(scene, out);
        } catch (IOException e) {
            MessageDialog.openError(getSite().getShell(), "Save as SVG", file + " cannot be written: " + e.getMessage());
        }
    }
}
