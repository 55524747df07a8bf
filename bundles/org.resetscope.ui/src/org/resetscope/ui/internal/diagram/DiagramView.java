package org.resetscope.ui.internal.diagram;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.visual.TimeRange;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.core.visual.Visualizer.Scope;
import org.resetscope.core.visual.Visualizers;
import org.resetscope.ui.internal.canvas.Drawing;
import org.resetscope.ui.internal.canvas.SceneCanvas;
import org.resetscope.ui.internal.canvas.path.PathCanvas;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.diagram.DrawJob.Drawn;
import org.resetscope.ui.internal.diagram.DrawJob.Wish;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.session.SelectionSource;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.OpenFrame;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/**
 * The selected reset, or all resets of its capture, or of the captures that are selected together, as the contributed visualizers draw
 * them. What is chosen in a drawing is chosen everywhere: a packet, a reset, the resets that something counts, those of a stretch of time.
 */
public final class DiagramView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.diagram";
    private static final String RESETS_VIEW = "org.resetscope.ui.view.resets";
    private static final String NO_RESET = "Select a reset to see its packets as a diagram.";
    private static final String NO_CAPTURE = "Open a capture to see its resets as a diagram.";
    private static final double NARROWEST = 640;
    private static final double WIDEST = 1280;
    private static final int RESIZED_MILLIS = 250;

    private final SelectionSource selection = new SelectionSource();
    /** Also when the view of resets is not the active part. */
    private final ISelectionListener resetChosen = this::selected;
    private final ISelectionListener anyChosen = this::selected;
    private final OpenCaptures.Listener sessionChanged = OpenCaptures.Listener.of(() -> this.update.request());
    private Tabs tabs;
    private Composite pages;
    private Hint hint;
    private SceneCanvas canvas;
    /** In place of the canvas where the drawing can be changed. */
    private PathCanvas path;
    private Drawing shown;
    private PathMenu pathMenu;
    private DrawJob job;
    private UiUpdate update;
    private OpenCapture capture;
    /** Selected together; empty where it is one or none. */
    private List<OpenCapture> several = List.of();
    private OpenReset reset;
    private String visualizer;
    private TimeRange range;
    /** What the canvas shows; null where it shows nothing. */
    private Wish drawn;
    private Analysis drawnOf;
    private final Runnable redraw = () -> {
        if (!pages.isDisposed() && drawn != null) {
            draw();
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        tabs = new Tabs(parent, this::choose);
        tabs.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        pages = new Composite(parent, SWT.NONE);
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        Follower follower = new Follower();
        canvas = new SceneCanvas(pages, follower);
        path = new PathCanvas(pages, follower::chosen, (device, files) -> pathMenu.attachRules(device, files), CaptureOpener::open);
        pathMenu = new PathMenu(path, getSite().getShell());
        shown = canvas;
        job = new DrawJob(done -> parent.getDisplay().asyncExec(() -> show(done)));
        update = new UiUpdate(parent, this::sessionChanged);
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(RESETS_VIEW, resetChosen);
        getSite().getPage().addSelectionListener(anyChosen);
        Session.captures().addListener(sessionChanged);
        CopyAction.install(getSite(), () -> shown.scene() == null ? "" : String.join("\n", shown.scene().words()));
        pages.addListener(SWT.Resize, e -> parent.getDisplay().timerExec(RESIZED_MILLIS, redraw));
        actions();
        refreshTabs();
        draw();
        ISelection now = getSite().getPage().getSelection(RESETS_VIEW);
        if (now != null) {
            selected(null, now);
        }
    }

    private void actions() {
        var bars = getViewSite().getActionBars();
        List.of(action("Zoom In", "zoom-in", () -> shown.zoomIn()), action("Zoom Out", "zoom-out", () -> shown.zoomOut()),
                action("Fit Width", "zoom-fit", () -> shown.fit())).forEach(bars.getToolBarManager()::add);
        IMenuManager menu = bars.getMenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        fill(menu);
        for (Drawing drawing : List.of(canvas, path)) {
            MenuManager context = new MenuManager();
            context.setRemoveAllWhenShown(true);
            context.addMenuListener(this::fill);
            drawing.control().setMenu(context.createContextMenu(drawing.control()));
            getSite().registerContextMenu(context, selection);
        }
        getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.FILE_PRINT, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                onScene(new Export(getSite().getShell())::print);
                return null;
            }
        });
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

    private void fill(IMenuManager menu) {
        Export export = new Export(getSite().getShell());
        List<Action> actions = List.of(action("Copy as Picture", null, () -> onScene(export::copy)),
                action("Export as SVG\u2026", null, () -> onScene(scene -> export.svg(scene, fileName()))),
                action("Export as PNG\u2026", null, () -> onScene(scene -> export.png(scene, fileName()))),
                action("Print\u2026", null, () -> onScene(export::print)));
        actions.forEach(action -> action.setEnabled(drawn != null));
        if (shown == path && drawn != null) {
            pathMenu.fill(menu);
            menu.add(new Separator());
        }
        menu.add(action("Show All", null, this::home));
        menu.add(new Separator());
        actions.forEach(menu::add);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    /** What is drawn now; null for nothing. */
    public Scene scene() {
        return drawn == null ? null : shown.scene();
    }

    private void onScene(Consumer<Scene> use) {
        if (drawn != null) {
            use.accept(shown.scene());
        }
    }

    private String fileName() {
        return (drawn.reset() == null ? "" : drawn.reset().reset().id() + "-") + drawn.visualizer().replaceAll("[^A-Za-z0-9.-]", "-");
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
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
        refreshTabs();
    }

    private void refreshTabs() {
        List<String> ids = Visualizers.read().all().stream().map(Contribution::id).toList();
        if (!ids.contains(visualizer)) {
            visualizer = ids.isEmpty() ? null : ids.get(0);
        }
        if (tabs.refresh(visualizer)) {
            tabs.control().getParent().layout();
        }
    }

    private void choose(String id) {
        visualizer = id;
        range = null;
        draw();
    }

    private Scope scope() {
        return Visualizers.read().of(Scope.CAPTURES).stream().anyMatch(v -> v.id().equals(visualizer)) ? Scope.CAPTURES : Scope.RESET;
    }

    private void selected(IWorkbenchPart part, ISelection chosen) {
        if (part == this || !(chosen instanceof IStructuredSelection structured)) {
            return;
        }
        Object first = structured.getFirstElement();
        if (first instanceof OpenReset other) {
            if (!other.equals(reset) || !other.reset().equals(reset.reset())) { // it may be judged anew
                reset = other;
                capture = other.capture();
                range = null;
                draw();
            }
        } else if (first instanceof OpenFrame frame && reset != null && frame.capture() == reset.capture()) {
            shown.mark(frame.frame());
        } else if (first instanceof OpenCapture other) {
            List<OpenCapture> together = structured.size() == 1 ? List.of() : ((List<?>) structured.toList()).stream()
                    .filter(OpenCapture.class::isInstance).map(OpenCapture.class::cast).toList();
            if (together.isEmpty() ? other != capture || !several.isEmpty() : !together.equals(several)) {
                several = together;
                capture = together.contains(capture) ? capture : other;
                reset = reset != null && reset.capture() == capture ? reset : null;
                draw();
            }
        } else if (first == null && part != null && RESETS_VIEW.equals(part.getSite().getId())) {
            reset = null;
            draw();
        }
    }

    /** A capture was read further, or closed. */
    private void sessionChanged() {
        List<OpenCapture> open = Session.captures().all();
        several = several.stream().filter(open::contains).toList();
        if (capture != null && !open.contains(capture)) {
            capture = null;
            reset = null;
            drawn = null;
            selection.setSelection(StructuredSelection.EMPTY);
        }
        if (scope() == Scope.CAPTURES) {
            draw();
        } else if (drawn != null && capture == drawn.capture() && capture.analysis() != drawnOf && capture.progress().state().ended()) {
            capture.resets().stream().filter(reset::equals).findFirst().ifPresent(now -> {
                reset = now;
                draw();
            });
        }
    }

    private void draw() {
        if (visualizer == null) {
            say("No plug-in that draws is installed.");
            return;
        }
        boolean all = scope() == Scope.CAPTURES;
        if (all && capture == null) {
            capture = Session.captures().counted().stream().filter(c -> !c.resets().isEmpty()).findFirst().orElse(null);
        }
        if (capture == null || !all && reset == null) {
            say(all ? NO_CAPTURE : NO_RESET);
            return;
        }
        double room = pages.getClientArea().width;
        job.ask(new Wish(all ? drawn() : List.of(capture), reset, visualizer, range, Math.max(NARROWEST, Math.min(WIDEST, room))));
    }

    /** The captures of whose resets a drawing of all is made. */
    private List<OpenCapture> drawn() {
        return several.contains(capture) ? several : List.of(capture);
    }

    private void show(Drawn now) {
        Wish wish = now.wish();
        if (pages.isDisposed() || capture == null || !wish.visualizer().equals(visualizer)
                || !(scope() == Scope.CAPTURES ? drawn() : List.of(capture)).equals(wish.captures())) {
            return;
        }
        if (now.scene() == null) {
            say(now.problem());
            return;
        }
        boolean all = scope() == Scope.CAPTURES;
        boolean stays = wish.same(drawn) && (all || wish.reset().equals(drawn.reset()));
        drawn = wish;
        drawnOf = now.analysis();
        boolean editable = now.scene().regions().stream().anyMatch(r -> r.part() != null);
        path.of(wish.capture(), now.route());
        shown = editable ? path : canvas;
        top(shown.control());
        if (stays) {
            shown.replace(now.scene());
        } else {
            shown.show(now.scene(), all ? null : wish.reset().reset().id());
            if (!all) {
                selection.setSelection(new StructuredSelection(wish.reset()));
            }
        }
    }

    private void say(String words) {
        drawn = null;
        hint.show(words);
        top(hint.control());
    }

    private void top(Control control) {
        ((StackLayout) pages.getLayout()).topControl = control;
        pages.layout();
    }

    private void home() {
        shown.fit();
        if (range != null) {
            range = null;
            draw();
        }
    }

    /** Passes on what is chosen in the drawing. */
    private final class Follower implements SceneCanvas.Listener {

        @Override
        public void chosen(Region region) {
            if (region.frame() != null) {
                selection.setSelection(new StructuredSelection(new OpenFrame(drawn.capture(), region.frame())));
            } else if (region.reset() != null) {
                opened(region);
            }
        }

        @Override
        public void opened(Region region) {
            if (region.filter() != null) {
                OwnPart.show(ResetsView.ID, ResetsView.class).filter(region.filter());
            } else if (region.reset() != null) {
                drawn.capture().resets().stream().filter(r -> r.reset().id().equals(region.reset())).findFirst().ifPresent(r -> select(List.of(r)));
            }
        }

        /** Of one connection the stretch is shown larger; of all, its resets are selected. */
        @Override
        public void brushed(long from, long to) {
            TimeRange chosen = new TimeRange(from, to);
            if (scope() == Scope.RESET) {
                range = chosen;
                draw();
            } else {
                select(drawn.resets().stream().filter(r -> chosen.contains(r.time().nanos())).toList());
            }
        }

        private void select(List<OpenReset> resets) {
            ResetsView view = OwnPart.find(ResetsView.ID, ResetsView.class);
            if (view != null && !resets.isEmpty()) {
                view.select(resets);
            }
        }

        @Override
        public void home() {
            DiagramView.this.home();
        }
    }
}
