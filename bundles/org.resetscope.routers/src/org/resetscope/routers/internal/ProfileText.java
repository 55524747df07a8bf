package org.resetscope.routers.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Rfc5382;
import org.resetscope.core.device.TimeSpan;

/** Profiles for people at a terminal. */
final class ProfileText {

    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;
    private static final String LABEL = "    %-12s";

    private final Writer out;
    private final int width;

    /** @param columns of the terminal */
    ProfileText(Writer out, int columns) {
        this.out = out;
        this.width = Math.min(Math.max(columns, NARROWEST), WIDEST);
    }

    /** One line for each. */
    void list(List<DeviceProfile> profiles) throws IOException {
        if (profiles.isEmpty()) {
            return;
        }
        int ids = widest(profiles, "ID", DeviceProfile::id);
        int vendors = widest(profiles, "VENDOR", DeviceProfile::vendor);
        int devices = widest(profiles, "DEVICE", DeviceProfile::device);
        String row = "%-" + ids + "s  %-" + vendors + "s  %-" + devices + "s  %8s%n";
        out.write(String.format(row, "ID", "VENDOR", "DEVICE", "SETTINGS"));
        int settings = 0;
        for (DeviceProfile p : profiles) {
            out.write(String.format(row, p.id(), p.vendor(), p.device(), p.settings().size()));
            settings += p.settings().size();
        }
        out.write(String.format("%n%d profile%s, %d setting%s. To show one: resetscope routers ID%n", profiles.size(),
                profiles.size() == 1 ? "" : "s", settings, settings == 1 ? "" : "s"));
    }

    /** All settings of one. */
    void show(DeviceProfile profile) throws IOException {
        out.write(String.format("%s (%s)%n", profile.title(), profile.id()));
        if (!profile.steps().isEmpty()) {
            out.write(String.format("%n  step by step%n"));
            for (int i = 0; i < profile.steps().size(); i++) {
                wrapped(String.format("    %2d. ", i + 1), profile.steps().get(i));
            }
        }
        for (DeviceSetting s : profile.settings()) {
            out.write(String.format("%n  %s%n", s.name()));
            line("default", s.valueText());
            line("at expiry", s.atExpiry());
            if (Rfc5382.broken(s)) {
                line("standard", "shorter than the " + TimeSpan.text(Rfc5382.LEAST_ESTABLISHED) + " that RFC 5382, REQ-5, asks of a NAT"
                        + (s.verified() ? "" : ", if it is so"));
            }
            line("change", s.change());
            line("source", s.source());
            line("confidence", s.confidenceText());
        }
    }

    private void line(String label, String text) throws IOException {
        wrapped(String.format(LABEL, label), text == null ? "unknown" : text);
    }

    /** @param first before the first line; the others stand below its end */
    private void wrapped(String first, String text) throws IOException {
        String start = first;
        int room = width - start.length();
        String rest = text;
        while (!rest.isEmpty()) {
            int end = rest.length();
            if (end > room) {
                int blank = rest.lastIndexOf(' ', room);
                end = blank > 0 ? blank : room;
            }
            out.write(String.format("%s%s%n", start, rest.substring(0, end)));
            rest = rest.substring(end).strip();
            start = " ".repeat(first.length());
        }
    }

    private static int widest(List<DeviceProfile> profiles, String heading, Function<DeviceProfile, String> column) {
        return Math.max(heading.length(), profiles.stream().mapToInt(p -> column.apply(p).length()).max().orElse(0));
    }
}
