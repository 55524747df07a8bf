package org.resetscope.core.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

/**
 * The profiles of all plug-ins, contributed as data files through the extension point {@code org.resetscope.core.deviceProfiles}, as of
 * the moment of reading. A file or line that cannot be used is left out and told; the others stand. Immutable.
 */
public final class DeviceProfiles {

    /** More is no profile file. */
    private static final int MOST_BYTES = 1 << 20;
    /** A name as typed may be that far from the one meant. */
    private static final int TYPING_ERRORS = 3;
    private static final int MOST_NEAR = 5;

    private final List<DeviceProfile> profiles;
    private final List<Problem> problems;

    private DeviceProfiles(List<DeviceProfile> profiles, List<Problem> problems) {
        this.profiles = profiles;
        this.problems = problems;
    }

    /** Reads the files of all plug-ins. */
    public static DeviceProfiles read() {
        return of(Extensions.read(Extensions.DEVICE_PROFILES, Object.class));
    }

    /** @param files contributions of {@link Extensions#DEVICE_PROFILES} */
    public static DeviceProfiles of(Extensions<?> files) {
        List<Problem> problems = new ArrayList<>(files.problems());
        Map<String, DeviceProfile> byId = new LinkedHashMap<>();
        for (Contribution<?> file : files.all()) {
            String name = file.attribute("file") + " of plug-in " + file.contributor();
            try {
                for (DeviceProfile profile : new ProfileFile(name, problems::add).parse(file.text("file", MOST_BYTES))) {
                    if (byId.putIfAbsent(profile.id(), profile) != null) {
                        problems.add(Problem.of("duplicate-id",
                                "Profile " + profile.id() + " in " + name + " is ignored: there is one of that id"));
                    }
                }
            } catch (IOException | RuntimeException e) {
                problems.add(Problem.of("contributor-failed", "The device profiles in " + name + " are missing: " + e.getMessage()));
            }
        }
        List<DeviceProfile> sorted = new ArrayList<>(byId.values());
        sorted.sort(Comparator.comparing(DeviceProfile::vendor, String.CASE_INSENSITIVE_ORDER));
        return new DeviceProfiles(List.copyOf(sorted), List.copyOf(problems));
    }

    /** By vendor; those of one vendor in the order of its file. */
    public List<DeviceProfile> all() {
        return profiles;
    }

    /** What was wrong with contributions. */
    public List<Problem> problems() {
        return problems;
    }

    /** @param id in any case */
    public Optional<DeviceProfile> find(String id) {
        return profiles.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Those that {@link DeviceProfile#matches match}. */
    public List<DeviceProfile> search(String words) {
        return profiles.stream().filter(p -> p.matches(words)).toList();
    }

    /** A few ids that may be meant by one that does not exist, the likeliest first. */
    public List<String> near(String unknown) {
        String typed = unknown.toLowerCase(Locale.ROOT);
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (DeviceProfile profile : profiles) {
            int errors = distance(profile.id(), typed);
            if (errors <= Math.min(TYPING_ERRORS, typed.length() / 2)) {
                distances.put(profile.id(), errors);
            } else if (!typed.isEmpty() && (profile.id().contains(typed) || typed.contains(profile.id()))) {
                distances.put(profile.id(), TYPING_ERRORS + 1);
            } else if (!typed.isBlank() && profile.matches(typed.replace('-', ' '))) {
                distances.put(profile.id(), TYPING_ERRORS + 2);
            }
        }
        return distances.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(MOST_NEAR).map(Map.Entry::getKey).toList();
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
