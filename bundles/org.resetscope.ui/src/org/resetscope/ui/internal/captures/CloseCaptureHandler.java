package org.resetscope.ui.internal.captures;

import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;

/** Forgets the selected captures. */
public final class CloseCaptureHandler extends CaptureHandler {

    @Override
    protected void run(OpenCaptures captures, OpenCapture capture) {
        captures.close(capture);
    }
}
