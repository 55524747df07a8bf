package org.resetscope.core.scene;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.internal.report.Plain;

/**
 * How much room text takes up at most. The widths are those of DejaVu Sans, which is wider than Helvetica, Arial, Segoe and the like:
 * what fits here fits everywhere, so that a layout needs no toolkit.
 */
public final class TextMetrics {

    private static final String MORE = "\u2026";
    private static final int FIRST = 32;
    /** Thousandths of the em of the characters from the space to the tilde. */
    private static final int[] PLAIN = {
            318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636,
            337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,
            611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974,
            634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838 };
    private static final int[] BOLD = {
            348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696,
            400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720,
            682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042,
            712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838 };

    private TextMetrics() {
    }

    /** As it is drawn: with control characters made visible. */
    public static double width(String raw, Font font) {
        String text = Plain.text(raw);
        long thousandths = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            thousandths += thousandths(c, font.bold());
            i += Character.charCount(c);
        }
        return thousandths * font.size() / 1000;
    }

    private static int thousandths(int c, boolean bold) {
        if (c >= FIRST && c < FIRST + PLAIN.length) {
            return (bold ? BOLD : PLAIN)[c - FIRST];
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.SPACE_SEPARATOR -> 400;
            case Character.MATH_SYMBOL -> 838;
            case Character.LOWERCASE_LETTER -> c < 0x250 ? 750 : 1000;
            // East Asian characters and pictures fill the em; a few scripts have wider ligatures
            default -> c == '\u00b7' ? 380 : c < 0x1100 ? 1000 : 1200;
        };
    }

    /** Above the base line. */
    public static double ascent(Font font) {
        return font.size() * 0.93;
    }

    /** Below the base line. */
    public static double descent(Font font) {
        return font.size() * 0.24;
    }

    /** The text, or as much of its start as fits, with an ellipsis. */
    public static String fit(String raw, double width, Font font) {
        String text = Plain.text(raw);
        if (width(text, font) <= width) {
            return text;
        }
        double room = width - width(MORE, font);
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (width(text.substring(0, next), font) > room) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).stripTrailing() + MORE;
    }

    /** Breaks a text at spaces; what does not fit into so many lines ends in an ellipsis. */
    public static List<String> wrap(String text, double width, Font font, int most) {
        List<String> lines = new ArrayList<>();
        String rest = Plain.text(text).strip();
        while (!rest.isEmpty()) {
            if (lines.size() == most - 1) {
                lines.add(fit(rest, width, font));
                break;
            }
            String line = start(rest, width, font);
            lines.add(line.stripTrailing());
            rest = rest.substring(line.length()).stripLeading();
        }
        return lines;
    }

    /** As many words as fit, at least one character. */
    private static String start(String text, double width, Font font) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = 0;
        int space = 0;
        double used = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += thousandths(c, font.bold()) * font.size() / 1000;
            if (used > width) {
                break;
            }
            end += Character.charCount(c);
            if (c == ' ') {
                space = end;
            }
        }
        if (space == 0) {
            return text.substring(0, Math.max(end, Character.charCount(text.codePointAt(0))));
        }
        return text.substring(0, end < text.length() && text.charAt(end) == ' ' ? end : space);
    }
}
