package org.resetscope.cli.internal.configuration;

import org.resetscope.core.configuration.TraceAnswer;

/** For people. */
final class TraceText {

    private TraceText() {
    }

    static String of(TraceAnswer answer) {
        StringBuilder out = new StringBuilder();
        out.append("The rules: ").append(answer.verdict()).append('\n');
        out.append("Reset by: ").append(answer.resetBy() == null ? "nobody" : answer.resetBy()).append('\n');
        if (answer.connection() != null) {
            out.append("The connection: ").append(answer.connection()).append('\n');
        }
        answer.path().forEach(step -> out.append("  ").append(Plain.line(LintText.step(step))).append('\n'));
        answer.assumptions().forEach(a -> out.append("Assumed: ").append(Plain.line(a)).append('\n'));
        return out.toString();
    }
}
