package org.resetscope.core.internal.correlate;

import java.util.Locale;

import org.resetscope.core.model.Sender;

/** What the names of capture points mean: client and server are the hosts themselves, any other is somewhere between. */
final class Points {

    private Points() {
    }

    /** The host that a point of this name is at, or UNDETERMINED. */
    static Sender role(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "client" -> Sender.CLIENT;
            case "server" -> Sender.SERVER;
            default -> Sender.UNDETERMINED;
        };
    }
}
