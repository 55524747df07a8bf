package org.resetscope.core.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A time-out and all devices that have it as delivered: they are one match, however many.
 *
 * @param users never empty; the best founded first
 */
public record IdleTimeout(long seconds, List<User> users) {

    private static final int NAMED = 3;
    private static final Set<Long> USUAL_COUNTS = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 8L, 10L, 12L, 15L, 20L, 24L, 30L);

    /** A setting and whose it is. */
    public record User(DeviceProfile profile, DeviceSetting setting) {

        private String name() {
            return profile.title() + (setting.verified() ? "" : " (unverified)");
        }
    }

    /** The time-outs for one kind of silence, the shortest first. */
    public static List<IdleTimeout> of(List<DeviceProfile> profiles, Timer timer) {
        Map<Long, List<User>> users = new TreeMap<>();
        for (DeviceProfile profile : profiles) {
            for (DeviceSetting setting : profile.settings()) {
                if (setting.timer() == timer) {
                    setting.seconds().forEach(s -> users.computeIfAbsent(s, k -> new ArrayList<>()).add(new User(profile, setting)));
                }
            }
        }
        List<IdleTimeout> timeouts = new ArrayList<>();
        users.forEach((seconds, all) -> timeouts.add(new IdleTimeout(seconds, byFoundation(all))));
        return timeouts;
    }

    private static List<User> byFoundation(List<User> users) {
        return users.stream().sorted(Comparator.comparing((User u) -> !u.setting().verified())
                .thenComparing(u -> u.setting().expiry() == Expiry.UNKNOWN).thenComparing(u -> u.setting().confidence())).toList();
    }

    /** Only those that act in one of these ways; null where none does. */
    public IdleTimeout acting(Set<Expiry> ways) {
        List<User> some = users.stream().filter(u -> ways.contains(u.setting().expiry())).toList();
        return some.isEmpty() ? null : new IdleTimeout(seconds, some);
    }

    /** Whether at least one of them does that when the time is up. */
    public boolean acts(Expiry way) {
        return users.stream().anyMatch(u -> u.setting().expiry() == way);
    }

    /** Whether a source vouches for at least one of them. */
    public boolean verified() {
        return users.get(0).setting().verified();
    }

    /** Whether people like the number: then an application's own timer, or habit, is as likely to have it. */
    public boolean round() {
        return seconds % 30 == 0 && seconds <= 120 || seconds % 5 == 0 && seconds < 60
                || Set.of(60L, 3600L, 86_400L).stream().anyMatch(u -> seconds % u == 0 && USUAL_COUNTS.contains(seconds / u));
    }

    /** "350 s (5 min 50 s)". */
    public String value() {
        String span = TimeSpan.text(seconds);
        return seconds < 60 ? span : seconds + " s (" + span + ")";
    }

    /** "AWS NAT Gateway, AWS Gateway Load Balancer and 4 more". */
    public String names() {
        List<String> names = users.stream().map(User::name).distinct().toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        int more = Math.max(0, names.size() - NAMED);
        List<String> shown = new ArrayList<>(names.subList(0, names.size() - more));
        String last = more > 0 ? more + " more" : shown.remove(shown.size() - 1);
        return String.join(", ", shown) + " and " + last;
    }
}
