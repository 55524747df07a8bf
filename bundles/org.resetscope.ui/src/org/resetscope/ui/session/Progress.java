package org.resetscope.ui.session;

/**
 * How far the reading of a capture has come.
 *
 * @param percent 0 to 100
 * @param reason in words, why it failed or that it was stopped; null otherwise
 */
public record Progress(State state, int percent, String reason) {

    /** What happens to a capture. */
    public enum State {
        /** It has not begun. */
        WAITING,
        /** Of files, to their end. */
        READING,
        /** Of running traffic, until somebody stops it. */
        WATCHING,
        /** Everything was read. */
        COMPLETE,
        /** By the user; what was read until then is there. */
        STOPPED,
        /** Nothing could be read. */
        FAILED;

        /** Whether nothing more will come by itself. */
        public boolean ended() {
            return this == COMPLETE || this == STOPPED || this == FAILED;
        }
    }

    static final Progress WAITING = new Progress(State.WAITING, 0, null);

    static final Progress WATCHING = new Progress(State.WATCHING, 0, null);

    static Progress reading(int percent) {
        return new Progress(State.READING, percent, null);
    }
}
