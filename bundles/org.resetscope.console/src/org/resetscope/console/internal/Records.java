package org.resetscope.console.internal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of records. */
final class Records {

    private Records() {
    }

    static List<Column> columns(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(c -> Column.path(c.getName(), c.getName())).toList();
    }

    /** "; it has a, b, c", or nothing where it is no record. */
    static String names(Class<?> type) {
        return !type.isRecord() ? ""
                : Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.joining(", ", "; it has ", ""));
    }
}
