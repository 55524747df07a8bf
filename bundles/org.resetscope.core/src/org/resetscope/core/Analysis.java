package org.resetscope.core;

import java.util.List;

import org.resetscope.core.configuration.ReplaySummary;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;

/**
 * The result of {@link ResetScope#analyze}.
 *
 * @param captures in the order given, also those that could not be read (with the reason among their problems)
 * @param resets in order of time within each capture
 * @param path the capture points in the order from client to server, where captures of several points were compared; else empty
 * @param problems that belong to no capture: failed plug-ins
 * @param cancelled true where the user stopped it; what was read until then is here
 * @param replays what the connection tracking of configured devices made of the captures
 * @param devices that the user knows on the path; drawings show them
 * @param profiles of known devices that the resets were held against
 */
public record Analysis(List<Capture> captures, List<Reset> resets, List<PathPoint> path, List<Problem> problems, boolean cancelled,
        List<ReplaySummary> replays, List<PathDevice> devices, List<DeviceProfile> profiles) {

    /** Knows no device. */
    public Analysis(List<Capture> captures, List<Reset> resets, List<PathPoint> path, List<Problem> problems, boolean cancelled,
            List<ReplaySummary> replays) {
        this(captures, resets, path, problems, cancelled, replays, List.of(), List.of());
    }

    /** Of captures that were not held against the rules of a device. */
    public Analysis(List<Capture> captures, List<Reset> resets, List<PathPoint> path, List<Problem> problems, boolean cancelled) {
        this(captures, resets, path, problems, cancelled, List.of());
    }

    /** Of captures that were not compared either. */
    public Analysis(List<Capture> captures, List<Reset> resets, List<Problem> problems, boolean cancelled) {
        this(captures, resets, List.of(), problems, cancelled);
    }

    /** The same captures with other resets and problems. */
    public Analysis with(List<Reset> others, List<Problem> told, boolean stopped) {
        return new Analysis(captures, List.copyOf(others), path, List.copyOf(told), stopped, replays, devices, profiles);
    }

    /** The same, whose resets were held against these. */
    public Analysis heldAgainst(List<DeviceProfile> known) {
        return new Analysis(captures, resets, path, problems, cancelled, replays, devices, List.copyOf(known));
    }

    /** The same with devices on the path, of an analysis that knows none: verdicts name those that stand where a device made the reset. */
    public Analysis withDevices(List<PathDevice> known) {
        if (known.isEmpty()) {
            return this;
        }
        Analysis knowing = new Analysis(captures, resets, path, problems, cancelled, replays, List.copyOf(known), profiles);
        Suspects suspects = new Suspects(knowing);
        return knowing.with(resets.stream().map(suspects::named).toList(), problems, cancelled);
    }

    /** Those devices of the path of which one may have made a reset; empty where it was no device, or none that is known. */
    public List<PathDevice> suspects(Reset reset) {
        return new Suspects(this).of(reset);
    }

    /** How many capture points lie between the client and where a device that made this reset, or forgot its connection, likely stands. */
    public int placeOfDevice(Reset reset) {
        return new Suspects(this).place(reset);
    }

    /** When a packet was seen, on one clock for all points that were compared; in nanoseconds since 1970. */
    public long commonNanos(Reset.Packet packet) {
        return commonNanos(packet.frame().capture(), packet.time().nanos());
    }

    /** A time of a capture's own clock on the common one; as it is where nothing ties the two. */
    public long commonNanos(String capture, long nanos) {
        return path.stream().filter(p -> p.capture().equals(capture)).findFirst().map(p -> p.toReference(nanos)).orElse(nanos);
    }

    /** @throws java.util.NoSuchElementException where no capture has that id */
    public Capture capture(String id) {
        return captures.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    /** Whether something that should have been read or examined was not. */
    public boolean partial() {
        return cancelled || !problems.isEmpty() || captures.stream().anyMatch(c -> !c.problems().isEmpty());
    }
}
