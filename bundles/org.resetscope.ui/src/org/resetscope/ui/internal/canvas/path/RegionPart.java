package org.resetscope.ui.internal.canvas.path;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editpolicies.ComponentEditPolicy;
import org.eclipse.gef.editpolicies.DirectEditPolicy;
import org.eclipse.gef.requests.DirectEditRequest;
import org.eclipse.gef.requests.GroupRequest;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.core.scene.Region;

/** A region of the drawing: a host, a capture point, a device, a stretch between them, or the reset on its way. */
final class RegionPart extends AbstractGraphicalEditPart {

    RegionPart(Region region) {
        setModel(region);
    }

    Region region() {
        return (Region) getModel();
    }

    Sheet sheet() {
        return ((SheetPart) getParent()).sheet();
    }

    private PathPart part() {
        return region().part();
    }

    /** Whether it has a name that the user may change. */
    boolean named() {
        return part() != null && (part().kind() == Kind.DEVICE || part().kind() == Kind.UNNAMED_DEVICE);
    }

    String name() {
        return sheet().device(part()) == null ? "" : sheet().device(part()).name();
    }

    /** What is painted here the sheet paints. */
    @Override
    protected IFigure createFigure() {
        Figure figure = new Figure();
        Label hover = new Label(region().text() + hint());
        figure.setToolTip(hover);
        return figure;
    }

    private String hint() {
        if (part() == null) {
            return "";
        }
        return switch (part().kind()) {
            case DEVICE -> "\nF2 names it, dragging moves it, the menu attaches rules and profiles.";
            case UNNAMED_DEVICE -> "\nF2 names it.";
            case POINT -> sheet().points().size() > 1 ? "\nDragging changes the order of the points." : "";
            case STRETCH -> "\nInsert puts a device here.";
        };
    }

    @Override
    protected void refreshVisuals() {
        ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(), sheet().bounds(region()));
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new ComponentEditPolicy() {
            @Override
            protected Command createDeleteCommand(GroupRequest request) {
                return sheet().remove(part());
            }
        });
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new DirectEditPolicy() {
            @Override
            protected Command getDirectEditCommand(DirectEditRequest request) {
                return sheet().rename(part(), String.valueOf(request.getCellEditor().getValue()));
            }

            @Override
            protected void showCurrentEditValue(DirectEditRequest request) {
                // the cell editor shows it
            }
        });
    }

    @Override
    public void performRequest(Request request) {
        boolean asks = RequestConstants.REQ_DIRECT_EDIT.equals(request.getType()) || RequestConstants.REQ_OPEN.equals(request.getType());
        if (asks && named() && sheet().current()) {
            new NameEditor(this).show();
        }
    }
}
