package org.resetscope.core.internal.report;

/** Text for XML and HTML, between tags or in an attribute. */
public final class XmlText {

    private XmlText() {
    }

    /** Nothing in it is taken for markup; what XML cannot hold becomes a replacement character. */
    public static String of(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(allowed(c) ? c : 0xfffd);
            }
        }
        return result.toString();
    }

    /** XML 1.0, production 2; line breaks never come here. */
    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
