package org.resetscope.ui.internal.help;

import java.util.Map;

import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.ui.internal.richtext.RichText;
import org.resetscope.ui.internal.richtext.RichText.Paragraph;
import org.resetscope.ui.internal.richtext.RichText.Style;
import org.resetscope.ui.internal.richtext.RichTextWidget;
import org.resetscope.ui.internal.widgets.CopyAction;

/** The documentation, beside what it is about. */
public final class HelpView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.help";
    private static final String CONTENTS = "contents";
    private static final String WEB = "https://";

    private RichTextWidget text;

    @Override
    public void createPartControl(Composite parent) {
        text = new RichTextWidget(parent, "Help", target -> follow((String) target));
        CopyAction.install(getSite(), text::copyText);
        contents();
    }

    @Override
    public void setFocus() {
        text.control().setFocus();
    }

    void contents() {
        RichText out = new RichText();
        out.paragraph(Paragraph.PLAIN).add("Help", Style.TITLE);
        out.gap();
        for (String page : HelpPages.all()) {
            out.paragraph(Paragraph.BULLET).add("\u2022\t").link(HelpPages.title(HelpPages.text(page)), page);
        }
        out.gap();
        out.paragraph(Paragraph.PLAIN).add("F1 shows what concerns the view that you work in. Ctrl+3 finds every action by its name.", Style.MUTED);
        text.show(out);
    }

    void show(HelpPages.Place place) {
        String page = HelpPages.text(place.page());
        if (page == null) {
            contents();
            return;
        }
        RichText out = new RichText();
        out.paragraph(Paragraph.PLAIN).link("Contents", CONTENTS);
        out.gap();
        Map<String, Integer> headings = Markdown.set(page, out);
        text.show(out);
        Integer at = place.heading() == null ? null : headings.get(place.heading());
        if (at != null) {
            text.control().setSelection(at);
            text.control().setTopIndex(text.control().getLineAtOffset(at));
        }
    }

    private void follow(String target) {
        if (target.equals(CONTENTS)) {
            contents();
        } else if (target.startsWith(WEB)) {
            Program.launch(target);
        } else {
            show(HelpPages.Place.parse(target));
        }
    }
}
