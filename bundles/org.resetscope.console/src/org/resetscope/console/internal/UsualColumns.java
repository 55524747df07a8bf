package org.resetscope.console.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;

/** The columns that are shown where a script asks for none. */
final class UsualColumns {

    private static final String FLAGS = "FSRPAUEC";
    private static final Map<Class<?>, List<Column>> OF = new LinkedHashMap<>();

    /** As rows: there is room for sentences. */
    static final List<Column> OF_ONE_RESET;

    static {
        List<Column> reset = List.of(
                column("id", Reset.class, Reset::id),
                column("time", Reset.class, r -> r.packets().get(0).time()),
                column("client", Reset.class, r -> r.flow().client()),
                column("server", Reset.class, r -> r.flow().server()),
                column("sender", Reset.class, r -> r.verdict().sender()),
                column("cause", Reset.class, r -> r.verdict().cause()),
                column("certainty", Reset.class, r -> percent(r.verdict().causeProbability())));
        OF.put(Reset.class, reset);
        OF_ONE_RESET = Stream.concat(reset.stream(), Stream.of(
                column("summary", Reset.class, r -> r.verdict().summary()))).toList();
        OF.put(Capture.class, List.of(
                column("id", Capture.class, Capture::id),
                column("file", Capture.class, Capture::file),
                column("point", Capture.class, Capture::point),
                column("packets", Capture.class, Capture::packets),
                column("flows", Capture.class, Capture::flows),
                column("resets", Capture.class, Capture::resets),
                column("start", Capture.class, Capture::start)));
        OF.put(Evidence.class, List.of(
                column("detector", Evidence.class, Evidence::detector),
                column("frames", Evidence.class, Evidence::frames),
                column("text", Evidence.class, Evidence::text)));
        OF.put(Flow.class, List.of(
                column("client", Flow.class, Flow::client),
                column("server", Flow.class, Flow::server),
                column("history", Flow.class, Flow::history)));
        OF.put(FlowPacket.class, List.of(
                column("frame", FlowPacket.class, p -> p.frame().frame()),
                column("time", FlowPacket.class, p -> new Timestamp(p.timeNanos(), p.timeNanos() % 1000 == 0 ? 6 : 9)),
                column("from", FlowPacket.class, p -> p.fromClient() ? Sender.CLIENT : Sender.SERVER),
                column("flags", FlowPacket.class, p -> flags(p.flags())),
                column("seq", FlowPacket.class, FlowPacket::seq),
                column("ack", FlowPacket.class, p -> p.has(TcpPacket.ACK) ? p.ack() : null),
                column("length", FlowPacket.class, FlowPacket::payloadLength),
                column("window", FlowPacket.class, p -> p.window() < 0 ? null : p.window()),
                column("ttl", FlowPacket.class, FlowPacket::ttl),
                column("marks", FlowPacket.class, FlowPacket::marks)));
        OF.put(ConfigurationFinding.class, List.of(
                column("file", ConfigurationFinding.class, ConfigurationFinding::file),
                column("line", ConfigurationFinding.class, ConfigurationFinding::line),
                column("level", ConfigurationFinding.class, ConfigurationFinding::level),
                column("check", ConfigurationFinding.class, ConfigurationFinding::check),
                column("message", ConfigurationFinding.class, ConfigurationFinding::message)));
        OF.put(PathStep.class, List.of(
                column("hook", PathStep.class, PathStep::hook),
                column("table", PathStep.class, PathStep::table),
                column("chain", PathStep.class, PathStep::chain),
                column("line", PathStep.class, s -> s.line() == 0 ? null : s.line()),
                column("rule", PathStep.class, PathStep::rule),
                column("effect", PathStep.class, PathStep::effect)));
        OF.put(DeviceProfile.class, List.of(
                column("id", DeviceProfile.class, DeviceProfile::id),
                column("device", DeviceProfile.class, DeviceProfile::title),
                column("settings", DeviceProfile.class, p -> p.settings().size())));
        OF.put(DeviceSetting.class, List.of(
                column("setting", DeviceSetting.class, DeviceSetting::name),
                column("default", DeviceSetting.class, DeviceSetting::valueText),
                column("at expiry", DeviceSetting.class, DeviceSetting::atExpiry),
                column("change", DeviceSetting.class, DeviceSetting::change),
                column("confidence", DeviceSetting.class, DeviceSetting::confidenceText)));
    }

    private UsualColumns() {
    }

    /** Whether it is of a kind that has columns of its own. */
    static boolean known(Object row) {
        return OF.containsKey(row.getClass());
    }

    /** By the first row; empty for what has no parts, such as numbers and texts. */
    static List<Column> of(List<?> rows) {
        Object first = rows.isEmpty() ? null : rows.get(0);
        if (first == null) {
            return List.of();
        }
        if (OF.containsKey(first.getClass())) {
            return OF.get(first.getClass());
        }
        if (first instanceof Map) {
            Set<String> keys = new LinkedHashSet<>();
            rows.forEach(row -> {
                if (row instanceof Map<?, ?> map) {
                    map.keySet().forEach(key -> keys.add(String.valueOf(key)));
                }
            });
            return keys.stream().map(key -> Column.path(key, key)).toList();
        }
        return first.getClass().isRecord() ? Records.columns(first.getClass()) : List.of();
    }

    /** Never rounds to certainty, so that nobody takes it for one. */
    private static String percent(double p) {
        return p > 0 && p < 0.01 ? "<1 %" : p < 1 && p > 0.99 ? ">99 %" : Math.round(p * 100) + " %";
    }

    /** As {@link Reset.Packet#flags()} has them. */
    private static String flags(int bits) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < FLAGS.length(); i++) {
            if ((bits & 1 << i) != 0) {
                letters.append(FLAGS.charAt(i));
            }
        }
        return letters.toString();
    }

    private static <T> Column column(String title, Class<T> type, Function<T, Object> value) {
        return new Column(title, row -> type.isInstance(row) ? value.apply(type.cast(row)) : null);
    }
}
