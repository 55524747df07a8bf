package org.resetscope.core.internal.flow;

/** Which end of a flow is the client. */
final class Roles {

    private static final int WELL_KNOWN = 1024;
    /** Where Linux starts its ephemeral ports; the IANA's own range lies within (RFC 6335, 6). */
    private static final int EPHEMERAL = 32_768;

    private Roles() {
    }

    /** By the SYN; where none was seen, by the answer to one, by ports as services use them; where these do not tell, who spoke first. */
    static boolean clientIsLow(FlowState flow) {
        if (flow.clientIsLow != null) {
            return flow.clientIsLow;
        }
        if (flow.beginsWithRefusal) {
            return !flow.firstFromLow;
        }
        for (int bound : new int[] { WELL_KNOWN, EPHEMERAL }) {
            if (flow.lowPort < bound != flow.highPort < bound) {
                return flow.highPort < bound;
            }
        }
        return flow.firstFromLow;
    }
}
