package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.JobGroup;
import org.resetscope.core.guide.Step;
import org.resetscope.core.model.Problem;
import org.resetscope.ui.session.Progress.State;

/** The captures that are open in the workbench. Each is analysed by a job of its own; nothing here blocks. Thread-safe. */
public final class OpenCaptures {

    /** Told on any thread. */
    public interface Listener {

        /** It is in the list; nothing of it was read yet. */
        default void opened(OpenCapture capture) {
        }

        /** Progress or results are new. */
        default void changed(OpenCapture capture) {
        }

        /** It is in the list no more. */
        default void closed(OpenCapture capture) {
        }

        /** To whom it is all the same what happened. */
        static Listener of(Runnable news) {
            return new Listener() {
                @Override
                public void opened(OpenCapture capture) {
                    news.run();
                }

                @Override
                public void changed(OpenCapture capture) {
                    news.run();
                }

                @Override
                public void closed(OpenCapture capture) {
                    news.run();
                }
            };
        }
    }

    private volatile Analyzer analyzer;
    /** Reading is bound by processor and disk: leave one processor to the user interface. */
    private final JobGroup jobs = new JobGroup("Captures", Math.max(1, Runtime.getRuntime().availableProcessors() - 1), 0);
    private final List<OpenCapture> captures = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<OpenCapture, Job> running = new ConcurrentHashMap<>();
    /** To be read again when the job that reads them has ended: the input is another. */
    private final Set<OpenCapture> again = new HashSet<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** @param analyzer explains what is opened */
    public OpenCaptures(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Replaces what explains captures opened from now on. */
    public void use(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Tells a listener of everything from now on. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Tells a listener no more. */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** In the order opened. */
    public List<OpenCapture> all() {
        return List.copyOf(captures);
    }

    /** All but single captures that another entry compares with others: their resets would count twice. */
    public List<OpenCapture> counted() {
        List<OpenCapture> all = all();
        Set<Path> compared = all.stream().filter(c -> c.input().compares()).flatMap(c -> c.input().paths().stream()).collect(Collectors.toSet());
        return all.stream().filter(c -> c.input().compares() || !compared.contains(c.input().paths().get(0))).toList();
    }

    /** Opens files as independent captures; one that is open already is read again only where its first reading did not succeed. */
    public List<OpenCapture> open(List<Path> files) {
        List<OpenCapture> opened = new ArrayList<>();
        for (Path file : files) {
            opened.add(open(Input.of(file)));
        }
        return opened;
    }

    /** Opens one capture, or captures of several points as one; what is open already is read again only where that did not succeed. */
    public synchronized OpenCapture open(Input input) {
        for (OpenCapture capture : captures) {
            if (capture.input().files().equals(input.files())) {
                if (!input.bare() && !input.equals(capture.input())) {
                    change(capture, input);
                }
                State state = capture.progress().state();
                if (state == State.FAILED || state == State.STOPPED) {
                    readAgain(capture);
                }
                return capture;
            }
        }
        OpenCapture capture = new OpenCapture(input);
        captures.add(capture);
        listeners.forEach(listener -> listener.opened(capture));
        read(capture, false);
        return capture;
    }

    /**
     * Opens a capture that somebody is recording, and shows what is found until it is stopped, which ends the recording.
     *
     * @param file that is recorded to, and read when it is opened again later
     */
    public synchronized OpenCapture watch(Path file, Watcher watcher) {
        OpenCapture capture = new OpenCapture(Input.of(file));
        captures.add(capture);
        listeners.forEach(listener -> listener.opened(capture));
        // in no group: it goes on for hours, and others are to be read meanwhile
        run(new AnalysisJob(capture, (input, monitor, soFar) -> watcher.watch(soFar, monitor), Progress.WATCHING, false, () -> changed(capture)), capture);
        return capture;
    }

    /** Forgets what was read of a capture and reads its files once more. */
    public synchronized void readAgain(OpenCapture capture) {
        if (captures.contains(capture) && !running.containsKey(capture)) {
            capture.clear();
            read(capture, false);
        }
    }

    /** Reads a capture again to hold its resets against rules, which take the place of those before. */
    public synchronized void holdAgainst(OpenCapture capture, List<Path> rules) {
        change(capture, capture.input().heldAgainst(rules));
    }

    /** Reads a capture again to join logs to its resets, which take the place of those before. */
    public synchronized void join(OpenCapture capture, List<Path> logs) {
        change(capture, capture.input().joinedWith(logs));
    }

    /**
     * Puts a capture on another path. It is read again where that may find something else; what was found before stays until then.
     */
    public synchronized void put(OpenCapture capture, Route route) {
        Input input = capture.input().on(route);
        boolean same = input.readsAs(capture.input());
        take(capture, input);
        if (!same && captures.contains(capture) && !running.containsKey(capture)) {
            read(capture, true);
        }
    }

    /** Notes which steps of the guide the user cannot or will not take. */
    public synchronized void leaveOut(OpenCapture capture, Set<Step> steps) {
        capture.setInput(capture.input().leavingOut(steps));
        changed(capture);
    }

    /** What is being read is read again as soon as it has stopped, where that may find something else. */
    private void take(OpenCapture capture, Input input) {
        if (!input.readsAs(capture.input()) && running.containsKey(capture)) {
            again.add(capture);
            stop(capture);
        }
        capture.setInput(input);
        Job.createSystem("Naming devices", (ICoreRunnable) monitor -> {
            capture.nameDevices();
            changed(capture);
        }).schedule();
        changed(capture);
    }

    private void change(OpenCapture capture, Input input) {
        if (!input.equals(capture.input())) {
            take(capture, input);
        }
        readAgain(capture); // the same files may say something else by now
    }

    /** Tells what is known of a capture from elsewhere than from reading it, in place of what was told before. */
    public void remark(OpenCapture capture, List<Problem> problems) {
        capture.remark(problems);
        changed(capture);
    }

    /** What was read until now is kept. */
    public void stop(OpenCapture capture) {
        Job job = running.get(capture);
        if (job != null) {
            job.cancel();
        }
    }

    /** Stops its reading and takes it out of the list. */
    public synchronized void close(OpenCapture capture) {
        stop(capture);
        if (captures.remove(capture)) {
            listeners.forEach(listener -> listener.closed(capture));
        }
    }

    /** @param keep what was found before, until all is found anew */
    private void read(OpenCapture capture, boolean keep) {
        AnalysisJob job = new AnalysisJob(capture, analyzer, Progress.reading(0), keep, () -> changed(capture));
        job.setJobGroup(jobs);
        run(job, capture);
    }

    private void run(AnalysisJob job, OpenCapture capture) {
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                ended(capture, job);
            }
        });
        running.put(capture, job);
        job.schedule();
        changed(capture);
    }

    private synchronized void ended(OpenCapture capture, AnalysisJob job) {
        running.remove(capture, job);
        if (again.remove(capture) && captures.contains(capture)) {
            if (!job.keeps()) {
                capture.clear();
            }
            read(capture, job.keeps());
        } else if (!capture.progress().state().ended()) {
            job.stoppedBeforeStart();
        }
    }

    private void changed(OpenCapture capture) {
        if (captures.contains(capture)) {
            listeners.forEach(listener -> listener.changed(capture));
        }
    }
}
