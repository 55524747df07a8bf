package org.resetscope.ui.internal.canvas.path;

import java.util.List;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.RectangleFigure;
import org.eclipse.draw2d.XYLayout;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.Role;

/** The drawing as a whole, on which parts are moved. */
final class SheetPart extends AbstractGraphicalEditPart {

    SheetPart(Sheet sheet) {
        setModel(sheet);
    }

    Sheet sheet() {
        return (Sheet) getModel();
    }

    @Override
    protected IFigure createFigure() {
        sheet().figure().removeAll(); // what stood on the drawing before
        sheet().figure().setLayoutManager(new XYLayout());
        return sheet().figure();
    }

    @Override
    protected List<?> getModelChildren() {
        return sheet().regions();
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new Moves());
    }

    /** Along the path only; where a part would stand is shown by a line. */
    private final class Moves extends LayoutEditPolicy {

        private static final int WIDTH = 3;
        private RectangleFigure line;

        @Override
        protected EditPolicy createChildEditPolicy(EditPart child) {
            return new Frame((RegionPart) child);
        }

        @Override
        protected Command getCreateCommand(CreateRequest request) {
            return null;
        }

        @Override
        protected Command getDeleteDependantCommand(Request request) {
            return null;
        }

        @Override
        protected Command getMoveChildrenCommand(Request request) {
            PathPart part = moved(request);
            return part == null ? null : sheet().move(part, sheet().sequence().indexAt(x(request), part));
        }

        private PathPart moved(Request request) {
            List<?> parts = ((ChangeBoundsRequest) request).getEditParts();
            return parts.size() == 1 && parts.get(0) instanceof RegionPart region ? region.region().part() : null;
        }

        private double x(Request request) {
            Point at = ((ChangeBoundsRequest) request).getLocation().getCopy();
            getFigure().translateToRelative(at);
            return at.x / sheet().zoom();
        }

        @Override
        protected void showLayoutTargetFeedback(Request request) {
            Command command = getMoveChildrenCommand(request);
            if (command == null || !command.canExecute()) {
                eraseLayoutTargetFeedback(request);
                return;
            }
            if (line == null) {
                line = new RectangleFigure();
                line.setBackgroundColor(sheet().figure().colour(Role.EVIDENCE));
                line.setForegroundColor(sheet().figure().colour(Role.EVIDENCE));
                addFeedback(line);
            }
            Rectangle box = sheet().bounds(((RegionPart) ((ChangeBoundsRequest) request).getEditParts().get(0)).region());
            line.setBounds(new Rectangle((int) sheet().place(x(request), moved(request)) - WIDTH / 2, box.y, WIDTH, box.height));
        }

        @Override
        protected void eraseLayoutTargetFeedback(Request request) {
            if (line != null) {
                removeFeedback(line);
                line = null;
            }
        }
    }
}
