package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Timestamp;

/**
 * A capture that the user opened, or captures of several points that are compared, from the first byte read to the verdicts. Safe to read
 * from any thread; changes are told by {@link OpenCaptures}.
 */
public final class OpenCapture {

    private static final Analysis NOTHING = new Analysis(List.of(), List.of(), List.of(), false);

    private volatile Input input;
    private volatile Progress progress = Progress.WAITING;
    /** As it was found, without the names of devices. */
    private volatile Analysis found = NOTHING;
    private volatile Analysis analysis = NOTHING;
    private volatile Route route = Route.UNKNOWN;
    private volatile List<OpenReset> resets = List.of();
    private volatile Incidents incidents = new Incidents(List.of());
    private volatile Timestamp start;
    private volatile List<Problem> remarks = List.of();

    OpenCapture(Input input) {
        this.input = input;
    }

    /** What it is read from. */
    public Input input() {
        return input;
    }

    /** As {@link Input#name()}. */
    public String name() {
        return input.name();
    }

    /** The file that holds a frame of this analysis. */
    public Path file(FrameRef frame) {
        return captureOf(frame).map(c -> Path.of(c.file())).orElse(input.paths().get(0));
    }

    /** The point at which a frame was captured; empty where there is one capture only. */
    public String point(FrameRef frame) {
        return captureOf(frame).map(Capture::point).orElse("");
    }

    /** The file that holds a frame, for a title: "a.pcap", or "a.pcap (client)". */
    public String origin(FrameRef frame) {
        String file = Input.nameOf(file(frame));
        return input.compares() ? file + " (" + point(frame) + ")" : file;
    }

    private Optional<Capture> captureOf(FrameRef frame) {
        return captures().stream().filter(c -> c.id().equals(frame.capture())).findFirst();
    }

    /** A time of a frame's capture on the clock that all points have in common. */
    public Timestamp time(FrameRef frame, Timestamp own) {
        return new Timestamp(analysis.commonNanos(frame.capture(), own.nanos()), own.digits());
    }

    /** Of the first packet, on the clock that all points have in common; null where there is none. */
    public Timestamp start() {
        return start;
    }

    /** How far its reading has come. */
    public Progress progress() {
        return progress;
    }

    /** Empty until something was read. */
    public Analysis analysis() {
        return analysis;
    }

    /** Whose devices {@link #analysis()} names. It is behind that of {@link #input()} for a moment where the user has just changed it. */
    public Route route() {
        return route;
    }

    /** In order of time. */
    public List<OpenReset> resets() {
        return resets;
    }

    /** The resets of an incident, in the order of the analysis. */
    public List<Reset> incident(String id) {
        return incidents.of(id);
    }

    /** What the engine tells of the files, in their order; empty until they were read. */
    public List<Capture> captures() {
        return analysis.captures();
    }

    /** Everything that went wrong, the reason of a failure included. */
    public List<Problem> problems() {
        Progress now = progress;
        List<Problem> told = analysis.captures().stream().flatMap(c -> c.problems().stream()).toList();
        if (now.state() == Progress.State.FAILED && told.stream().noneMatch(p -> p.text().equals(now.reason()))) {
            return List.of(Problem.of("failed", now.reason()));
        }
        return Stream.of(remarks, told, analysis.problems()).flatMap(List::stream).toList();
    }

    /** What is known of the files from elsewhere than from reading them. */
    void remark(List<Problem> known) {
        remarks = List.copyOf(known);
    }

    void setInput(Input input) {
        this.input = input;
    }

    /** What was found stays as it is; devices have the names and places of the input in it. It takes a while for a million resets. */
    synchronized void nameDevices() {
        setAnalysis(found);
    }

    void setProgress(Progress progress) {
        this.progress = progress;
    }

    synchronized void setAnalysis(Analysis bare) {
        found = bare;
        Input now = input;
        analysis = bare.withDevices(now.devices());
        this.start = analysis.captures().stream().filter(c -> c.start() != null)
                .map(c -> new Timestamp(analysis.commonNanos(c.id(), c.start().nanos()), c.start().digits()))
                .min(Comparator.comparingLong(Timestamp::nanos)).orElse(null);
        this.incidents = new Incidents(analysis.resets());
        this.resets = analysis.resets().stream().map(reset -> new OpenReset(this, reset)).toList();
        this.route = now.route(); // last: who knows the route finds an analysis that is not older
    }

    void clear() {
        setAnalysis(NOTHING);
        progress = Progress.WAITING;
    }
}
