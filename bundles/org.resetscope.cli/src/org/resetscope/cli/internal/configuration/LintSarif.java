package org.resetscope.cli.internal.configuration;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.PathStep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** For code hosts and editors: SARIF 2.1.0 (OASIS). */
final class LintSarif {

    private LintSarif() {
    }

    static String of(LintReport report) {
        JsonObject run = new JsonObject();
        run.add("tool", object("driver", driver(report)));
        run.addProperty("columnKind", "utf16CodeUnits");
        JsonArray artifacts = new JsonArray();
        report.files().forEach(f -> artifacts.add(object("location", artifact(f))));
        run.add("artifacts", artifacts);
        JsonArray results = new JsonArray();
        report.findings().forEach(f -> results.add(result(f, report.checks())));
        run.add("results", results);
        run.add("invocations", array(invocation(report)));
        JsonObject root = new JsonObject();
        root.addProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.addProperty("version", "2.1.0");
        root.add("runs", array(run));
        return LintJson.GSON.toJson(root) + "\n";
    }

    private static JsonObject driver(LintReport report) {
        JsonObject driver = new JsonObject();
        driver.addProperty("name", "ResetScope");
        driver.addProperty("version", report.version().substring(report.version().lastIndexOf(' ') + 1));
        JsonArray rules = new JsonArray();
        for (ConfigurationCheck check : report.checks()) {
            JsonObject rule = new JsonObject();
            rule.addProperty("id", check.id());
            rule.add("shortDescription", text(check.title()));
            rule.add("fullDescription", text(check.explanation()));
            JsonObject usual = new JsonObject();
            usual.addProperty("level", level(check.level()));
            rule.add("defaultConfiguration", usual);
            rules.add(rule);
        }
        driver.add("rules", rules);
        return driver;
    }

    private static JsonObject result(ConfigurationFinding finding, List<ConfigurationCheck> checks) {
        JsonObject result = new JsonObject();
        result.addProperty("ruleId", finding.check());
        int index = checks.stream().map(ConfigurationCheck::id).toList().indexOf(finding.check());
        if (index >= 0) {
            result.addProperty("ruleIndex", index);
        }
        result.addProperty("level", level(finding.level()));
        result.add("message", text(finding.message()));
        JsonObject region = new JsonObject();
        region.addProperty("startLine", Math.max(1, finding.line()));
        region.addProperty("startColumn", finding.column());
        region.addProperty("endColumn", finding.endColumn());
        result.add("locations", array(object("physicalLocation", place(finding.file(), region))));
        if (!finding.witness().isEmpty()) {
            JsonArray steps = new JsonArray();
            finding.witness().forEach(s -> steps.add(object("location", step(s))));
            result.add("codeFlows", array(object("threadFlows", array(object("locations", steps)))));
        }
        if (!finding.fixes().isEmpty()) {
            JsonArray fixes = new JsonArray();
            finding.fixes().forEach(f -> fixes.add(fix(f)));
            result.add("fixes", fixes);
        }
        JsonObject properties = new JsonObject();
        properties.addProperty("certain", finding.certain());
        result.add("properties", properties);
        return result;
    }

    private static JsonObject step(PathStep step) {
        JsonObject location = new JsonObject();
        if (step.file() != null) {
            JsonObject region = new JsonObject();
            region.addProperty("startLine", step.line());
            location.add("physicalLocation", place(step.file(), region));
        }
        location.add("message", text(LintText.step(step)));
        return location;
    }

    private static JsonObject fix(Fix fix) {
        JsonArray changes = new JsonArray();
        for (String file : fix.edits().stream().map(Fix.Edit::file).distinct().toList()) {
            JsonArray replacements = new JsonArray();
            for (Fix.Edit edit : fix.edits()) {
                if (edit.file().equals(file)) {
                    JsonObject region = new JsonObject();
                    region.addProperty("startLine", edit.line());
                    region.addProperty("startColumn", edit.column());
                    region.addProperty("endLine", edit.endLine());
                    region.addProperty("endColumn", edit.endColumn());
                    JsonObject replacement = object("deletedRegion", region);
                    replacement.add("insertedContent", text(edit.text()));
                    replacements.add(replacement);
                }
            }
            JsonObject change = object("artifactLocation", artifact(file));
            change.add("replacements", replacements);
            changes.add(change);
        }
        JsonObject json = object("artifactChanges", changes);
        json.add("description", text(fix.description()));
        return json;
    }

    private static JsonObject invocation(LintReport report) {
        JsonObject invocation = new JsonObject();
        invocation.addProperty("executionSuccessful", true);
        JsonArray notifications = new JsonArray();
        for (ConfigurationProblem problem : report.problems()) {
            JsonObject region = new JsonObject();
            region.addProperty("startLine", Math.max(1, problem.line()));
            region.addProperty("startColumn", problem.column());
            JsonObject notification = object("message", text(problem.text()));
            notification.addProperty("level", "warning");
            notification.add("descriptor", object("id", LintJson.GSON.toJsonTree(problem.code())));
            notification.add("locations", array(object("physicalLocation", place(problem.file(), region))));
            notifications.add(notification);
        }
        invocation.add("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static JsonObject place(String file, JsonObject region) {
        JsonObject place = object("artifactLocation", artifact(file));
        place.add("region", region);
        return place;
    }

    private static JsonObject artifact(String file) {
        JsonObject location = new JsonObject();
        location.addProperty("uri", uri(file));
        return location;
    }

    /** Relative names stay so: what reads the report knows where it was made. */
    private static String uri(String file) {
        Path path = new File(file).toPath();
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        try {
            String name = file.replace(File.separatorChar, '/');
            return new URI(null, null, name.indexOf(':') >= 0 ? "./" + name : name, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path.toUri().toString();
        }
    }

    private static String level(ConfigurationCheck.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject text(String text) {
        return object("text", LintJson.GSON.toJsonTree(text));
    }

    private static JsonObject object(String name, JsonElement value) {
        JsonObject o = new JsonObject();
        o.add(name, value);
        return o;
    }

    private static JsonArray array(JsonElement element) {
        JsonArray a = new JsonArray();
        a.add(element);
        return a;
    }
}
