package org.resetscope.ui.internal.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.model.Problem;
import org.resetscope.ui.internal.cases.CaseFile.Digest;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Looks in the background whether captures are still the ones that a case was made from; Problems tells which are not. */
final class CheckJob extends Job {

    private final Map<OpenCapture, List<Path>> captures;
    private final Map<Path, Digest> digests;
    private final Digests reader;

    CheckJob(Map<OpenCapture, List<Path>> captures, Map<Path, Digest> digests, Digests reader) {
        super("Comparing captures with the case");
        this.captures = captures;
        this.digests = digests;
        this.reader = reader;
        setPriority(DECORATE);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == CheckJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, captures.values().stream().mapToInt(List::size).sum());
        captures.forEach((capture, files) -> {
            List<Problem> told = new ArrayList<>();
            for (Path file : files) {
                if (changed(file, progress.split(1))) {
                    told.add(Problem.of("changed", file + " is not what it was when the case was saved: notes may stand at other packets."));
                }
            }
            if (!told.isEmpty()) {
                Session.captures().remark(capture, told);
            }
        });
        return Status.OK_STATUS;
    }

    private boolean changed(Path file, SubMonitor progress) {
        Digest then = digests.get(file);
        try {
            return then != null && Files.exists(file) && (Files.size(file) != then.bytes() || !reader.of(file, progress).equals(then));
        } catch (IOException e) {
            return false; // reading the capture says why it cannot be read
        }
    }
}
