package org.resetscope.ui.session;

/**
 * What the user remarked on a reset.
 *
 * @param bookmarked whether it is to be found again
 * @param text in the user's words; empty for none
 */
public record Note(boolean bookmarked, String text) {

    public static final Note NONE = new Note(false, "");

    /** As long as anybody writes; case files of others cannot fill the memory. */
    public static final int LONGEST = 20_000;

    public Note {
        text = text.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
    }

    public Note withBookmark(boolean set) {
        return new Note(set, text);
    }

    public Note withText(String words) {
        return new Note(bookmarked, words);
    }

    public boolean isEmpty() {
        return !bookmarked && text.isEmpty();
    }

    /** The text without its line breaks, for a cell of a table. */
    public String line() {
        return text.replaceAll("\\s+", " ");
    }
}
