package org.resetscope.core.internal.report;

import java.io.IOException;

import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Periodicity;
import org.resetscope.core.pattern.SameSilence;
import org.resetscope.core.pattern.Subject;
import org.resetscope.core.pattern.Tables;
import org.resetscope.core.pattern.Tally;
import org.resetscope.core.pattern.TimeoutBounds;

import com.google.gson.stream.JsonWriter;

/** The patterns in JSON; lengths of time are decimal strings of seconds, as points in time are. */
final class JsonPatterns {

    private static final int DIGITS = 3;

    private final JsonWriter json;

    JsonPatterns(JsonWriter json) {
        this.json = json;
    }

    void write(Patterns patterns) throws IOException {
        if (patterns == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("periods").beginArray();
        for (Periodicity p : patterns.periods()) {
            period(p);
        }
        json.endArray();
        json.name("silences").beginArray();
        for (SameSilence s : patterns.silences()) {
            silence(s);
        }
        json.endArray();
        json.name("timeouts").beginArray();
        for (TimeoutBounds b : patterns.timeouts()) {
            timeout(b);
        }
        json.endArray();
        tables(patterns.tables());
        json.endObject();
    }

    private void period(Periodicity p) throws IOException {
        JsonReporter.beginLine(json);
        subject(p.subject());
        seconds("seconds", p.nanos());
        seconds("spread", p.spreadNanos());
        json.name("events").value(p.events());
        json.name("missing").value(p.missing());
        json.name("resets").value(p.resets());
        json.name("chance").value(p.chance());
        json.name("first").value(p.first().toString());
        json.name("last").value(p.last().toString());
        seconds("idle", p.idleNanos());
        timer("timer", p.timeout());
        json.name("summary").value(PatternWords.period(p));
        json.endObject();
    }

    private void silence(SameSilence s) throws IOException {
        JsonReporter.beginLine(json);
        subject(s.subject());
        seconds("seconds", s.nanos());
        seconds("least", s.leastNanos());
        seconds("most", s.mostNanos());
        json.name("endedBySender").value(s.endedBySender());
        json.name("halfClosed").value(s.halfClosed());
        json.name("resets").value(s.resets());
        json.name("incidents").value(s.incidents());
        json.name("of").value(s.of());
        json.name("chance").value(s.chance());
        timer("timer", s.timeout());
        timer("keepalive", s.keepalive());
        json.name("summary").value(PatternWords.silence(s));
        json.endObject();
    }

    private void timeout(TimeoutBounds b) throws IOException {
        JsonReporter.beginLine(json);
        subject(b.subject());
        seconds("longer", b.longerNanos());
        seconds("most", b.mostNanos());
        json.name("resets").value(b.resets());
        json.name("incidents").value(b.incidents());
        timer("timer", b.timeout());
        json.name("summary").value(PatternWords.timeout(b));
        json.endObject();
    }

    private void subject(Subject subject) throws IOException {
        json.name("scope").value(JsonReporter.id(subject.scope()));
        json.name("client").value(subject.client());
        json.name("server");
        if (subject.server() == null) {
            json.nullValue();
        } else {
            JsonReporter.endpoint(json, subject.server());
        }
        json.name("cause").value(subject.cause());
        json.name("filter").value(subject.filter());
    }

    private void seconds(String name, Long nanos) throws IOException {
        json.name(name).value(nanos == null ? null : new Timestamp(nanos, DIGITS).toString());
    }

    private void timer(String name, IdleTimeout timeout) throws IOException {
        json.name(name);
        if (timeout == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("seconds").value(timeout.seconds());
        json.name("profiles").beginArray();
        for (IdleTimeout.User user : timeout.users()) {
            json.value(user.profile().id());
        }
        json.endArray();
        json.endObject();
    }

    private void tables(Tables tables) throws IOException {
        json.name("hosts").beginArray();
        for (Tables.Host h : tables.hosts()) {
            JsonReporter.beginLine(json);
            json.name("address").value(h.address());
            json.name("sent").value(h.sent());
            json.name("forged").value(h.forged());
            json.name("undecided").value(h.undecided());
            json.name("received").value(h.received());
            tally(h.tally());
        }
        json.endArray();
        json.name("services").beginArray();
        for (Tables.Service s : tables.services()) {
            JsonReporter.beginLine(json);
            JsonReporter.endpoint(json.name("server"), s.server());
            json.name("clients").value(s.clients());
            tally(s.tally());
        }
        json.endArray();
        json.name("causes").beginArray();
        for (Tables.CauseRow c : tables.causes()) {
            JsonReporter.beginLine(json);
            json.name("id").value(c.cause());
            json.name("clients").value(c.clients());
            json.name("servers").value(c.servers());
            tally(c.tally());
        }
        json.endArray();
        json.name("times").beginArray();
        for (Tables.Bucket b : tables.times()) {
            JsonReporter.beginLine(json);
            json.name("start").value(b.start().toString());
            json.name("seconds").value(new Timestamp(b.nanos(), 0).toString());
            tally(b.tally());
        }
        json.endArray();
    }

    private void tally(Tally t) throws IOException {
        json.name("resets").value(t.resets());
        json.name("incidents").value(t.incidents());
        json.name("bySender").beginObject();
        json.name("client").value(t.byClient());
        json.name("server").value(t.byServer());
        json.name("intermediary").value(t.byIntermediary());
        json.name("undetermined").value(t.undetermined());
        json.endObject();
        json.name("commonestCause").value(t.cause());
        json.name("first").value(t.first() == null ? null : t.first().toString());
        json.name("last").value(t.last() == null ? null : t.last().toString());
        json.endObject();
    }
}
