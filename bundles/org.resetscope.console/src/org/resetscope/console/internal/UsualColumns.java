package org.resetscope.console.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;

/** The columns that are shown where a script asks for none. */
final class UsualColumns {

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
    }

    private UsualColumns() {
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

    private static <T> Column column(String title, Class<T> type, Function<T, Object> value) {
        return new Column(title, row -> type.isInstance(row) ? value.apply(type.cast(row)) : null);
    }
}
