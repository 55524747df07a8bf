package org.resetscope.core.internal.log;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;

/** What journalctl -o json writes: an object on each line. */
public final class JournalFormat implements LogFormat {

    private static final long MICROS = 1000;

    @Override
    public LogEntry read(String line) {
        if (!line.startsWith("{")) {
            return null;
        }
        try {
            JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
            JsonElement message = entry.get("MESSAGE");
            JsonElement micros = entry.get("__REALTIME_TIMESTAMP");
            return micros == null || message == null || !message.isJsonPrimitive() ? null
                    : new LogEntry(Math.multiplyExact(micros.getAsLong(), MICROS), Clock.ZONED, message.getAsString());
        } catch (JsonParseException | IllegalStateException | ArithmeticException | NumberFormatException | UnsupportedOperationException
                | StackOverflowError e) {
            return null; // cut, or no journal's
        }
    }
}
