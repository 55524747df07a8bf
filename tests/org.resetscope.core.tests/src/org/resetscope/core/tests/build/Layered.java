package org.resetscope.core.tests.build;

/** Bytes of a packet so far, and the EtherType that announces them. */
record Layered(int etherType, byte[] bytes) {
}
