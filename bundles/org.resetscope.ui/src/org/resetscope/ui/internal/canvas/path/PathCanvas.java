package org.resetscope.ui.internal.canvas.path;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editparts.GraphicalRootEditPart;
import org.eclipse.gef.requests.GroupRequest;
import org.eclipse.gef.ui.parts.ScrollingGraphicalViewer;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.ui.internal.canvas.Drawing;
import org.resetscope.ui.internal.canvas.SceneFigure;
import org.resetscope.ui.internal.canvas.Zoom;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.FileDrop;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Route;

/**
 * Shows the drawing of a path and lets the user change it: name devices, add, move and remove them, change the order of capture points.
 * Each change can be undone.
 */
public final class PathCanvas implements Drawing {

    private final ScrollingGraphicalViewer viewer = new ScrollingGraphicalViewer();
    private final EditDomain domain = new EditDomain();
    private final FigureCanvas canvas;
    private final SceneFigure figure;
    private final Zoom zoom;
    private OpenCapture capture;
    private Route route = Route.UNKNOWN;
    private Sheet sheet;
    /** While a new drawing takes the place of the old one, nobody chooses anything. */
    private boolean replacing;

    /**
     * @param chosen told what is selected
     * @param dropped takes a device's place among those of the route, and files that were dropped on it
     * @param elsewhere takes files that were dropped on no device
     */
    public PathCanvas(Composite parent, Consumer<Region> chosen, BiConsumer<Integer, List<java.nio.file.Path>> dropped,
            Consumer<List<java.nio.file.Path>> elsewhere) {
        domain.setCommandStack(new HistoryStack());
        canvas = (FigureCanvas) viewer.createControl(parent);
        Content.mark(canvas);
        figure = new SceneFigure(canvas.getDisplay());
        figure.follow(canvas);
        domain.addViewer(viewer);
        viewer.setRootEditPart(new GraphicalRootEditPart());
        viewer.setEditPartFactory(new EditPartFactory() {
            @Override
            public EditPart createEditPart(EditPart context, Object model) {
                return model instanceof Sheet whole ? new SheetPart(whole) : new RegionPart((Region) model);
            }
        });
        viewer.setKeyHandler(new PathKeys(viewer, this));
        viewer.addSelectionChangedListener(e -> {
            Region region = selected();
            if (region != null && !replacing) {
                chosen.accept(region);
            }
            canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
        });
        // GEF's own registration of accessible parts needs a class that JFace has no more
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                Region region = selected();
                event.result = region != null ? region.text() : sheet == null ? "Path" : sheet.scene().title();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = sheet == null ? null : String.join("\n", sheet.scene().words());
            }
        });
        zoom = new Zoom(canvas, this::scene, this::redraw);
        FileDrop.install(canvas, (place, files) -> {
            EditPart under = viewer.findObjectAt(new Point(place.x, place.y));
            PathPart part = under instanceof RegionPart region ? region.region().part() : null;
            if (sheet != null && sheet.current() && sheet.device(part) != null) {
                dropped.accept(part.index(), files);
            } else {
                elsewhere.accept(files);
            }
        });
    }

    @Override
    public Control control() {
        return canvas;
    }

    @Override
    public Scene scene() {
        return sheet == null ? null : sheet.scene();
    }

    /** What the next drawing is made from. */
    public void of(OpenCapture drawn, Route known) {
        capture = drawn;
        route = known;
    }

    @Override
    public void show(Scene shown, String reset) {
        zoom.begin(shown);
        draw(shown, route);
        canvas.scrollTo(0, 0);
    }

    @Override
    public void replace(Scene shown) {
        Region before = selected();
        zoom.adapt(shown);
        draw(shown, route);
        selectAgain(before);
    }

    /** The same part; or what stands now where it stood, as the name of a device that had none. */
    private void selectAgain(Region before) {
        if (before != null) {
            Bounds b = before.bounds();
            parts().stream().filter(p -> same(p.region(), before)).findFirst().or(() -> parts().stream()
                    .filter(p -> p.region().bounds().contains(b.x() + b.width() / 2, b.y() + b.height() / 2)).findFirst()).ifPresent(this::select);
        }
    }

    private static boolean same(Region now, Region before) {
        return Objects.equals(now.part(), before.part()) && Objects.equals(now.frame(), before.frame())
                && (now.part() != null || now.frame() != null || now.bounds().equals(before.bounds()));
    }

    private void draw(Scene scene, Route known) {
        figure.show(scene, zoom.factor());
        sheet = new Sheet(scene, figure, capture, known, zoom.factor());
        replacing = true;
        viewer.setContents(sheet);
        replacing = false;
    }

    private void select(RegionPart part) {
        replacing = true;
        viewer.select(part);
        viewer.setFocus(part);
        replacing = false;
    }

    private List<RegionPart> parts() {
        List<?> children = viewer.getContents() == null ? List.of() : viewer.getContents().getChildren();
        return children.stream().map(RegionPart.class::cast).toList();
    }

    /** As it was when the path was drawn. */
    public Route route() {
        return sheet == null ? Route.UNKNOWN : sheet.route();
    }

    /** Null where nothing is. */
    public Region selected() {
        List<?> parts = viewer.getSelectedEditParts();
        return parts.size() == 1 && parts.get(0) instanceof RegionPart part ? part.region() : null;
    }

    /** The place of the selected device among those of the route; -1 where none is selected, or where it may be another one by now. */
    public int device() {
        Region region = selected();
        return region == null || !sheet.current() || sheet.device(region.part()) == null ? -1 : region.part().index();
    }

    @Override
    public void mark(FrameRef frame) {
        parts().stream().filter(p -> frame.equals(p.region().frame())).findFirst().ifPresent(this::select);
    }

    /** To the next or previous part. */
    void step(int by) {
        List<RegionPart> all = parts();
        List<?> selection = viewer.getSelectedEditParts();
        int at = selection.isEmpty() ? by > 0 ? -1 : all.size() : all.indexOf(selection.get(0));
        int to = at + by;
        if (to >= 0 && to < all.size()) {
            viewer.select(all.get(to));
            viewer.setFocus(all.get(to));
            viewer.reveal(all.get(to));
        }
    }

    /** Along the path. */
    void move(int by) {
        Region region = selected();
        if (region != null && region.part() != null) {
            execute(sheet.move(region.part(), sheet.sequence().indexOf(region.part()) + by));
        }
    }

    /** Where a device could be added now; null where nothing is selected, or a host. */
    public PathPart place() {
        Region region = selected();
        return region == null || !sheet.current() ? null : region.part();
    }

    /** Puts a device on the selected stretch, or next to the selected device. */
    public void addDevice() {
        PathPart part = place();
        if (part == null || part.kind() == Kind.POINT) {
            return;
        }
        int after = part.kind() == Kind.DEVICE ? sheet.device(part).after() : part.index();
        Route with = sheet.route().with(new Device(name(sheet.route()), after));
        execute(sheet.change("Add Device", with));
    }

    private static String name(Route route) {
        for (int i = 1;; i++) {
            String name = i == 1 ? "New device" : "New device " + i;
            if (route.devices().stream().noneMatch(d -> d.name().equals(name))) {
                return name;
            }
        }
    }

    /** Lets the user write the selected device's name. */
    public void rename() {
        ask(RequestConstants.REQ_DIRECT_EDIT);
    }

    private void ask(Object type) {
        if (!viewer.getSelectedEditParts().isEmpty()) {
            ((EditPart) viewer.getSelectedEditParts().get(0)).performRequest(new Request(type));
        }
    }

    /** Removes the selected device. */
    public void remove() {
        if (!viewer.getSelectedEditParts().isEmpty()) {
            execute(((EditPart) viewer.getSelectedEditParts().get(0)).getCommand(new GroupRequest(RequestConstants.REQ_DELETE)));
        }
    }

    /** Does something that can be undone. @param label as in "Undo Attach Rules" */
    public void change(String label, Route to) {
        execute(sheet.change(label, to));
    }

    void execute(Command command) {
        domain.getCommandStack().execute(command);
    }

    @Override
    public void zoomIn() {
        zoom.in();
    }

    @Override
    public void zoomOut() {
        zoom.out();
    }

    @Override
    public void fit() {
        zoom.fit();
    }

    private void redraw(double before) {
        if (zoom.factor() != before) {
            Region chosen = selected();
            draw(sheet.scene(), sheet.route());
            selectAgain(chosen);
        }
    }
}
