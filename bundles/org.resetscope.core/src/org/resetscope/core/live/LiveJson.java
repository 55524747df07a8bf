package org.resetscope.core.live;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.internal.report.JsonReporter;
import org.resetscope.core.model.Timestamp;

import com.google.gson.stream.JsonWriter;

/** For machines. */
final class LiveJson implements LiveWriter {

    private static final Analysis ONE_POINT = new Analysis(List.of(), List.of(), List.of(), false);

    private final Appendable out;

    LiveJson(Appendable out) {
        this.out = out;
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonWriter json) throws IOException;
    }

    private void line(String event, Fields fields) throws IOException {
        StringWriter line = new StringWriter();
        JsonWriter json = new JsonWriter(line);
        json.beginObject();
        json.name("event").value(event);
        fields.write(json);
        json.endObject();
        json.flush();
        out.append(line.append('\n').toString());
    }

    @Override
    public void reset(LiveReset news) throws IOException {
        line(news.before() == null ? "reset" : "revised", json -> JsonReporter.fields(json, news.reset(), ONE_POINT));
    }

    @Override
    public void summary(LiveAnalysis analysis) throws IOException {
        LiveCounts c = analysis.counts();
        line("summary", json -> {
            json.name("packets").value(c.packets());
            json.name("tcpPackets").value(c.tcpPackets());
            json.name("flows").value(c.flows());
            json.name("resets").value(c.resets());
            json.name("untold").value(c.untold());
            json.name("kernelDrops").value(c.losses().known() ? c.losses().kernel() : null);
            json.name("deviceDrops").value(c.losses().known() ? c.losses().device() : null);
            json.name("start").value(text(c.start()));
            json.name("end").value(text(c.end()));
            json.name("verdicts").beginArray();
            for (Tally t : analysis.tallies()) {
                json.beginObject();
                json.name("severity").value(t.severity().id());
                json.name("sender").value(t.sender().id());
                json.name("cause").value(t.cause());
                json.name("resets").value(t.resets());
                json.endObject();
            }
            json.endArray();
            JsonReporter.problems(json.name("problems"), analysis.soFar().captures().get(0).problems());
        });
    }

    private static String text(Timestamp time) {
        return time == null ? null : time.toString();
    }
}
