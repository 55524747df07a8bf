package org.resetscope.ui.internal.resets;

import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.ui.internal.words.HostNames;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenReset;

/** What resets are put together by. */
enum Grouping {

    NONE("none") {
        @Override
        Object key(OpenReset row) {
            return "";
        }

        @Override
        String title(OpenReset first) {
            return "";
        }
    },
    /** A burst, or consequences of one reset. */
    INCIDENT("incident") {
        @Override
        Object key(OpenReset row) {
            return new Incident(row.capture(), row.reset().incident());
        }

        @Override
        String title(OpenReset first) {
            return Words.cause(first.reset().verdict().cause()) + ", server " + HostNames.of(first.reset().flow().server());
        }
    },
    /** The host that the packet names as its source. */
    HOST("host") {
        @Override
        Object key(OpenReset row) {
            return host(row.reset()).address();
        }

        @Override
        String title(OpenReset first) {
            String address = host(first.reset()).address();
            String name = HostNames.name(address);
            return "In the name of " + (name == null ? address : name + " (" + address + ")");
        }
    },
    CAUSE("cause") {
        @Override
        Object key(OpenReset row) {
            return row.reset().verdict().cause();
        }

        @Override
        String title(OpenReset first) {
            return Words.cause(first.reset().verdict().cause());
        }
    };

    private record Incident(Object capture, String id) {
    }

    private final String id;

    Grouping(String id) {
        this.id = id;
    }

    /** As stored in preferences and given to commands. */
    String id() {
        return id;
    }

    static Grouping of(String id) {
        for (Grouping grouping : values()) {
            if (grouping.id.equals(id)) {
                return grouping;
            }
        }
        return NONE;
    }

    abstract Object key(OpenReset row);

    abstract String title(OpenReset first);

    /** The end whose address the reset carries as its source. */
    static Endpoint host(Reset reset) {
        return reset.claimedSender() == Sender.CLIENT ? reset.flow().client() : reset.flow().server();
    }
}
