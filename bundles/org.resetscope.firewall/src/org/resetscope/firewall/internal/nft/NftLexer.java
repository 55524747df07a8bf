package org.resetscope.firewall.internal.nft;

import java.util.ArrayDeque;
import java.util.Deque;

/** Splits a text of nft's language into tokens, one at a time. Comments are passed over; a backslash joins lines. */
final class NftLexer {

    private static final String IN_WORDS = "_./:-+*@$[]%~";

    private final String text;
    private final Deque<NftToken> pushed = new ArrayDeque<>();
    private int at;
    private int line;
    private int lineStart;
    private int depth;

    NftLexer(String text) {
        this(text, 1);
    }

    /** @param line number of the text's first line */
    NftLexer(String text, int line) {
        this.text = text;
        this.line = line;
    }

    NftToken peek() {
        if (pushed.isEmpty()) {
            pushed.push(read());
        }
        return pushed.peek();
    }

    NftToken next() {
        NftToken token = pushed.isEmpty() ? read() : pushed.pop();
        depth += braces(token);
        return token;
    }

    void back(NftToken token) {
        depth -= braces(token);
        pushed.push(token);
    }

    private static int braces(NftToken token) {
        return token.is("{") ? 1 : token.is("}") ? -1 : 0;
    }

    /** Blocks that are open where the next token stands. */
    int depth() {
        return depth;
    }

    /** Says that no block is open here. */
    void reset() {
        depth = 0;
    }

    /** Passes over what is left of a statement. */
    void skipStatement(int outerDepth) {
        while (!peek().isEnd() && (depth > outerDepth || !peek().endsStatement())) {
            next();
        }
    }

    /** Where the next token to be read begins. */
    int offset() {
        return peek().offset();
    }

    String text(int from, int to) {
        return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
    }

    private NftToken read() {
        skip();
        int start = at;
        if (at >= text.length()) {
            return token("", start, false);
        }
        char c = text.charAt(at++);
        if (c == '\n') {
            NftToken newline = token(NftToken.NEWLINE, start, false);
            line++;
            lineStart = at;
            return newline;
        }
        if (c == '"') {
            return string(start);
        }
        if (isWordStart(c)) {
            return word(start);
        }
        boolean two = at < text.length() && text.charAt(at) == '=' && "!=<>".indexOf(c) >= 0
                || at < text.length() && text.charAt(at) == c && (c == '<' || c == '>' || c == '&');
        if (two) {
            at++;
        }
        return token(text.substring(start, at), start, false);
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\\' && continues()) {
                at = text.indexOf('\n', at) + 1;
                line++;
                lineStart = at;
            } else if (c != '\n' && (Character.isWhitespace(c) || c == '\uFEFF')) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean continues() {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) == '\r') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '\n';
    }

    private NftToken string(int start) {
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at++;
        }
        String content = text.substring(start + 1, at);
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        }
        return token(content, start, true);
    }

    private NftToken word(int start) {
        while (at < text.length() && isInWord(text.charAt(at))) {
            at++;
        }
        // "80: accept": the colon is no part of the key, but that of "2001:db8::" is
        boolean colon = at - start > 1 && text.charAt(at - 1) == ':' && text.charAt(at - 2) != ':';
        if (colon) {
            at--;
        }
        return token(text.substring(start, at), start, false);
    }

    static boolean isWordStart(char c) {
        return isInWord(c) && c != ']';
    }

    private static boolean isInWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || IN_WORDS.indexOf(c) >= 0 || c > 127 && Character.isLetter(c);
    }

    private NftToken token(String content, int start, boolean quoted) {
        return new NftToken(content, line, start - lineStart + 1, at - lineStart + 1, quoted, start);
    }
}
