package org.resetscope.core.device;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The habits of one kind of device, or of one release of its firmware.
 *
 * @param id unique; lower case letters, digits, dots and hyphens
 * @param vendor who makes it
 * @param device model, product or firmware
 * @param steps what to do about resets with it, one after the other; empty where nobody wrote it down
 */
public record DeviceProfile(String id, String vendor, String device, List<String> steps, List<DeviceSetting> settings) {

    public DeviceProfile {
        steps = List.copyOf(steps);
        settings = List.copyOf(settings);
    }

    /** Without steps. */
    public DeviceProfile(String id, String vendor, String device, List<DeviceSetting> settings) {
        this(id, vendor, device, List.of(), settings);
    }

    /** Vendor and device in one: "Cisco ASA", "OPNsense". */
    public String title() {
        return device.startsWith(vendor) ? device : vendor + " " + device;
    }

    /**
     * Whether each of the words occurs somewhere: in id, vendor, device, steps or any text of a setting.
     *
     * @param words separated by white space, in any case; none fit every profile
     */
    public boolean matches(String words) {
        String text = String.join("\n", Stream.concat(Stream.concat(Stream.of(id, vendor, device), steps.stream()), settings.stream().flatMap(DeviceSetting::texts))
                .toList()).toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT).strip().lines().flatMap(line -> Stream.of(line.split("\\s+"))).allMatch(text::contains);
    }
}
