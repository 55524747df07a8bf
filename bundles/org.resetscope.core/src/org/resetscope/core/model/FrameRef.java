package org.resetscope.core.model;

/** A packet of a capture: the capture's id within its analysis and the frame number, from 1 as Wireshark counts. */
public record FrameRef(String capture, long frame) {
}
