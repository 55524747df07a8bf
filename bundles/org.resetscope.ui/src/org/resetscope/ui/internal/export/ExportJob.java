package org.resetscope.ui.internal.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;
import org.resetscope.core.visual.ReportDrawings;

/** Writes a report in the background. The file is there when all of it is written, or stays what it was. */
final class ExportJob extends Job {

    private static final String PLUGIN = "org.resetscope.ui";

    private final Supplier<Analysis> analysis;
    private final Contribution<Reporter> format;
    private final Path file;

    /** @param analysis made in the background too */
    ExportJob(Supplier<Analysis> analysis, Contribution<Reporter> format, Path file) {
        super("Writing " + file.getFileName());
        this.analysis = analysis;
        this.format = format;
        this.file = file;
        setUser(true);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == ExportJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
        List<String> problems = new CopyOnWriteArrayList<>();
        Path fresh = null;
        try {
            fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".report", ".tmp");
            write(fresh, monitor, problems);
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            return Status.error(file + " cannot be written: " + e.getMessage());
        } finally {
            delete(fresh);
        }
        return problems.isEmpty() ? Status.OK_STATUS : told(problems);
    }

    private void write(Path to, IProgressMonitor monitor, List<String> problems) throws IOException {
        Analysis all = analysis.get();
        ReportOptions options = ReportOptions.PLAIN.with(new ReportDrawings(all, monitor, problems::add));
        try (Writer out = Files.newBufferedWriter(to)) {
            Boolean written = format.callIo(reporter -> {
                reporter.write(all, out, options);
                return true;
            }, false);
            if (!written) {
                throw new IOException("the plug-in that writes " + format.attribute("label") + " failed");
            }
        }
    }

    private IStatus told(List<String> problems) {
        MultiStatus status = new MultiStatus(PLUGIN, 0, file.getFileName() + " is written, but not all is in it.");
        problems.stream().distinct().forEach(p -> status.add(Status.warning(p)));
        return status;
    }

    private static void delete(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit(); // a scanner of viruses may hold it for a while
            }
        }
    }
}
