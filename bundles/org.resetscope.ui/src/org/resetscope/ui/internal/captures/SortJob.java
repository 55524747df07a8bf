package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.resetscope.ui.internal.rules.RulesOpener;
import org.resetscope.ui.session.OpenCaptures;

/** Looks into files in the background, whether they hold rules; everything else is a capture, which says itself when it is none. */
final class SortJob extends Job {

    private final List<Path> files;

    SortJob(List<Path> files) {
        super("Looking into files");
        this.files = List.copyOf(files);
        setSystem(true);
    }

    /** Until it has ended, not all captures are open. */
    @Override
    public boolean belongsTo(Object family) {
        return family == OpenCaptures.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<Path> captures = new ArrayList<>();
        List<Path> rules = new ArrayList<>();
        files.forEach(file -> (RulesOpener.recognises(file) ? rules : captures).add(file));
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            CaptureOpener.openCaptures(captures);
            RulesOpener.open(rules);
        });
        return Status.OK_STATUS;
    }
}
