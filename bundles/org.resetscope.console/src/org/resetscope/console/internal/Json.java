package org.resetscope.console.internal;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.codehaus.groovy.runtime.InvokerHelper;
import org.resetscope.console.Table;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Timestamp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** Values for machines: a table is a list of objects, an analysis its report. */
public final class Json {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private Json() {
    }

    public static String text(Object value) throws IOException {
        return GSON.toJson(element(value));
    }

    private static JsonElement element(Object value) throws IOException {
        if (value == null || value instanceof Double d && !Double.isFinite(d) || value instanceof Float f && !Float.isFinite(f)) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof Analysis analysis) {
            return JsonParser.parseString(new Reports().json(analysis));
        }
        if (value instanceof Table table) {
            return rows(table);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean bool) {
            return new JsonPrimitive(bool);
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Object key = entry.getKey();
                object.add(key instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : String.valueOf(key),
                        element(entry.getValue()));
            }
            return object;
        }
        if (value instanceof Collection<?> || value instanceof Object[]) {
            return array(value instanceof Collection<?> all ? all : Arrays.asList((Object[]) value));
        }
        if (value.getClass().isRecord() && !(value instanceof Timestamp)) {
            JsonObject object = new JsonObject();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                object.add(component.getName(), element(InvokerHelper.getProperty(value, component.getName())));
            }
            return object;
        }
        return new JsonPrimitive(String.valueOf(value));
    }

    private static JsonArray array(Collection<?> all) throws IOException {
        JsonArray array = new JsonArray();
        for (Object one : all) {
            array.add(element(one));
        }
        return array;
    }

    private static JsonArray rows(Table table) throws IOException {
        JsonArray rows = new JsonArray();
        for (List<Object> row : table.rows()) {
            JsonObject object = new JsonObject();
            for (int column = 0; column < row.size(); column++) {
                object.add(table.columns().get(column), element(row.get(column)));
            }
            rows.add(object);
        }
        return rows;
    }
}
