package org.resetscope.firewall.internal.trace;

import java.util.Locale;

/** Who sends and receives. */
enum Side {
    CLIENT, SERVER, FIREWALL;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
