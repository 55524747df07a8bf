package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.List;

import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Opens files on behalf of the user, by whatever way they came: remembers them and shows their rows. */
public final class CaptureOpener {

    private CaptureOpener() {
    }

    public static void open(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        boolean first = Session.captures().all().isEmpty();
        List<OpenCapture> captures = Session.captures().open(files);
        Session.recent().add(captures.stream().map(OpenCapture::file).toList());
        CapturesView view = OwnPart.find(CapturesView.ID, CapturesView.class);
        if (view != null) {
            // Where all are new nothing needs choosing: without a selection all are shown.
            view.select(first ? List.of() : captures);
        }
    }
}
