package org.resetscope.ui.internal.canvas.path;

import java.util.List;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LineBorder;
import org.eclipse.draw2d.RectangleFigure;
import org.eclipse.gef.editpolicies.NonResizableEditPolicy;
import org.eclipse.gef.handles.MoveHandle;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.core.scene.Role;

/** Frames what is selected, and what is dragged, in a colour that is seen in every theme. */
final class Frame extends NonResizableEditPolicy {

    private static final int WIDTH = 2;

    private final RegionPart part;

    Frame(RegionPart part) {
        this.part = part;
        setDragAllowed(part.region().part() != null && (part.region().part().kind() == Kind.POINT || part.region().part().kind() == Kind.DEVICE));
    }

    @Override
    protected List<?> createSelectionHandles() {
        MoveHandle handle = new MoveHandle(part);
        handle.setBorder(new LineBorder(part.sheet().figure().colour(Role.EVIDENCE), WIDTH));
        if (!isDragAllowed()) {
            handle.setCursor(null);
        }
        return List.of(handle);
    }

    @Override
    protected IFigure createDragSourceFeedbackFigure() {
        RectangleFigure ghost = new RectangleFigure();
        ghost.setFill(false);
        ghost.setLineStyle(Graphics.LINE_DASH);
        ghost.setForegroundColor(part.sheet().figure().colour(Role.EVIDENCE));
        ghost.setBounds(getInitialFeedbackBounds());
        addFeedback(ghost);
        return ghost;
    }

    @Override
    protected void showFocus() {
        // the frame tells where the focus is
    }
}
