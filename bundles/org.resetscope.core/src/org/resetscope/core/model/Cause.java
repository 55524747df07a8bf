package org.resetscope.core.model;

import java.util.List;

/**
 * An entry of the catalogue of causes.
 *
 * @param id stable, a tree by dots
 * @param title a few words, lower case
 * @param builder who builds the packet
 * @param faulty the party whose behaviour leads to it
 * @param sentence completes "The client|server|device between ... ": what happened; {sender}, {peer}, {port} are replaced
 * @param explanation what it means, for someone who has to find it
 * @param remedy what to change, most useful first
 * @param nextCapture what to record when it is not certain
 */
public record Cause(String id, String title, Builder builder, Fault faulty, String sentence, String explanation, List<String> remedy,
        String nextCapture) {

    /** Who builds the packet. */
    public enum Builder {
        /** The client's host. */
        CLIENT,
        /** The server's host. */
        SERVER,
        /** Whichever host the packet names as its source. */
        EITHER,
        /** A device between or beside both, in the name of one of them. */
        INTERMEDIARY,
        /** The cause does not tell. */
        UNDETERMINED;

        /** Whether the side whose address the packet carries can have built it for this cause. */
        public boolean claimed(boolean claimedIsClient) {
            return this == EITHER || this == (claimedIsClient ? CLIENT : SERVER);
        }
    }

    /** Whose behaviour leads to the reset, and who can cure it therefore. */
    public enum Fault {
        /** The client, whoever sent it. */
        CLIENT,
        /** The server, whoever sent it. */
        SERVER,
        /** Whoever sent it. */
        SENDER,
        /** A device between or beside both. */
        INTERMEDIARY,
        /** Nobody: it is as it should be, or nothing is known. */
        NONE
    }
}
