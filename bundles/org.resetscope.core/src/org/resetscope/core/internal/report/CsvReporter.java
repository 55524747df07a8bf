package org.resetscope.core.internal.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.Severity;
import org.resetscope.core.detect.Decimals;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.pattern.Tables;
import org.resetscope.core.pattern.Tally;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

/**
 * CSV as of RFC 4180 with a header row: one row a reset as sent, or one a host, service, cause or time, as the options say. What is not known is an empty cell. A cell that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
public final class CsvReporter implements Reporter {

    private static final String[] HEADER = { "id", "incident", "severity", "time", "time_utc", "file", "point", "frame", "frames",
            "client_address", "client_port", "server_address", "server_port", "client_inferred", "history", "flags", "seq", "ack",
            "claimed_sender", "form", "phase", "sender", "p_client", "p_server", "p_intermediary", "location", "cause",
            "cause_probability", "fault", "effective", "summary" };

    private static final String[] OF_A_TALLY = { "resets", "incidents", "by_client", "by_server", "by_intermediary", "by_undetermined",
            "commonest_cause", "first_utc", "last_utc" };

    @Override
    public void write(Analysis analysis, Appendable out, ReportOptions options) throws IOException {
        if (options.table() != ReportOptions.Table.RESETS) {
            table(Tables.of(analysis.resets()), options.table(), out);
            return;
        }
        row(out, (Object[]) HEADER);
        Map<String, Capture> captures = analysis.captures().stream().collect(Collectors.toMap(Capture::id, c -> c));
        for (Reset r : analysis.resets()) {
            Verdict v = r.verdict();
            Reset.Packet packet = r.packets().get(0);
            Capture capture = captures.get(packet.frame().capture());
            row(out, r.id(), r.incident(), Severity.of(r).id(), packet.time(), Words.time(packet.time()), capture.file(), capture.point(),
                    packet.frame().frame(), frames(r), r.flow().client().address(), r.flow().client().port(), r.flow().server().address(),
                    r.flow().server().port(), r.flow().inferred(), r.flow().history(), packet.flags(), packet.seq(), packet.ack(),
                    id(r.claimedSender()), id(r.form()), id(r.phase()), id(v.sender()), probability(v, Sender.CLIENT),
                    probability(v, Sender.SERVER), probability(v, Sender.INTERMEDIARY), v.location(), v.cause(),
                    decimal(v.causeProbability()), v.fault() == null ? "none" : id(v.fault()), v.effective(), v.summary());
        }
    }

    private static String frames(Reset r) {
        StringBuilder frames = new StringBuilder();
        for (Reset.Packet p : r.packets()) {
            frames.append(frames.isEmpty() ? "" : " ").append(p.frame().capture()).append(':').append(p.frame().frame());
        }
        return frames.toString();
    }

    private static void table(Tables tables, ReportOptions.Table which, Appendable out) throws IOException {
        switch (which) {
            case HOSTS -> {
                header(out, "host", "sent", "forged", "undecided", "received");
                for (Tables.Host h : tables.hosts()) {
                    row(out, h.tally(), h.address(), h.sent(), h.forged(), h.undecided(), h.received());
                }
            }
            case SERVICES -> {
                header(out, "server_address", "server_port", "clients");
                for (Tables.Service s : tables.services()) {
                    row(out, s.tally(), s.server().address(), s.server().port(), s.clients());
                }
            }
            case CAUSES -> {
                header(out, "cause", "title", "clients", "servers");
                for (Tables.CauseRow c : tables.causes()) {
                    row(out, c.tally(), c.cause(), Causes.title(c.cause()), c.clients(), c.servers());
                }
            }
            case TIMES -> {
                header(out, "start", "start_utc", "seconds");
                for (Tables.Bucket b : tables.times()) {
                    row(out, b.tally(), b.start(), Words.time(b.start()), new Timestamp(b.nanos(), 0));
                }
            }
            case RESETS -> throw new IllegalArgumentException("no table of counts");
        }
    }

    private static void header(Appendable out, String... own) throws IOException {
        row(out, Stream.concat(Stream.of(own), Stream.of(OF_A_TALLY)).toArray());
    }

    private static void row(Appendable out, Tally t, Object... own) throws IOException {
        row(out, Stream.concat(Stream.of(own), Stream.of(t.resets(), t.incidents(), t.byClient(), t.byServer(), t.byIntermediary(),
                t.undetermined(), t.cause() == null ? "" : t.cause(), time(t.first()), time(t.last()))).toArray());
    }

    private static String time(Timestamp time) {
        return time == null ? "" : Words.time(time);
    }

    private static String id(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String probability(Verdict v, Sender sender) {
        Double p = v.senderProbability().get(sender);
        return p == null ? null : decimal(p);
    }

    private static String decimal(double p) {
        return Double.isFinite(p) ? Decimals.text(p, 4) : null;
    }

    private static void row(Appendable out, Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cells[i] == null ? "" : cell(cells[i].toString()));
        }
        out.append("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return quoted(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }
}
