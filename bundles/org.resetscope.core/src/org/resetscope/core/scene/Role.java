package org.resetscope.core.scene;

/** What a colour is for; the {@link Palette} that a scene is shown with says which colour that is. */
public enum Role {

    /** Of the whole scene. */
    BACKGROUND,
    /** Of boxes that stand out a little from the background. */
    SURFACE,
    /** Text of first rank. */
    TEXT,
    /** Text of second rank. */
    MUTED,
    /** Lanes, axes, frames. */
    AXIS,
    /** An ordinary packet. */
    PACKET,
    /** A packet with data. */
    DATA,
    /** How far the receiver has acknowledged. */
    ACKNOWLEDGED,
    /** How far the receiver lets the sender go. */
    WINDOW,
    /** Time that was cut out, packets that were folded. */
    GAP,
    /** A reset. */
    RESET,
    /** Behind a reset. */
    RESET_GROUND,
    /** On a surface of colour {@link #RESET}. */
    ON_RESET,
    /** What the reset answers. */
    TRIGGER,
    /** Behind the trigger. */
    TRIGGER_GROUND,
    /** What the verdict stands on. */
    EVIDENCE,
    /** On a surface of colour {@link #EVIDENCE}. */
    ON_EVIDENCE,
    /** Something odd: a retransmission, a closed window. */
    NOTE,
    /** A device between the ends. */
    DEVICE
}
