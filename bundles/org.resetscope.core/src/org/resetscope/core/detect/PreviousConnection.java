package org.resetscope.core.detect;

/**
 * An earlier connection of the same addresses and ports.
 *
 * @param lastSeenNanos capture time of its last segment
 * @param closed whether FINs in both directions or a reset had ended it
 * @param sameClient whether the same side opened both
 * @param serverNextSeq highest sequence number its server had sent, plus one
 * @param clientNextSeq the same of its client
 */
public record PreviousConnection(long lastSeenNanos, boolean closed, boolean sameClient, int serverNextSeq, int clientNextSeq) {
}
