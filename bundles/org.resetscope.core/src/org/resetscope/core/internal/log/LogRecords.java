package org.resetscope.core.internal.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a log that may name one of some addresses: a line, and those that belong to it and have no time of their own, such as the
 * exceptions of a stack trace. In memory is never more than one.
 */
final class LogRecords implements Closeable {

    /**
     * @param line where the address stands, or the record begins
     * @param text of all its lines, without the calls of stack traces; cut where it is long
     */
    record Record(long line, String text) {
    }

    /** Lines looked at to tell whether a log is of a known format, where none with an address is. */
    private static final int SAMPLE = 100;
    private static final String BETWEEN = " | ";

    private final LogLines lines;
    private final AddressFilter filter;
    private final List<String> sample = new ArrayList<>();
    private final byte[] head = new byte[LogLines.LONGEST];
    private int headLength;
    private StringBuilder open;
    private long openLine;

    LogRecords(LogLines lines, AddressFilter filter) {
        this.lines = lines;
        this.filter = filter;
    }

    /** Null at the end. */
    Record next() throws IOException {
        while (lines.next()) {
            boolean more = headLength > 0 && Continuation.is(lines.buffer(), lines.from(), lines.to());
            boolean named = filter.mayName(lines.buffer(), lines.from(), lines.to());
            if (more) {
                if (named && open == null) {
                    open(LogLines.text(head, 0, headLength));
                }
                append();
                continue;
            }
            Record ended = end();
            remember();
            if (named) {
                open(lines.text());
            }
            if (ended != null) {
                return ended;
            }
        }
        return end();
    }

    private Record end() {
        Record ended = open == null ? null : new Record(openLine, open.toString());
        open = null;
        return ended;
    }

    private void open(String text) {
        open = new StringBuilder(text);
        openLine = lines.number();
    }

    private void append() {
        if (open != null && open.length() < LogLines.LONGEST && !Continuation.call(lines.buffer(), lines.from(), lines.to())) {
            String text = lines.text().strip();
            open.append(BETWEEN).append(text, 0, Math.min(text.length(), LogLines.LONGEST - open.length()));
        }
    }

    private void remember() {
        headLength = lines.to() - lines.from();
        System.arraycopy(lines.buffer(), lines.from(), head, 0, headLength);
        if (sample.size() < SAMPLE) {
            sample.add(lines.text());
        }
    }

    /** Lines that were read, to tell by what format they are of. */
    List<String> sample() {
        return sample;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
