package org.resetscope.firewall.internal.trace;

/**
 * What became of a segment that somebody sent.
 *
 * @param passage its way through the machine; null where it went past it
 * @param to who received it; null where nobody did
 * @param segment as received
 */
record Delivery(Passage passage, Side to, Segment segment) {

    boolean accepted() {
        return passage == null || passage.accepted();
    }
}
