package org.resetscope.ui.internal.canvas.path;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.tools.DirectEditManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.session.Device;

/** Lets the user write a device's name where it stands. */
final class NameEditor extends DirectEditManager {

    private static final int LEAST = 140;

    private final RegionPart part;

    NameEditor(RegionPart part) {
        super(part, TextCellEditor.class, editor -> {
            Text text = (Text) editor.getControl();
            Rectangle box = part.getFigure().getBounds().getCopy();
            part.getFigure().translateToAbsolute(box);
            int width = Math.max(LEAST, box.width);
            int height = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            text.setBounds(box.x + (box.width - width) / 2, box.y, width, height);
        });
        this.part = part;
    }

    @Override
    protected void initCellEditor() {
        Text text = (Text) getCellEditor().getControl();
        text.setTextLimit(Device.LONGEST);
        text.setMessage("Name of the device");
        Accessibles.name(text, "Name of the device");
        getCellEditor().setValue(part.name());
        text.selectAll();
    }
}
