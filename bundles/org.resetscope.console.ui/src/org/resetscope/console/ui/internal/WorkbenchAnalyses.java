package org.resetscope.console.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.Settings;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/**
 * Scripts find the captures of the workbench, and a capture that they open is opened in it. What the workbench has no row for (several
 * points, joined files, rules and devices that are named) is kept for scripts alone.
 */
final class WorkbenchAnalyses implements OpenAnalyses {

    private final OpenAnalyses own = OpenAnalyses.own();

    @Override
    public List<Analysis> all() {
        return Stream.concat(Session.captures().all().stream().map(OpenCapture::analysis).filter(a -> !a.captures().isEmpty()),
                own.all().stream()).toList();
    }

    @Override
    public Analysis open(List<CaptureFile> files, Settings settings, List<Path> logs, IProgressMonitor monitor) {
        boolean row = files.size() == 1 && files.get(0).point() == null && !files.get(0).file().equals("-") && settings.equals(Settings.DEFAULT);
        if (!row) {
            return own.open(files, settings, logs, monitor);
        }
        Input input = Input.of(Path.of(files.get(0).file()));
        return read(Session.captures().open(logs.isEmpty() ? input : input.joinedWith(logs)), monitor);
    }

    @Override
    public Analysis join(Analysis analysis, List<Path> logs, IProgressMonitor monitor) {
        for (OpenCapture capture : Session.captures().all()) {
            if (capture.analysis() == analysis) {
                Session.captures().join(capture, Stream.concat(capture.input().logs().stream(), logs.stream()).toList());
                return read(capture, monitor);
            }
        }
        return own.join(analysis, logs, monitor);
    }

    private static Analysis read(OpenCapture capture, IProgressMonitor monitor) {
        await(capture, monitor);
        if (capture.analysis().captures().isEmpty()) {
            throw new IllegalStateException(capture.progress().reason());
        }
        return capture.analysis();
    }

    private static void await(OpenCapture capture, IProgressMonitor monitor) {
        CountDownLatch ended = new CountDownLatch(1);
        OpenCaptures.Listener listener = new OpenCaptures.Listener() {
            @Override
            public void changed(OpenCapture changed) {
                if (changed == capture && capture.progress().state().ended()) {
                    ended.countDown();
                }
            }

            @Override
            public void closed(OpenCapture closed) {
                if (closed == capture) {
                    ended.countDown();
                }
            }
        };
        Session.captures().addListener(listener);
        try {
            listener.changed(capture);
            while (!ended.await(100, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            }
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        } finally {
            Session.captures().removeListener(listener);
            if (!capture.progress().state().ended()) {
                Session.captures().stop(capture);
            }
        }
    }

    @Override
    public void close(Analysis analysis) {
        Session.captures().all().stream().filter(c -> c.analysis() == analysis).forEach(Session.captures()::close);
        own.close(analysis);
    }
}
