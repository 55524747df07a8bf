package org.resetscope.ui.internal.rules;

/** Breaks long lines between words: hovers do not. */
final class Wrap {

    static final int WIDTH = 92;

    private Wrap() {
    }

    static String lines(String text) {
        return lines(text, WIDTH);
    }

    static String lines(String text, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() > width) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }

    /** One line, at most as long. */
    static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "\u2026";
    }
}
