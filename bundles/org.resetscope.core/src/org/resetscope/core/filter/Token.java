package org.resetscope.core.filter;

import java.util.ArrayList;
import java.util.List;


/**
 * A piece of a filter.
 *
 * @param column from 1
 */
record Token(Kind kind, String text, int column) {

    enum Kind {
        WORD, EQUAL, NOT_EQUAL, COMMA, OPEN, CLOSE, END
    }

    /** Splits a filter; the last token is END. */
    static List<Token> split(String text) throws Filter.SyntaxException {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int column = i + 1;
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '=') {
                i += text.startsWith("==", i) ? 2 : 1;
                tokens.add(new Token(Kind.EQUAL, "=", column));
            } else if (text.startsWith("!=", i)) {
                i += 2;
                tokens.add(new Token(Kind.NOT_EQUAL, "!=", column));
            } else if (c == ',' || c == '(' || c == ')') {
                i++;
                tokens.add(new Token(c == ',' ? Kind.COMMA : c == '(' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c), column));
            } else if (isWord(c)) {
                int start = i;
                while (i < text.length() && isWord(text.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(Kind.WORD, text.substring(start, i), column));
            } else {
                String shown = c > ' ' && c < 0x7f ? "'" + c + "'" : String.format("the character U+%04X", text.codePointAt(i));
                throw new Filter.SyntaxException(shown + " has no meaning in a filter", column);
            }
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    /** What addresses (with prefix, brackets, zone), ports, ranges, causes and their wildcards are made of. */
    private static boolean isWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c) || ".:/*-_[]%".indexOf(c) >= 0;
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
