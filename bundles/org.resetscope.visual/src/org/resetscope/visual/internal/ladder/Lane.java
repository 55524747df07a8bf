package org.resetscope.visual.internal.ladder;

/**
 * A vertical line of the ladder.
 *
 * @param point index of the capture taken there, or -1
 * @param title and {@code place} stand at its head
 */
record Lane(Kind kind, int point, String title, String place) {

    enum Kind {
        CLIENT, POINT, DEVICE, SERVER
    }
}
