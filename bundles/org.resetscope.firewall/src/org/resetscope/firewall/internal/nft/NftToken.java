package org.resetscope.firewall.internal.nft;

/**
 * A word, a string or a sign of nft's language.
 *
 * @param text of strings without the quotes; "\n" ends a line, "" ends the text
 * @param line from 1
 * @param column of its first character, from 1
 * @param endColumn after its last character
 * @param quoted whether it is a string
 * @param offset of its first character in the text
 */
record NftToken(String text, int line, int column, int endColumn, boolean quoted, int offset) {

    static final String NEWLINE = "\n";

    boolean is(String word) {
        return !quoted && text.equals(word);
    }

    boolean isEnd() {
        return !quoted && text.isEmpty();
    }

    /** Whether a statement can not go on here. */
    boolean endsStatement() {
        return is(NEWLINE) || is(";") || is("}") || isEnd();
    }

    /** Whether it can be a name or a value. */
    boolean isWord() {
        return quoted || !text.isEmpty() && NftLexer.isWordStart(text.charAt(0)) && !(text.length() == 1 && ".:/-+".contains(text));
    }
}
