package org.resetscope.core.internal.report;

import java.io.IOException;
import java.util.List;

import org.resetscope.core.configuration.ReplaySummary;

import com.google.gson.stream.JsonWriter;

/** What configured devices made of captures, in JSON. */
final class JsonReplays {

    private JsonReplays() {
    }

    static void write(JsonWriter json, List<ReplaySummary> replays) throws IOException {
        json.beginArray();
        for (ReplaySummary replay : replays) {
            json.beginObject();
            json.name("capture").value(replay.capture());
            json.name("device").value(replay.device());
            json.name("packets").value(replay.packets());
            json.name("invalid").value(replay.invalid());
            json.name("invalidFrames").beginArray();
            for (ReplaySummary.Frame invalid : replay.frames()) {
                json.beginObject();
                json.name("frame").value(invalid.frame());
                json.name("why").value(invalid.why());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }
}
