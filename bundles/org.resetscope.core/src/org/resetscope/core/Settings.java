package org.resetscope.core;

import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.model.PathDevice;

/**
 * How an analysis is to run.
 *
 * @param join take the inputs as consecutive parts of one capture (rotated files), in the order given
 * @param spoolDirectory where streams that cannot be read twice (compressed files, standard input) are kept while they are analysed;
 *        null: the system's directory for temporary files
 * @param configurations of devices that the captured packets passed: resets are held against their rules
 * @param circumstances of these devices
 * @param devices that are known to stand between client and server
 * @param order names of capture points from client to server, where somebody knows it; the order of others is found
 * @param path devices of which somebody knows where they stand: configurations and profiles that are attached to one of them count only for
 *        resets that were made there
 */
public record Settings(boolean join, Path spoolDirectory, List<ConfigurationText> configurations, Circumstances circumstances,
        List<DeviceProfile> devices, List<String> order, List<PathDevice> path) {

    /** Each input on its own, temporary files where the system keeps them, no devices. */
    public static final Settings DEFAULT = new Settings(false, null);

    public Settings {
        configurations = List.copyOf(configurations);
        devices = List.copyOf(devices);
        order = List.copyOf(order);
        path = List.copyOf(path);
    }

    /** Of no device it is known where it stands. */
    public Settings(boolean join, Path spoolDirectory, List<ConfigurationText> configurations, Circumstances circumstances,
            List<DeviceProfile> devices, List<String> order) {
        this(join, spoolDirectory, configurations, circumstances, devices, order, List.of());
    }

    /** The order of capture points is to be found. */
    public Settings(boolean join, Path spoolDirectory, List<ConfigurationText> configurations, Circumstances circumstances,
            List<DeviceProfile> devices) {
        this(join, spoolDirectory, configurations, circumstances, devices, List.of());
    }

    /** No devices. */
    public Settings(boolean join, Path spoolDirectory) {
        this(join, spoolDirectory, List.of(), Circumstances.USUAL, List.of());
    }

    /** The same with other devices. */
    public Settings withDevices(List<DeviceProfile> known) {
        return new Settings(join, spoolDirectory, configurations, circumstances, known, order, path);
    }
}
