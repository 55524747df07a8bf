package org.resetscope.core.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.resetscope.core.model.Problem;

/**
 * Reads one profile file: a "key: value" on each line, as the schema of the extension point describes. Lines, rather than JSON: people
 * without tools write and compare these files, a fact can be quoted as it stands, and one bad line costs one setting, not the file.
 */
public final class ProfileFile {

    private static final int LONGEST_LINE = 2000;
    private static final int MOST_SETTINGS = 10_000;
    /** No timer of a device is longer than ten years. */
    private static final long MOST_SECONDS = 10L * 366 * 86_400;
    private static final Set<String> OF_A_SETTING = Set.of("default", "seconds", "timer", "then", "at-expiry", "change", "source",
            "confidence");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}(\\s*,\\s*\\d{1,10}){0,9}");

    private final String name;
    private final Consumer<Problem> problems;

    private final List<DeviceProfile> profiles = new ArrayList<>();
    private int line;
    private int settingsRead;
    private String vendor;
    private String id;
    private String device;
    private List<String> steps = new ArrayList<>();
    private List<DeviceSetting> settings = new ArrayList<>();
    private String setting;
    private int settingLine;
    private boolean spoiled;
    private final Map<String, String> values = new HashMap<>();

    /** @param name of the file, for problems */
    public ProfileFile(String name, Consumer<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** @return the profiles that could be read; what could not is told */
    public List<DeviceProfile> parse(String text) {
        text.lines().forEach(content -> {
            line++;
            String stripped = content.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#") && settingsRead <= MOST_SETTINGS) {
                take(stripped);
            }
        });
        endProfile();
        if (settingsRead > MOST_SETTINGS) {
            tell(line, "more than " + MOST_SETTINGS + " settings: the rest is left out");
        }
        return profiles;
    }

    private void take(String content) {
        int colon = content.indexOf(':');
        String key = colon < 0 ? "" : content.substring(0, colon).strip();
        String value = content.substring(colon + 1).strip();
        if (content.length() > LONGEST_LINE) {
            spoil("the line is longer than " + LONGEST_LINE + " characters");
            return;
        }
        if (holdsControls(content)) {
            spoil("the line holds control characters"); // a terminal would obey them
            return;
        }
        if (colon < 0 || value.isEmpty()) {
            spoil("'" + content + "' is no \"key: value\"");
            return;
        }
        switch (key) {
            case "vendor" -> {
                endProfile();
                vendor = value;
            }
            case "profile" -> beginProfile(value);
            case "device" -> device = value;
            case "step" -> takeStep(value);
            case "setting" -> {
                endSetting();
                setting = value;
                settingLine = line;
                settingsRead++;
            }
            default -> takeDetail(key, value);
        }
    }

    private static boolean holdsControls(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (Character.isISOControl(content.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void takeStep(String value) {
        if (id == null || setting != null) {
            spoil("'step' belongs to a profile, before its settings");
        } else {
            steps.add(value);
        }
    }

    private void takeDetail(String key, String value) {
        if (!OF_A_SETTING.contains(key)) {
            spoil("there is no key '" + key + "'");
        } else if (setting == null) {
            spoil("'" + key + "' belongs to a setting, and none has begun");
        } else if (values.putIfAbsent(key, value) != null) {
            spoil("'" + key + "' is given twice");
        }
    }

    private void beginProfile(String value) {
        endProfile();
        if (ID.matcher(value).matches()) {
            id = value;
        } else {
            spoil("'" + value + "' is no id (lower case letters, digits, dots, hyphens)");
        }
    }

    private void endProfile() {
        endSetting();
        if (id != null && vendor != null && device != null && !settings.isEmpty()) {
            profiles.add(new DeviceProfile(id, vendor, device, steps, settings));
        } else if (id != null) {
            tell(line, "profile " + id + " is left out: it has no " + (vendor == null ? "vendor" : device == null ? "device" : "setting"));
        }
        id = null;
        device = null;
        steps = new ArrayList<>();
        settings = new ArrayList<>();
    }

    private void endSetting() {
        if (setting != null && !spoiled) {
            if (id == null) {
                tell(settingLine, "setting '" + setting + "' belongs to no profile and is left out");
            } else {
                addSetting();
            }
        }
        setting = null;
        spoiled = false;
        values.clear();
    }

    private void addSetting() {
        try {
            Confidence confidence = one(Confidence.values(), Confidence::id, "confidence", null);
            Timer timer = one(Timer.values(), Timer::id, "timer", Timer.NONE);
            Expiry expiry = one(Expiry.values(), Expiry::id, "then", Expiry.UNKNOWN);
            if (confidence == null || !values.containsKey("default")) {
                throw new IllegalArgumentException("it has no " + (confidence == null ? "confidence" : "default"));
            }
            settings.add(new DeviceSetting(setting, values.get("default"), seconds(values.get("seconds")), timer, expiry,
                    values.get("at-expiry"), values.get("change"), values.get("source"), confidence));
        } catch (IllegalArgumentException e) {
            tell(settingLine, "setting '" + setting + "' is left out: " + e.getMessage());
        }
    }

    private <E> E one(E[] all, Function<E, String> idOf, String key, E otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : Arrays.stream(all).filter(e -> idOf.apply(e).equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + value + "' is no value of '" + key + "'"));
    }

    private static List<Long> seconds(String value) {
        if (value == null) {
            return List.of();
        }
        if (!SECONDS.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no number of seconds");
        }
        List<Long> seconds = Arrays.stream(value.split(",")).map(String::strip).map(Long::valueOf).toList();
        if (seconds.stream().anyMatch(s -> s > MOST_SECONDS)) {
            throw new IllegalArgumentException("'" + value + "' is longer than ten years");
        }
        return seconds;
    }

    /** A bad line makes the setting that it stands in useless: half a fact may be a wrong one. */
    private void spoil(String reason) {
        boolean within = setting != null && !spoiled;
        tell(line, reason + (within ? "; setting '" + setting + "' is left out" : ""));
        spoiled = setting != null;
    }

    private void tell(int at, String reason) {
        problems.accept(Problem.of("bad-profile", name + ", line " + at + ": " + reason));
    }
}
