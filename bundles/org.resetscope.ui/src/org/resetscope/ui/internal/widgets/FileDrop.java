package org.resetscope.ui.internal.widgets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/** Takes files that are dropped. */
public final class FileDrop extends DropTargetAdapter {

    private final BiConsumer<Point, List<Path>> dropped;

    private FileDrop(BiConsumer<Point, List<Path>> dropped) {
        this.dropped = dropped;
    }

    /**
     * @param control on which, or on whose children, files may be dropped
     * @param dropped takes them
     */
    public static void install(Control control, Consumer<List<Path>> dropped) {
        install(control, (place, files) -> dropped.accept(files));
    }

    /** @param dropped takes the place in the control as well */
    public static void install(Control control, BiConsumer<Point, List<Path>> dropped) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop((place, files) -> dropped.accept(control.toControl(place), files)));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        boolean files = Arrays.stream(event.dataTypes).anyMatch(FileTransfer.getInstance()::isSupportedType);
        // Never MOVE: the source would delete the file.
        event.detail = files && (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : files ? DND.DROP_LINK : DND.DROP_NONE;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            dropped.accept(new Point(event.x, event.y), Arrays.stream(files).map(Path::of).toList());
        }
    }
}
