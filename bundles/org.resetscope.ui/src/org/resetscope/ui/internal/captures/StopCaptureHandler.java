package org.resetscope.ui.internal.captures;

import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;

/** Stops reading the selected captures; what was read until then is kept. */
public final class StopCaptureHandler extends CaptureHandler {

    @Override
    protected void run(OpenCaptures captures, OpenCapture capture) {
        captures.stop(capture);
    }
}
