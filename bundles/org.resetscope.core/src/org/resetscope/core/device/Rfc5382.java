package org.resetscope.core.device;

/** What RFC 5382 (BCP 142) asks of every NAT. */
public final class Rfc5382 {

    /** REQ-5: a NAT must not forget an established connection that has been idle for less than 2 hours 4 minutes; in seconds. */
    public static final long LEAST_ESTABLISHED = 7440;

    private Rfc5382() {
    }

    /** Whether a device that translates addresses breaks REQ-5 with this setting as delivered. */
    public static boolean broken(DeviceSetting setting) {
        return setting.timer() == Timer.ESTABLISHED && setting.seconds().stream().anyMatch(s -> s < LEAST_ESTABLISHED);
    }
}
