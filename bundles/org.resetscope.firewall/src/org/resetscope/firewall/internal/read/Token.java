package org.resetscope.firewall.internal.read;

/**
 * A word of a line.
 *
 * @param text without quotes and escapes
 * @param column of its first character, from 1
 * @param endColumn after its last character
 * @param quoted whether it was written in quotes, so that it is no option
 */
record Token(String text, int column, int endColumn, boolean quoted) {

    boolean is(String word) {
        return !quoted && text.equals(word);
    }

    boolean isNot() {
        return is("!");
    }

    boolean isOption() {
        return !quoted && text.length() > 1 && text.charAt(0) == '-' && !Character.isDigit(text.charAt(1));
    }
}
