package org.resetscope.core.internal.report;

import java.io.IOException;
import java.util.List;

import org.resetscope.core.advice.Advice;
import org.resetscope.core.model.Endpoint;

import com.google.gson.stream.JsonWriter;

/** What would have prevented resets, as JSON; times are numbers of seconds. */
final class JsonAdvice {

    private JsonAdvice() {
    }

    static void write(JsonWriter json, List<Advice> all) throws IOException {
        json.beginArray();
        for (Advice advice : all) {
            JsonReporter.beginLine(json);
            json.name("servers").beginArray();
            for (Endpoint server : advice.servers()) {
                JsonReporter.endpoint(json, server);
            }
            json.endArray();
            json.name("resets").value(advice.resets());
            json.name("silence").beginObject();
            json.name("shortest").value(advice.shortest());
            json.name("longest").value(advice.longest());
            json.endObject();
            json.name("limit").beginObject();
            json.name("seconds").value(advice.limit());
            json.name("exact").value(advice.exact());
            json.endObject();
            json.name("summary").value(advice.summary());
            JsonReporter.texts(json.name("text"), advice.sentences());
            values(json.name("values"), advice.values());
            json.name("configurations").beginArray();
            for (Advice.Configuration configuration : advice.configurations()) {
                configuration(json, configuration);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private static void values(JsonWriter json, Advice.Values values) throws IOException {
        if (values == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("keepalive").value(values.keepalive());
        json.name("interval").value(values.interval());
        json.name("probes").value(values.probes());
        json.name("timeout").value(values.timeout());
        json.endObject();
    }

    private static void configuration(JsonWriter json, Advice.Configuration c) throws IOException {
        json.beginObject();
        json.name("target").value(c.target());
        json.name("title").value(c.title());
        json.name("where").value(c.where());
        json.name("text").value(c.text());
        JsonReporter.texts(json.name("notes"), c.notes());
        json.name("tradeOff").value(c.tradeOff());
        json.name("source").value(c.source());
        json.endObject();
    }
}
