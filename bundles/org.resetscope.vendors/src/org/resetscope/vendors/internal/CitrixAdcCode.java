package org.resetscope.vendors.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.resetscope.core.model.Causes;

/** Reasons that a Citrix ADC (NetScaler) writes into the window field of its resets (Citrix article CTX200852). */
enum CitrixAdcCode {
    SSTRAY(8201, "a packet came for a connection that it had closed already", Causes.LATE_DATA),
    CSTRAY(8202, "data came for a connection that it does not know, and whose SYN cookie has expired", Causes.STATE_LOST),
    STRAY_SYN(8212, "no service listens there, or the handshake does not match its SYN cookie", Causes.REFUSED),
    ORPHAN(9100, "an HTTP exchange was left unfinished until its time-out", Causes.IDLE),
    ZOMBIE_9300(9300, "idle or zombie time-out", Causes.IDLE),
    ZOMBIE_9301(9301, "idle or zombie time-out", Causes.IDLE),
    ZOMBIE_9302(9302, "idle or zombie time-out", Causes.IDLE),
    ZOMBIE_9303(9303, "idle or zombie time-out", Causes.IDLE),
    LINK_GIVE_UP(9304, "it gave up probing a closed window", Causes.GAVE_UP),
    PASSED(9700, "it passed a reset on from its other side", Causes.PROXY),
    PASSED_WITH_ACK(9701, "it passed a reset with ACK on from its other side", Causes.PROXY),
    PROBE(9800, "its own monitoring probe timed out", Causes.PROBE),
    SSL_ERROR(9811, "an SSL error, after a fatal alert", Causes.ABORT),
    POLICY(9814, "a policy with the action RESET matched", Causes.ABORT, Causes.CONTENT),
    ACL_DENY(9830, "an ACL denies the session", Causes.ABORT, Causes.REJECT);

    private static final String CHILD = ".citrix-adc";
    private static final Map<Integer, CitrixAdcCode> BY_WINDOW = Arrays.stream(values())
            .collect(Collectors.toMap(code -> code.window, Function.identity()));

    private final int window;
    private final String meaning;
    private final List<String> causes;

    CitrixAdcCode(int window, String meaning, String... causes) {
        this.window = window;
        this.meaning = meaning;
        this.causes = List.of(causes);
    }

    /** The code in a raw window field, or null. */
    static CitrixAdcCode of(int window) {
        return BY_WINDOW.get(window);
    }

    int window() {
        return window;
    }

    String meaning() {
        return meaning;
    }

    /** Children of the catalogue's causes. */
    List<String> causes() {
        return causes.stream().map(cause -> cause + CHILD).toList();
    }

    /** Whether the reset's author is not the ADC but the host behind it. */
    boolean passedOn() {
        return this == PASSED || this == PASSED_WITH_ACK;
    }
}
