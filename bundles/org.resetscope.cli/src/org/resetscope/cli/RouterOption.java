package org.resetscope.cli;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names devices that are known to stand between client and server; a mixin for commands. */
public final class RouterOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--router", paramLabel = "PROFILE",
            description = "A device known to be in the path (repeatable), by its id in 'resetscope routers': says whether its time-outs explain a"
                    + " reset.")
    private List<String> ids = new ArrayList<>();

    /** @throws ParameterException that names similar ids where there is no profile of one given */
    public List<DeviceProfile> devices() {
        if (ids.isEmpty()) {
            return List.of();
        }
        DeviceProfiles profiles = DeviceProfiles.read();
        return ids.stream().distinct().map(id -> find(profiles, id, "--router: ", spec)).toList();
    }

    /** @param option that the id belongs to, as a start of the message; may be empty */
    public static DeviceProfile find(DeviceProfiles profiles, String id, String option, CommandSpec spec) {
        return profiles.find(id).orElseThrow(() -> {
            List<String> near = profiles.near(id);
            return new ParameterException(spec.commandLine(), option + "there is no profile '" + id + "'"
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
        });
    }
}
