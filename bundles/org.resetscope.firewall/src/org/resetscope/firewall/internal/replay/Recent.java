package org.resetscope.firewall.internal.replay;

/** A segment that passed, and what connection tracking said of it. */
record Recent(Passing packet, Tracking tracking) {
}
