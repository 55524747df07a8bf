package org.resetscope.cli.internal.configuration;

import org.resetscope.core.configuration.TraceAnswer;

import com.google.gson.JsonObject;

/** For scripts. */
final class TraceJson {

    private TraceJson() {
    }

    static String of(TraceAnswer answer) {
        JsonObject root = new JsonObject();
        root.addProperty("verdict", answer.verdict());
        root.addProperty("resetBy", answer.resetBy());
        root.addProperty("connection", answer.connection());
        root.add("path", Steps.json(answer.path()));
        root.add("assumptions", LintJson.GSON.toJsonTree(answer.assumptions()));
        return LintJson.GSON.toJson(root) + "\n";
    }
}
