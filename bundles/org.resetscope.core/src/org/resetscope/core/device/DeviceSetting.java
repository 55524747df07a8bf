package org.resetscope.core.device;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fact about a device: a setting as delivered, and where the fact comes from.
 *
 * @param name as the device calls it
 * @param defaultText its value as the source gives it: "350 (fixed)", "REJECT / DROP", "unknown"
 * @param seconds that value as durations; empty where it is none or nobody knows; several where the source gives several
 * @param timer which silence it limits
 * @param expiry what the device does when that silence is reached
 * @param atExpiry the same in words, or what the setting leads to; null where nobody says
 * @param change menu path or command that changes it; null where nobody says
 * @param source where the fact was found; null where it was found nowhere
 */
public record DeviceSetting(String name, String defaultText, List<Long> seconds, Timer timer, Expiry expiry, String atExpiry,
        String change, String source, Confidence confidence) {

    /** With these words an author says that nobody looked it up. */
    private static final List<String> HEARSAY = List.of("recollection", "general knowledge", "unverified", "not found", "unknown");

    public DeviceSetting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(defaultText);
        seconds = List.copyOf(seconds);
    }

    /** The value in seconds, or null where it is no duration, nobody knows it, or the source gives several. */
    public Long defaultSeconds() {
        return seconds.size() == 1 ? seconds.get(0) : null;
    }

    /**
     * Whether a source vouches for all of it. False for low confidence, for facts without a source, and where value, behaviour or source
     * say themselves that they are recollection or general knowledge; such facts must be marked wherever they are shown.
     */
    public boolean verified() {
        return confidence != Confidence.LOW && source != null && Stream.of(defaultText, atExpiry, source).filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT)).noneMatch(text -> HEARSAY.stream().anyMatch(text::contains));
    }

    /** The value for a person: "432000 s = 5 days", "350 (fixed) = 5 min 50 s", "REJECT / DROP". */
    public String valueText() {
        if (seconds.isEmpty()) {
            return defaultText;
        }
        boolean number = seconds.size() == 1 && defaultText.equals(seconds.get(0).toString());
        String spans = seconds.stream().map(TimeSpan::text).collect(Collectors.joining(", "));
        String value = number ? defaultText + " s" : defaultText;
        return value.equals(spans) ? value : value + " = " + spans;
    }

    /** "high"; "high, unverified" where {@link #verified()} is false. */
    public String confidenceText() {
        return confidence.id() + (verified() ? "" : ", unverified");
    }

    Stream<String> texts() {
        return Stream.of(name, defaultText, atExpiry, change, source, confidenceText()).filter(Objects::nonNull);
    }
}
