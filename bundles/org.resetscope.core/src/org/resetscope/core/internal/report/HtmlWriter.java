package org.resetscope.core.internal.report;

import java.io.IOException;

/** Writes HTML in which everything that comes from outside is text; tags and attributes are those of this program. */
final class HtmlWriter {

    private final Appendable out;

    HtmlWriter(Appendable out) {
        this.out = out;
    }

    /** Markup of this program's own. */
    HtmlWriter raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    HtmlWriter text(String text) throws IOException {
        out.append(XmlText.of(Plain.text(text)));
        return this;
    }

    /** @param start of the element, with its attributes: {@code p class="lead"} */
    HtmlWriter element(String start, String text) throws IOException {
        int space = start.indexOf(' ');
        return raw("<" + start + ">").text(text).raw("</" + (space < 0 ? start : start.substring(0, space)) + ">\n");
    }

    /** A table that scrolls by itself where the page is narrow; its numbers stand right. */
    void beginTable(String... headings) throws IOException {
        raw("<div class=\"wide\"><table>\n<thead><tr>");
        for (String heading : headings) {
            raw(heading.startsWith("#") ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .text(heading.startsWith("#") ? heading.substring(1) : heading).raw("</th>");
        }
        raw("</tr></thead>\n<tbody>\n");
    }

    /** A cell that is a number stands right. */
    void row(Object... cells) throws IOException {
        raw("<tr>");
        for (Object cell : cells) {
            raw(cell instanceof Number ? "<td class=\"n\">" : "<td>").text(cell.toString()).raw("</td>");
        }
        raw("</tr>\n");
    }

    void endTable() throws IOException {
        raw("</tbody></table></div>\n");
    }
}
