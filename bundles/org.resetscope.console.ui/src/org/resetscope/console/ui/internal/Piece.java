package org.resetscope.console.ui.internal;

/** Text of one kind. */
record Piece(String text, Ink ink) {
}
