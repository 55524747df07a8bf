package org.resetscope.ui.session;

/**
 * What the user remarked on a reset.
 *
 * @param bookmarked whether it is to be found again
 * @param text in the user's words; empty for none
 */
public record Note(boolean bookmarked, String text) {

    /** Nothing was remarked. */
    public static final Note NONE = new Note(false, "");

    /** As long as anybody writes; case files of others cannot fill the memory. */
    public static final int LONGEST = 20_000;

    public Note {
        text = text.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
    }

    /** The same with the bookmark set or taken away. */
    public Note withBookmark(boolean set) {
        return new Note(set, text);
    }

    /** The same with other words, cut to {@link #LONGEST}. */
    public Note withText(String words) {
        return new Note(bookmarked, words);
    }

    /** Whether there is neither bookmark nor text. */
    public boolean isEmpty() {
        return !bookmarked && text.isEmpty();
    }

    /** The text without its line breaks, for a cell of a table. */
    public String line() {
        return text.replaceAll("\\s+", " ");
    }
}
