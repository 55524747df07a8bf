package org.resetscope.core.internal.report;

/** Makes text from captures and file names harmless to a terminal, and honest to the eye. */
public final class Plain {

    private Plain() {
    }

    /**
     * Shows control characters, and characters that reorder or hide text, as {@code \x1b} or {@code <U+202E>}: a file name must
     * neither move the cursor nor read as something else.
     */
    public static String text(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0);
            if (pair) {
                if (result != null) {
                    result.append(c).append(text.charAt(i + 1));
                }
                i++;
            } else if (harmless(c)) {
                if (result != null) {
                    result.append(c);
                }
            } else {
                if (result == null) {
                    result = new StringBuilder(text.length() + 8).append(text, 0, i);
                }
                result.append(String.format(c < 0x100 ? "\\x%02x" : "<U+%04X>", (int) c));
            }
        }
        return result == null ? text : result.toString();
    }

    private static boolean harmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
