package org.resetscope.ui.internal.captures;

import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;

/** Reads the files of the selected captures once more. */
public final class ReadAgainCaptureHandler extends CaptureHandler {

    @Override
    protected void run(OpenCaptures captures, OpenCapture capture) {
        captures.readAgain(capture);
    }
}
