package org.resetscope.core.tests.points;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.flow.Scene;

/**
 * The same traffic at several points between a client and a server ten milliseconds apart. Every packet has the same TTL everywhere,
 * so that nothing but the comparison of the points can tell.
 *
 * <pre>
 * Path path = Path.of(traffic).point("client", p -> p).point("server", Path::atServer);
 * </pre>
 */
final class Path {

    private static final int ONE_WAY_MICROS = Scene.ROUND_TRIP_MILLIS * 1000 / 2;
    private static final String SERVER_HOST = Scene.SERVER.substring(0, Scene.SERVER.lastIndexOf(':'));

    private final CaptureBuilder traffic;
    private final Map<String, CaptureBuilder> points = new LinkedHashMap<>();

    private Path(CaptureBuilder traffic) {
        this.traffic = traffic;
    }

    /** @param traffic as a capture at the client sees it */
    static Path of(CaptureBuilder traffic) {
        return new Path(traffic);
    }

    Path point(String name, UnaryOperator<PacketBuilder> view) {
        return point(name, traffic.map(p -> view.apply(p.ttl(60))));
    }

    Path point(String name, CaptureBuilder capture) {
        points.put(name, capture);
        return this;
    }

    static boolean fromServer(PacketBuilder p) {
        return p.from().startsWith(SERVER_HOST + ":");
    }

    /** The server sees its own packets earlier and the client's later. */
    static PacketBuilder atServer(PacketBuilder p) {
        return part(1).apply(p);
    }

    /** @param way from 0, at the client, to 1, at the server */
    static UnaryOperator<PacketBuilder> part(double way) {
        int micros = (int) (ONE_WAY_MICROS * way);
        return p -> p.laterMicros(fromServer(p) ? -micros : micros);
    }

    /** All but some packets. */
    static UnaryOperator<PacketBuilder> without(UnaryOperator<PacketBuilder> view, java.util.function.Predicate<PacketBuilder> left) {
        return p -> left.test(p) ? null : view.apply(p);
    }

    static boolean reset(PacketBuilder p) {
        return p.has('R');
    }

    Analysis analyse() {
        List<CaptureFile> files = new ArrayList<>();
        try {
            for (var point : points.entrySet()) {
                var file = Files.createTempFile("resetscope-point", ".pcap");
                Files.write(file, point.getValue().toBytes());
                files.add(new CaptureFile(file.toString(), point.getKey()));
            }
            return new ResetScope().analyze(files, Settings.DEFAULT, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.forEach(f -> new java.io.File(f.file()).delete());
        }
    }

    /** The one reset there is. */
    Reset only() {
        Analysis analysis = analyse();
        assertEquals(1, analysis.resets().size(), () -> "one reset expected: " + analysis.resets().stream().map(Analysed::line).toList());
        return analysis.resets().get(0);
    }

    /** Sender and place: "intermediary between client and server". */
    static String birth(Reset r) {
        return r.verdict().sender().id() + (r.verdict().location() == null ? "" : " " + r.verdict().location());
    }
}
