package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;

/** Where values stand in a text of JSON that is known to be well-formed; of another text the answers mean nothing, but come. */
public final class JsonText {

    /**
     * A piece of the text.
     *
     * @param end after its last character
     */
    public record Span(int start, int end) {
    }

    private final String text;

    public JsonText(String text) {
        this.text = text;
    }

    /** The items of a list that begins at an offset. */
    public List<Span> items(int list) {
        List<Span> items = new ArrayList<>();
        int at = blank(list + 1);
        while (at < text.length() && text.charAt(at) != ']') {
            int end = end(at);
            items.add(new Span(at, end));
            at = blank(end);
            if (at < text.length() && text.charAt(at) == ',') {
                at = blank(at + 1);
            }
        }
        return items;
    }

    /** The value of a member of an object that begins at an offset; -1 where it has none. */
    public int member(int object, String name) {
        int at = blank(object + 1);
        while (at < text.length() && text.charAt(at) == '"') {
            int end = end(at);
            int value = blank(blank(end) + 1);
            if (end - at == name.length() + 2 && text.startsWith(name, at + 1)) {
                return value;
            }
            at = blank(end(value));
            if (at < text.length() && text.charAt(at) == ',') {
                at = blank(at + 1);
            }
        }
        return -1;
    }

    /** The end of a value that begins at an offset; always behind it. */
    public int end(int value) {
        int depth = 0;
        int at = value;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                at = quote(at);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            boolean between = at < text.length() && ",]} \t\r\n:".indexOf(text.charAt(at)) >= 0;
            if (depth <= 0 && (c == '"' || c == '}' || c == ']' || between)) {
                return at;
            }
        }
        return Math.max(at, value + 1);
    }

    /** After the closing quote of a string. */
    private int quote(int at) {
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private int blank(int at) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
