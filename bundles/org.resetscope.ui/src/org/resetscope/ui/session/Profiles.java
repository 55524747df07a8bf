package org.resetscope.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.model.Problem;

/**
 * The profiles of the devices on the path of an input.
 *
 * @param problems of those that no installed plug-in has
 */
record Profiles(List<DeviceProfile> known, List<Problem> problems) {

    static Profiles read(Input input) {
        List<DeviceProfile> known = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (!input.profiles().isEmpty()) {
            DeviceProfiles all = DeviceProfiles.read();
            for (String id : input.profiles()) {
                all.find(id).ifPresentOrElse(known::add, () -> problems.add(Problem.of("profile", "The router profile " + id
                        + " is in no plug-in that is installed: no silence is held against it.")));
            }
        }
        return new Profiles(known, problems);
    }

    /** What was found, with what was wrong with the profiles. */
    Analysis told(Analysis analysis) {
        return problems.isEmpty() ? analysis
                : analysis.with(analysis.resets(), Stream.concat(problems.stream(), analysis.problems().stream()).toList(), analysis.cancelled());
    }
}
