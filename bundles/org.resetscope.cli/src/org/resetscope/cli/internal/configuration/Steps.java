package org.resetscope.cli.internal.configuration;

import java.util.List;

import org.resetscope.core.configuration.PathStep;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The rules that a packet met, as JSON. */
final class Steps {

    private Steps() {
    }

    static JsonArray json(List<PathStep> steps) {
        JsonArray array = new JsonArray();
        for (PathStep step : steps) {
            JsonObject o = new JsonObject();
            o.addProperty("hook", step.hook());
            o.addProperty("table", step.table());
            o.addProperty("chain", step.chain());
            o.addProperty("file", step.file());
            o.addProperty("line", step.file() == null ? null : step.line());
            o.addProperty("rule", step.rule());
            o.addProperty("effect", step.effect());
            o.addProperty("certain", step.certain());
            array.add(o);
        }
        return array;
    }
}
