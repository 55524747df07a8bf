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
 */
public record DeviceProfile(String id, String vendor, String device, List<DeviceSetting> settings) {

    public DeviceProfile {
        settings = List.copyOf(settings);
    }

    /** Vendor and device in one: "Cisco ASA", "OPNsense". */
    public String title() {
        return device.startsWith(vendor) ? device : vendor + " " + device;
    }

    /**
     * Whether each of the words occurs somewhere: in id, vendor, device or any text of a setting.
     *
     * @param words separated by white space, in any case; none fit every profile
     */
    public boolean matches(String words) {
        String text = String.join("\n", Stream.concat(Stream.of(id, vendor, device), settings.stream().flatMap(DeviceSetting::texts))
                .toList()).toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT).strip().lines().flatMap(line -> Stream.of(line.split("\\s+"))).allMatch(text::contains);
    }
}
