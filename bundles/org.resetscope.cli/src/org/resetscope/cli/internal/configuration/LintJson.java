package org.resetscope.cli.internal.configuration;

import java.util.Locale;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.Fix;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** For scripts: {@code resetscope.lint/1}. */
final class LintJson {

    static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private LintJson() {
    }

    static String of(LintReport report) {
        JsonObject root = new JsonObject();
        root.addProperty("schema", "resetscope.lint/1");
        root.add("files", GSON.toJsonTree(report.files()));
        JsonArray findings = new JsonArray();
        report.findings().forEach(f -> findings.add(finding(f)));
        root.add("findings", findings);
        JsonArray problems = new JsonArray();
        report.problems().forEach(p -> problems.add(problem(p)));
        root.add("problems", problems);
        return GSON.toJson(root) + "\n";
    }

    private static JsonObject finding(ConfigurationFinding f) {
        JsonObject o = new JsonObject();
        o.addProperty("ruleId", f.check());
        o.addProperty("level", f.level().name().toLowerCase(Locale.ROOT));
        o.addProperty("certain", f.certain());
        o.addProperty("message", f.message());
        o.addProperty("file", f.file());
        o.addProperty("line", f.line());
        o.addProperty("column", f.column());
        o.addProperty("endColumn", f.endColumn());
        o.add("path", Steps.json(f.witness()));
        JsonArray fixes = new JsonArray();
        for (Fix fix : f.fixes()) {
            JsonObject json = new JsonObject();
            json.addProperty("description", fix.description());
            json.add("edits", GSON.toJsonTree(fix.edits()));
            fixes.add(json);
        }
        o.add("fixes", fixes);
        return o;
    }

    private static JsonObject problem(ConfigurationProblem p) {
        JsonObject o = new JsonObject();
        o.addProperty("code", p.code());
        o.addProperty("text", p.text());
        o.addProperty("file", p.file());
        o.addProperty("line", p.line());
        o.addProperty("column", p.column());
        return o;
    }
}
