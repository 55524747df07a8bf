package org.resetscope.ui.internal.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.ui.internal.richtext.RichText;
import org.resetscope.ui.internal.richtext.RichText.Paragraph;
import org.resetscope.ui.internal.richtext.RichText.Style;

/** Sets the pages of the documentation: the part of Markdown that they use, without pictures. */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#+) (.+)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) (.+)");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\([^)]*\\)");
    /** Bold, emphasis, code, link. */
    private static final Pattern INLINE = Pattern.compile("\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*|`([^`]+)`|\\[([^]]+)]\\(([^)\\s]+)\\)");

    private final RichText out;
    private final Map<String, Integer> headings = new LinkedHashMap<>();
    private final List<String> paragraph = new ArrayList<>();
    private Paragraph kind = Paragraph.PLAIN;
    private boolean fenced;

    private Markdown(RichText out) {
        this.out = out;
    }

    /** @return where in the text each heading stands */
    static Map<String, Integer> set(String page, RichText out) {
        Markdown markdown = new Markdown(out);
        page.lines().forEach(markdown::line);
        markdown.end();
        return markdown.headings;
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line.strip());
        if (line.startsWith("```")) {
            end();
            fenced = !fenced;
        } else if (fenced || line.startsWith("    ") && paragraph.isEmpty()) {
            out.paragraph(Paragraph.CODE).add(fenced ? line : line.substring(4), Style.CODE);
        } else if (line.isBlank()) {
            end();
            out.gap();
        } else if (heading.matches()) {
            end();
            out.paragraph(Paragraph.PLAIN);
            headings.put(heading.group(2).strip(), out.text().length());
            out.add(heading.group(2).replace("`", ""), heading.group(1).length() == 1 ? Style.TITLE : Style.HEADING);
        } else if (line.startsWith("|")) {
            end();
            row(line);
        } else if (item.matches()) {
            end();
            kind = Paragraph.BULLET;
            paragraph.add(item.group(1));
        } else {
            paragraph.add(line.strip());
        }
    }

    private void end() {
        String words = PICTURE.matcher(String.join(" ", paragraph)).replaceAll("").strip();
        if (!words.isEmpty()) {
            out.paragraph(kind).add(kind == Paragraph.BULLET ? "\u2022\t" : "");
            inline(words);
        }
        paragraph.clear();
        kind = Paragraph.PLAIN;
    }

    /** A row of a table: the first cell in bold, the others behind it. */
    private void row(String line) {
        String[] cells = line.substring(1).split("(?<!\\\\)\\|");
        if (cells[0].matches("[-: ]+")) {
            return;
        }
        out.paragraph(Paragraph.BULLET).add("\u2022\t");
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip().replace("\\|", "|");
            out.add(i == 0 || cell.isEmpty() ? "" : i == 1 ? "   " : ", ");
            inline(cell);
        }
    }

    private void inline(String words) {
        Matcher mark = INLINE.matcher(words);
        int at = 0;
        while (mark.find()) {
            out.add(words.substring(at, mark.start()));
            if (mark.group(1) != null) {
                out.add(mark.group(1).replace("`", ""), Style.STRONG);
            } else if (mark.group(2) != null) {
                out.add(mark.group(2).replace("`", ""));
            } else if (mark.group(3) != null) {
                out.add(mark.group(3), Style.CODE);
            } else {
                out.link(mark.group(4).replace("`", ""), mark.group(5));
            }
            at = mark.end();
        }
        out.add(words.substring(at));
    }
}
