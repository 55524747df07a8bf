package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as iptables-restore does: at blanks, quotes keep blanks, a backslash takes the next character as it is. */
final class Tokenizer {

    private Tokenizer() {
    }

    static List<Token> tokens(String line) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = -1;
        char quote = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (start >= 0) {
                    tokens.add(new Token(word.toString(), start + 1, i + 1, quoted));
                    word.setLength(0);
                    start = -1;
                    quoted = false;
                }
                continue;
            }
            if (start < 0) {
                start = i;
            }
            if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                quoted = true;
            } else if (c == quote && quote != 0) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (start >= 0) {
            tokens.add(new Token(word.toString(), start + 1, line.length() + 1, quoted));
        }
        return tokens;
    }
}
