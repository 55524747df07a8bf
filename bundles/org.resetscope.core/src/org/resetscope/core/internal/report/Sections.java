package org.resetscope.core.internal.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.report.ReportSection;

/** What plug-ins add to a report. */
final class Sections {

    private Sections() {
    }

    /** Title to paragraphs; where a plug-in failed, that is told in its section. */
    static Map<String, List<String>> of(Analysis analysis) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        if (analysis.resets().isEmpty()) {
            return sections;
        }
        Extensions<ReportSection> all = Extensions.read(Extensions.REPORT_SECTIONS, ReportSection.class);
        for (Contribution<ReportSection> section : all.all()) {
            List<String> lines = section.call(s -> List.copyOf(s.lines(analysis)), List.of());
            String title = section.attribute("title");
            if (!lines.isEmpty()) {
                sections.put(title == null ? section.id() : title, lines);
            }
        }
        if (!all.problems().isEmpty()) {
            sections.put("Missing sections", all.problems().stream().map(p -> p.text()).toList());
        }
        return sections;
    }
}
