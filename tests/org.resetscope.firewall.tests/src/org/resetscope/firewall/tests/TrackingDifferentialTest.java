package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.conntrack.ConntrackTable;
import org.resetscope.firewall.internal.conntrack.TcpSegment;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/**
 * Random segments on connections through the running kernel: does the model call the same ones INVALID?
 * {@code -Dresetscope.differential=1000} makes a tenth as many connections, at least a few.
 */
class TrackingDifferentialTest {

    private static final int CONNECTIONS = Math.max(6, Integer.getInteger("resetscope.differential", 30) / 10);
    private static final long SEED = Long.getLong("resetscope.differential.seed", 1);
    private static final String RULES = "table inet f {\n\tchain i {\n\t\ttype filter hook input priority filter\n"
            + "\t\tct state invalid reject with icmp type host-prohibited\n\t}\n\tchain o {\n\t\ttype filter hook output priority filter\n"
            + "\t\tct state new accept\n\t}\n}\n";
    private static final int DATA = TcpBits.PSH | TcpBits.ACK;
    private static final int[] AHEAD = { 0, 0, 0, 0, 1, -1, 500, 20_000, 60_000, 64_000, 65_300, 66_000, 100_000, 3_000_000, -1000, -70_000, -3_000_000 };
    private static final int[] BEYOND = { 0, 0, 0, 0, 0, 0, 1, 100, -100, -60_000, -67_000, 3_000_000 };
    private static final Tuple THERE = new Tuple(BigInteger.ONE, 40000, BigInteger.TWO, 80);

    @TempDir
    private Path folder;

    private static List<int[]> segments(Random random) {
        List<int[]> segments = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            segments.add(new int[] { TcpBits.SYN, 0, 0, 0 });
        }
        segments.add(new int[] { TcpBits.ACK, 0, 0, 0 });
        for (int i = 4 + random.nextInt(16); i > 0; i--) {
            int kind = random.nextInt(30);
            int flags = kind == 0 ? TcpBits.RST : kind == 1 ? TcpBits.FIN | TcpBits.ACK : kind == 2 ? TcpBits.ACK : kind == 3 ? TcpBits.SYN
                    : kind == 4 ? TcpBits.SYN | TcpBits.ACK : kind == 5 ? TcpBits.RST | TcpBits.ACK : kind == 6 ? TcpBits.FIN : DATA;
            segments.add(new int[] { flags, AHEAD[random.nextInt(AHEAD.length)], BEYOND[random.nextInt(BEYOND.length)],
                    flags == DATA ? 1 + random.nextInt(900) : 0 });
        }
        return segments;
    }

    /** What disagrees; null where nothing does. */
    private static String disagreement(JsonArray frames, Map<String, String> settings) {
        ConntrackTable table = new ConntrackTable(TrackingSettings.of(new Circumstances(settings, System.getProperty("os.version"))));
        StringBuilder told = new StringBuilder();
        for (JsonElement element : frames) {
            JsonArray f = element.getAsJsonArray();
            boolean client = f.get(0).getAsBoolean();
            int ack = (int) f.get(3).getAsLong();
            TcpSegment segment = new TcpSegment((int) f.get(2).getAsLong(), ack, f.get(1).getAsInt() & TcpBits.ALL, f.get(4).getAsInt(), f.get(5).getAsInt(),
                    f.get(6).getAsInt(), f.get(7).getAsBoolean(), (int) f.get(9).getAsLong(), true);
            Tracked tracked = table.see(client ? THERE : THERE.reversed(), segment, 0);
            if (tracked.state() == CtState.NEW) {
                table.confirm(tracked.entry(), tracked.entry().original().reversed());
            }
            told.append(f).append(' ').append(tracked.state()).append(tracked.why() == null ? "" : ": " + tracked.why()).append('\n');
            boolean invalid = f.get(8).getAsBoolean();
            if (client && invalid != (tracked.state() == CtState.INVALID)) {
                return told + "but the kernel calls the last one " + (invalid ? "INVALID" : "valid") + " under " + settings;
            }
        }
        return null;
    }

    @Test
    void theModelCallsTheSameSegmentsInvalid() throws IOException {
        int invalid = 0;
        int all = 0;
        List<String> failed = new ArrayList<>();
        try (Kernel kernel = start()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                Random random = new Random(SEED * 31 + i);
                Map<String, String> settings = Map.of("nf_conntrack_tcp_loose", random.nextInt(4) == 0 ? "0" : "1", "nf_conntrack_tcp_be_liberal",
                        random.nextInt(8) == 0 ? "1" : "0");
                int scale = random.nextInt(3) == 0 ? -1 : random.nextInt(10);
                List<int[]> segments = segments(random);
                JsonArray frames = kernel.record(RULES, settings, scale, segments, 0.12);
                String why = disagreement(frames, settings);
                if (why != null) { // a busy machine may answer late
                    frames = kernel.record(RULES, settings, scale, segments, 0.6);
                    why = disagreement(frames, settings);
                }
                if (why != null) {
                    failed.add(why);
                }
                for (JsonElement frame : frames) {
                    all += frame.getAsJsonArray().get(0).getAsBoolean() ? 1 : 0;
                    invalid += frame.getAsJsonArray().get(8).getAsBoolean() ? 1 : 0;
                }
            }
        }
        System.out.println("compared with the kernel: " + all + " segments, " + invalid + " of them INVALID");
        assertTrue(failed.isEmpty(), () -> failed.size() + ":\n" + String.join("\n\n", failed));
        assertTrue(invalid > CONNECTIONS && all > 3 * invalid / 2, "both kinds were there");
    }

    private Kernel start() {
        try {
            return Kernel.start(folder);
        } catch (IOException e) {
            return abort("not compared with the running kernel: " + e.getMessage());
        }
    }
}
