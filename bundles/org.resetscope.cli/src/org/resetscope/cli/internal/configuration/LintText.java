package org.resetscope.cli.internal.configuration;

import java.util.Locale;

import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.PathStep;

/** For people: findings as compilers tell errors, each with the way of the packet that suffers. */
final class LintText {

    private LintText() {
    }

    static String of(LintReport report) {
        StringBuilder out = new StringBuilder();
        for (ConfigurationFinding finding : report.findings()) {
            finding(finding, out);
        }
        if (report.files().isEmpty()) {
            return "Nothing was judged.\n";
        }
        long notes = report.findings().stream().filter(f -> f.level() == Level.NOTE).count();
        long faults = report.findings().size() - notes;
        out.append(faults == 0 ? "No faults" : faults == 1 ? "1 fault" : faults + " faults");
        out.append(notes == 0 ? "" : notes == 1 ? ", 1 note" : ", " + notes + " notes");
        out.append(" in ").append(Plain.line(String.join(", ", report.files()))).append(report.problems().isEmpty() ? ".\n" : ", as far as it could be read.\n");
        return out.toString();
    }

    private static void finding(ConfigurationFinding finding, StringBuilder out) {
        line(out, "", finding.file() + ":" + finding.line() + ":" + finding.column() + ": " + finding.level().name().toLowerCase(Locale.ROOT) + " "
                + finding.check() + (finding.certain() ? ": " : " (possible): ") + finding.message());
        if (!finding.witness().isEmpty()) {
            line(out, "  ", "the packet's way:");
            finding.witness().forEach(step -> line(out, "    ", step(step)));
        }
        for (Fix fix : finding.fixes()) {
            line(out, "  ", "fix: " + fix.description());
            for (Fix.Edit edit : fix.edits()) {
                edit(edit, out);
            }
        }
        out.append('\n');
    }

    private static void edit(Fix.Edit edit, StringBuilder out) {
        String where = edit.file() + ":" + edit.line();
        if (edit.text().isEmpty()) {
            boolean whole = edit.column() == 1 && edit.endColumn() == 1 && edit.endLine() > edit.line();
            line(out, "    ", where + (whole ? ": remove the line" : ": remove what begins at column " + edit.column()));
            return;
        }
        boolean insertion = edit.line() == edit.endLine() && edit.column() == edit.endColumn();
        edit.text().lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(l -> line(out, "    ", where + (insertion ? ": insert  " : ": write  ") + l));
    }

    static String step(PathStep step) {
        String chain = step.chain().equals(step.hook()) ? "" : " " + step.chain();
        String place = step.file() == null ? "" : "line " + step.line() + ": ";
        return step.hook() + " " + step.table() + chain + " " + place + step.rule() + " -> " + step.effect()
                + (step.certain() ? "" : " (if it matches)");
    }

    private static void line(StringBuilder out, String indent, String text) {
        out.append(indent).append(Plain.line(text)).append('\n');
    }
}
