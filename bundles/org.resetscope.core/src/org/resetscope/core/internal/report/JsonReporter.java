package org.resetscope.core.internal.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.Incident;
import org.resetscope.core.advice.Advised;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.LogLine;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/**
 * JSON of schema {@value #SCHEMA}, a contract with scripts: fields may be added, never renamed or given another meaning. What is not
 * known is null. Written as it goes, one capture or reset a line, so that a large report takes no memory and can be grepped.
 */
public final class JsonReporter implements Reporter {

    static final String SCHEMA = "resetscope.report/1";

    private static final FormattingStyle NEW_LINE = FormattingStyle.COMPACT.withNewline("\n");

    @Override
    public void write(Analysis analysis, Appendable out, ReportOptions options) throws IOException {
        @SuppressWarnings("resource") // closing would close nothing, and complain of a document cut short by an error
        JsonWriter json = new JsonWriter(new AppendableWriter(out));
        json.beginObject();
        json.name("schema").value(SCHEMA);
        json.name("cancelled").value(analysis.cancelled());
        json.name("captures").beginArray();
        for (Capture capture : analysis.captures()) {
            capture(json, capture);
        }
        json.endArray();
        json.name("resets").beginArray();
        for (Reset reset : analysis.resets()) {
            reset(json, reset, analysis);
        }
        json.endArray();
        json.name("incidents").beginArray();
        for (Incident incident : Incident.of(analysis)) {
            incident(json, incident, analysis);
        }
        json.endArray();
        json.name("path").beginArray();
        for (PathPoint point : analysis.path()) {
            point(json, point);
        }
        json.endArray();
        new JsonPatterns(json.name("patterns")).write(PatternWords.of(analysis));
        JsonReplays.write(json.name("replays"), analysis.replays());
        Advised advised = analysis.resets().isEmpty() ? new Advised(List.of(), List.of()) : Advised.of(analysis);
        JsonAdvice.write(json.name("advice"), advised.advice());
        problems(json.name("problems"), Stream.concat(analysis.problems().stream(), advised.problems().stream()).toList());
        json.endObject();
        out.append('\n');
    }

    static void beginLine(JsonWriter json) throws IOException {
        json.setFormattingStyle(NEW_LINE);
        json.beginObject();
        json.setFormattingStyle(FormattingStyle.COMPACT);
    }

    private static void capture(JsonWriter json, Capture c) throws IOException {
        beginLine(json);
        json.name("id").value(c.id());
        json.name("point").value(c.point());
        json.name("file").value(c.file());
        json.name("format").value(c.format());
        count(json.name("packets"), c, c.packets());
        count(json.name("tcpPackets"), c, c.tcpPackets());
        count(json.name("flows"), c, c.flows());
        count(json.name("resets"), c, c.resets());
        count(json.name("bytes"), c, c.bytes());
        text(json.name("start"), c.start());
        text(json.name("end"), c.end());
        problems(json.name("problems"), c.problems());
        json.endObject();
    }

    /** Of a capture that could not be read nothing is known: 0 would say that it is empty. */
    private static void count(JsonWriter json, Capture capture, long count) throws IOException {
        if (capture.readable()) {
            json.value(count);
        } else {
            json.nullValue();
        }
    }

    private static void text(JsonWriter json, Object value) throws IOException {
        json.value(value == null ? null : value.toString());
    }

    public static void problems(JsonWriter json, List<Problem> problems) throws IOException {
        json.beginArray();
        for (Problem problem : problems) {
            json.beginObject();
            json.name("code").value(problem.code());
            json.name("text").value(problem.text());
            json.name("offset").value(problem.offset());
            json.endObject();
        }
        json.endArray();
    }

    /** Only those that have more to tell than their one reset. */
    private static void incident(JsonWriter json, Incident incident, Analysis analysis) throws IOException {
        if (incident.resets().size() > 1) {
            beginLine(json);
            json.name("id").value(incident.id());
            texts(json.name("story"), incident.story(analysis));
            json.endObject();
        }
    }

    private static void point(JsonWriter json, PathPoint point) throws IOException {
        beginLine(json);
        json.name("capture").value(point.capture());
        json.name("point").value(point.name());
        json.name("clockOffset").value(seconds(point.offsetNanos()));
        json.name("clockError").value(seconds(point.errorNanos()));
        json.name("clockDrift").value(point.drift());
        json.name("sharedFlows").value(point.shared());
        json.name("ambiguousFlows").value(point.ambiguous());
        json.endObject();
    }

    private static String seconds(Long nanos) {
        return nanos == null ? null : BigDecimal.valueOf(nanos, 9).toPlainString();
    }

    private static void reset(JsonWriter json, Reset r, Analysis analysis) throws IOException {
        beginLine(json);
        fields(json, r, analysis);
        json.endObject();
    }

