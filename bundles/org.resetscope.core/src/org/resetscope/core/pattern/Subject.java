package org.resetscope.core.pattern;

import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Reset;

/**
 * Which resets a pattern is about; what the scope does not look at is null.
 *
 * @param client address
 * @param server address and port
 * @param cause id
 */
public record Subject(Scope scope, String client, Endpoint server, String cause) {

    /** From the narrowest to the widest. */
    public enum Scope {
        /** One client and one service. */
        PAIR,
        /** One client, whatever it talks to. */
        CLIENT,
        /** One address and port of a server. */
        SERVICE,
        /** All with one cause. */
        CAUSE,
        /** All resets of the analysis. */
        ALL
    }

    static Subject of(Scope scope, Reset reset) {
        String client = scope == Scope.PAIR || scope == Scope.CLIENT ? reset.flow().client().address() : null;
        Endpoint server = scope == Scope.PAIR || scope == Scope.SERVICE ? reset.flow().server() : null;
        return new Subject(scope, client, server, scope == Scope.CAUSE ? reset.verdict().cause() : null);
    }

    /** For a person: "10.0.0.1 with 10.0.0.2:443". */
    public String words() {
        return switch (scope) {
            case PAIR -> client + " with " + server;
            case CLIENT -> "client " + client;
            case SERVICE -> "service " + server;
            case CAUSE -> "cause " + cause;
            case ALL -> "all resets";
        };
    }

    /** As {@link org.resetscope.core.filter.Filter} reads it; empty for all. */
    public String filter() {
        return switch (scope) {
            case PAIR -> "address=" + client + " and " + server;
            case CLIENT -> "address=" + client;
            case SERVICE -> server.toString();
            case CAUSE -> "cause=" + cause;
            case ALL -> "";
        };
    }
}
