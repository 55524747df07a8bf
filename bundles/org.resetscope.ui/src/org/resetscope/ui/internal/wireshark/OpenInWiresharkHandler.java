package org.resetscope.ui.internal.wireshark;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.Chosen;
import org.resetscope.ui.internal.widgets.Clip;
import org.resetscope.ui.session.OpenFrame;

/** Opens the capture of the selected packet, or of the packet of the selected reset, in Wireshark at this packet. */
public final class OpenInWiresharkHandler extends AbstractHandler {

    private static final int COPY = 0;

    @Override
    public Object execute(ExecutionEvent event) {
        OpenFrame frame = Chosen.frame(HandlerUtil.getCurrentSelection(event));
        if (frame != null) {
            open(HandlerUtil.getActiveShell(event), frame);
        }
        return null;
    }

    private static void open(Shell shell, OpenFrame frame) {
        Path program = Wireshark.find();
        if (program == null) {
            say(shell, frame, "Wireshark was not found. Its place can be set in the preferences.");
            return;
        }
        try {
            Wireshark.open(program, frame);
        } catch (IOException e) {
            say(shell, frame, program + " cannot be started: " + e.getMessage());
        }
    }

    private static void say(Shell shell, OpenFrame frame, String problem) {
        String command = Wireshark.commandLine(frame);
        MessageDialog dialog = new MessageDialog(shell, "Open in Wireshark", null,
                problem + "\n\nThis command opens the packet where Wireshark is installed:\n\n" + command, MessageDialog.INFORMATION, COPY,
                "Copy Command", "Close");
        if (dialog.open() == COPY) {
            Clip.put(command);
        }
    }
}
