package org.resetscope.ui.internal.rules;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.PathStep;

/** Everything about a finding, in lines: what, the packet's way rule by rule, what mends it. */
final class Details {

    static final String WAY = "The packet's way";
    static final String FIX = "What mends it";

    private static final int INDENT = 4;

    private Details() {
    }

    static String of(ConfigurationFinding finding, String title) {
        StringBuilder text = new StringBuilder(title).append("\n\n").append(Wrap.lines(finding.message())).append('\n');
        if (!finding.certain()) {
            text.append("(It depends on what the text does not tell.)\n");
        }
        if (!finding.witness().isEmpty()) {
            text.append('\n').append(WAY).append('\n');
            finding.witness().forEach(step -> text.append(step(step)).append('\n'));
        }
        if (!finding.fixes().isEmpty()) {
            text.append('\n').append(FIX).append("  (Ctrl+1 applies it)\n");
            finding.fixes().forEach(fix -> text.append(fix.description()).append('\n').append(lines(fix, Wrap.WIDTH)));
        }
        return text.toString().stripTrailing();
    }

    /** What it writes, line by line. */
    static String lines(Fix fix, int width) {
        StringBuilder lines = new StringBuilder();
        fix.edits().stream().flatMap(e -> e.text().lines()).filter(l -> !l.isBlank())
                .forEach(l -> lines.append(Wrap.lines(l.strip(), width).indent(INDENT)));
        return lines.toString();
    }

    private static String step(PathStep step) {
        String where = step.file() == null ? step.chain() : "line " + step.line();
        String rule = step.rule() == null || step.rule().isBlank() ? "" : "  " + Wrap.shorten(step.rule());
        return "    " + where + rule + "  \u2192 " + step.effect() + (step.certain() ? "" : " (assumed)");
    }
}