    /** What an element of "resets" says, into an object that was begun. */
    public static void fields(JsonWriter json, Reset r, Analysis analysis) throws IOException {
        json.name("id").value(r.id());
        json.name("incident").value(r.incident());
        json.name("consequenceOf").value(r.primary());
        flow(json.name("flow"), r.flow());
        json.name("packets").beginArray();
        for (Reset.Packet packet : r.packets()) {
            json.beginObject();
            json.name("capture").value(packet.frame().capture());
            json.name("frame").value(packet.frame().frame());
            text(json.name("time"), packet.time());
            if (!analysis.path().isEmpty()) {
                text(json.name("commonTime"), new Timestamp(analysis.commonNanos(packet), packet.time().digits()));
            }
            json.name("flags").value(packet.flags());
            json.name("seq").value(packet.seq());
            json.name("ack").value(packet.ack());
            json.endObject();
        }
        json.endArray();
        json.name("claimedSender").value(id(r.claimedSender()));
        json.name("form").value(id(r.form()));
        json.name("phase").value(id(r.phase()));
        frame(json.name("trigger"), r.trigger());
        idle(json.name("idle"), r);
        rule(json.name("rule"), r.rule());
        json.name("log").beginArray();
        for (LogLine line : r.log()) {
            log(json, line);
        }
        json.endArray();
        verdict(json, r.verdict());
    }

    private static void idle(JsonWriter json, Reset r) throws IOException {
        Reset.Idle idle = r.idle();
        if (idle == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        text(json.name("seconds"), new Timestamp(idle.nanos(), r.packets().get(0).time().digits()));
        json.name("endedBySender").value(idle.endedBySender());
        json.name("halfClosed").value(idle.halfClosed());
        text(json.name("survived"), new Timestamp(idle.survivedNanos(), r.packets().get(0).time().digits()));
        json.endObject();
    }

    private static void rule(JsonWriter json, RuleReference rule) throws IOException {
        if (rule == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("file").value(rule.file());
        json.name("line").value(rule.line());
        json.name("text").value(rule.text());
        frame(json.name("trigger"), rule.trigger());
        json.endObject();
    }

    private static void log(JsonWriter json, LogLine line) throws IOException {
        json.beginObject();
        json.name("file").value(line.file());
        json.name("line").value(line.line());
        text(json.name("time"), line.time());
        json.name("place").value(id(line.place()));
        json.name("text").value(line.text());
        json.endObject();
    }

    private static void flow(JsonWriter json, Flow flow) throws IOException {
        json.beginObject();
        endpoint(json.name("client"), flow.client());
        endpoint(json.name("server"), flow.server());
        json.name("history").value(flow.history());
        if (flow.inferred()) {
            json.name("inferred").value(true);
        }
        json.endObject();
    }

    static void endpoint(JsonWriter json, Endpoint endpoint) throws IOException {
        json.beginObject();
        json.name("address").value(endpoint.address());
        json.name("port").value(endpoint.port());
        json.endObject();
    }

    private static void verdict(JsonWriter json, Verdict v) throws IOException {
        json.name("sender").beginObject();
        json.name("verdict").value(id(v.sender()));
        json.name("probability").beginObject();
        for (Sender sender : List.of(Sender.CLIENT, Sender.SERVER, Sender.INTERMEDIARY)) {
            probability(json.name(sender.id()), v.senderProbability().get(sender));
        }
        json.endObject();
        json.name("location").value(v.location());
        json.endObject();

        json.name("cause").beginObject();
        json.name("id").value(v.cause());
        probability(json.name("probability"), v.causeProbability());
        json.name("fault").value(fault(v.fault()));
        json.name("alternatives").beginArray();
        for (Verdict.Alternative alternative : v.alternatives()) {
            json.beginObject();
            json.name("id").value(alternative.cause());
            probability(json.name("probability"), alternative.probability());
            json.endObject();
        }
        json.endArray();
        json.endObject();

        json.name("effective").value(v.effective());
        json.name("summary").value(v.summary());
        json.name("explanation").value(v.explanation());
        texts(json.name("remedy"), v.remedy());
        texts(json.name("nextCapture"), v.nextCapture());
        json.name("evidence").beginArray();
        for (Evidence evidence : v.evidence()) {
            evidence(json, evidence);
        }
        json.endArray();
    }

    /** The contract's word for nobody is "none"; a fault that is not known is null. */
    private static String fault(Sender fault) {
        return fault == null ? "none" : fault == Sender.UNDETERMINED ? null : fault.id();
    }

    private static void evidence(JsonWriter json, Evidence evidence) throws IOException {
        json.beginObject();
        json.name("detector").value(evidence.detector());
        json.name("signal").value(evidence.signal());
        json.name("group").value(evidence.group());
        json.name("text").value(evidence.text());
        json.name("decibans").beginObject();
        // sorted: the order of an immutable map changes from run to run
        for (Map.Entry<String, Integer> weight : new TreeMap<>(evidence.decibans()).entrySet()) {
            json.name(weight.getKey()).value(weight.getValue());
        }
        json.endObject();
        json.name("frames").beginArray();
        for (FrameRef frame : evidence.frames()) {
            frame(json, frame);
        }
        json.endArray();
        json.endObject();
    }

    private static void frame(JsonWriter json, FrameRef frame) throws IOException {
        if (frame == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("capture").value(frame.capture());
        json.name("frame").value(frame.frame());
        json.endObject();
    }

    static void texts(JsonWriter json, List<String> texts) throws IOException {
        json.beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    /** Six decimals: more is noise, and the same on every machine. */
    private static void probability(JsonWriter json, Double p) throws IOException {
        if (p == null || !Double.isFinite(p)) {
            json.nullValue();
        } else {
            json.value(Math.rint(p * 1e6) / 1e6);
        }
    }

    static String id(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
