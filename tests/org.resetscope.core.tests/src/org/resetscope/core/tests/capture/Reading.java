package org.resetscope.core.tests.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.reading.Captures;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.internal.capture.PcapFormat;
import org.resetscope.core.internal.capture.PcapngFormat;
import org.resetscope.core.internal.capture.SnoopFormat;
import org.resetscope.core.model.Problem;

/** A capture read from beginning to end. */
record Reading(String format, List<CapturedPacket> packets, List<Long> frames, List<Problem> problems, long dropped) {

    static final List<CaptureFormat> FORMATS = List.of(new PcapFormat(), new PcapngFormat(), new SnoopFormat());

    static Reading of(byte[] file) {
        try {
            return of(new MemoryInput(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(Path file) throws IOException {
        try (CaptureInput input = Captures.open(file.toString(), file.getParent())) {
            return of(input);
        }
    }

    static Reading of(CaptureInput input) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        try (PacketSource source = Captures.read(input, FORMATS)) {
            PacketView view = new PacketView();
            long before = 0;
            while (source.next(view)) {
                packets.add(CapturedPacket.copy(view));
                if (source.position() < before || source.position() > source.size()) {
                    throw new AssertionError("position " + source.position() + " after " + before + " of " + source.size());
                }
                before = source.position();
            }
            List<Long> frames = packets.stream().map(CapturedPacket::frame).toList();
            return new Reading(source.format(), packets, frames, source.problems(), source.droppedPackets());
        }
    }

    List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    List<Long> times() {
        return packets.stream().map(CapturedPacket::timeNanos).toList();
    }

    /** Bytes that need no file. */
    record MemoryInput(byte[] bytes) implements CaptureInput {

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(ByteBuffer into, long offset) {
            into.put(bytes, (int) offset, (int) Math.min(into.remaining(), bytes.length - offset));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
