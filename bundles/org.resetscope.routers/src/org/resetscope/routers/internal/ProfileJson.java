package org.resetscope.routers.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;

import com.google.gson.stream.JsonWriter;

/** Profiles for programs. Unknown is null. */
final class ProfileJson {

    private ProfileJson() {
    }

    /** @param single the one profile as an object, instead of an array of all */
    static void write(List<DeviceProfile> profiles, boolean single, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setIndent("  ");
        json.setSerializeNulls(true);
        if (!single) {
            json.beginArray();
        }
        for (DeviceProfile profile : profiles) {
            write(profile, json);
        }
        if (!single) {
            json.endArray();
        }
        json.flush();
        out.write('\n');
    }

    private static void write(DeviceProfile profile, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("id").value(profile.id()).name("vendor").value(profile.vendor()).name("device").value(profile.device());
        json.name("steps").beginArray();
        for (String step : profile.steps()) {
            json.value(step);
        }
        json.endArray();
        json.name("settings").beginArray();
        for (DeviceSetting s : profile.settings()) {
            json.beginObject();
            json.name("name").value(s.name()).name("default").value(s.defaultText()).name("defaultSeconds").value(s.defaultSeconds());
            json.name("atExpiry").value(s.atExpiry()).name("change").value(s.change()).name("source").value(s.source());
            json.name("confidence").value(s.confidence().id()).name("verified").value(s.verified());
            json.endObject();
        }
        json.endArray().endObject();
    }
}
