package org.resetscope.core.internal.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.report.ReportOptions;

/** Writes text wrapped at the width, with hanging indents; everything that passes is made harmless to a terminal. */
public final class TextLines {

    public enum Style {
        PLAIN(""), BOLD("\u001b[1m"), BOLD_RED("\u001b[1;31m"), YELLOW("\u001b[33m"), DIM("\u001b[2m");

        private final String on;

        Style(String on) {
            this.on = on;
        }
    }

    private static final String OFF = "\u001b[0m";
    private static final int NARROWEST = 40;
    private static final int FIELD = 12;

    private final Appendable out;
    private final boolean colour;
    private final int width;

    public TextLines(Appendable out, ReportOptions options) {
        this.out = out;
        this.colour = options.colour();
        this.width = Math.max(NARROWEST, options.width());
    }

    public void blank() throws IOException {
        out.append('\n');
    }

    /** A named value; nothing where it is empty. */
    public void field(String name, String value) throws IOException {
        if (value != null && !value.isBlank()) {
            labelled(name, value);
        }
    }

    /** A named list of which some are shown; tells how many more there are. */
    public void list(String name, List<String> shown, int all) throws IOException {
        for (int i = 0; i < shown.size(); i++) {
            labelled(i == 0 ? name : "", (all > 1 ? "- " : "") + shown.get(i));
        }
        if (all > shown.size()) {
            labelled(shown.isEmpty() ? name : "", String.format(Locale.ROOT, "- and %,d more", all - shown.size()));
        }
    }

    private void labelled(String name, String value) throws IOException {
        String label = "   " + name + " ".repeat(FIELD - 3 - name.length());
        boolean item = value.startsWith("- ");
        out.append(colour ? Style.DIM.on : "").append(label).append(colour ? OFF : "");
        wrap(value, " ".repeat(FIELD + (item ? 2 : 0)), FIELD, Style.PLAIN);
    }

    /** @param start before the first line of text, {@code indent} before the others */
    public void line(String start, String indent, String text, Style style) throws IOException {
        out.append(start);
        wrap(text, indent.length() > width / 2 ? indent.substring(0, width / 4) : indent, start.length(), style);
    }

    private void wrap(String text, String indent, int column, Style style) throws IOException {
        boolean coloured = colour && style != Style.PLAIN;
        out.append(coloured ? style.on : "");
        String separator = "";
        int at = column;
        for (String word : Plain.text(text).split(" ", -1)) {
            int length = word.codePointCount(0, word.length());
            if (at + separator.length() + length > width && at > indent.length() && !separator.isEmpty()) {
                out.append('\n').append(indent);
                at = indent.length();
                separator = "";
            }
            out.append(separator).append(word);
            at += separator.length() + length;
            separator = " ";
        }
        out.append(coloured ? OFF : "").append('\n');
    }
}
