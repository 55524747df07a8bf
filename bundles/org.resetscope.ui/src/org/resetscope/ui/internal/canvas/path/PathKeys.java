package org.resetscope.ui.internal.canvas.path;

import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.requests.GroupRequest;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;

/** Arrows go along the path, with Shift they move what is selected; F2 or Enter names, Insert adds, Delete removes a device. */
final class PathKeys extends GraphicalViewerKeyHandler {

    private final PathCanvas canvas;

    PathKeys(GraphicalViewer viewer, PathCanvas canvas) {
        super(viewer);
        this.canvas = canvas;
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
        switch (event.keyCode) {
            case SWT.F2, SWT.CR, SWT.KEYPAD_CR -> getFocusEditPart().performRequest(new Request(RequestConstants.REQ_DIRECT_EDIT));
            case SWT.DEL -> canvas.execute(getFocusEditPart().getCommand(new GroupRequest(RequestConstants.REQ_DELETE)));
            case SWT.INSERT -> canvas.addDevice();
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> go(event, 1);
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> go(event, -1);
            default -> {
                switch (event.character) {
                    case '+', '=' -> canvas.zoomIn();
                    case '-' -> canvas.zoomOut();
                    case '0' -> canvas.fit();
                    default -> {
                        return super.keyPressed(event);
                    }
                }
            }
        }
        return true;
    }

    private void go(KeyEvent event, int by) {
        if ((event.stateMask & SWT.SHIFT) != 0) {
            canvas.move(by);
        } else {
            canvas.step(by);
        }
    }
}
