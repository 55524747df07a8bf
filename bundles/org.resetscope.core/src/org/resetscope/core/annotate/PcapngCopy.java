package org.resetscope.core.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;

/**
 * Copies a pcapng file and puts comments into some of its packet blocks, as the first of their options. Two things else change: the
 * length of such a block, and that of its section where the section tells it.
 */
final class PcapngCopy {

    private static final int HEADER = 8;
    private static final int FRAME = 12;
    private static final int PACKET_HEADER = 20;
    private static final int SECTION_LENGTH_AT = 16;
    private static final int SECTION_HEADER_LEAST = 28;
    private static final int CHUNK = 1 << 16;
    private static final int STRIDE = 4096;

    private final CaptureInput input;
    private final PacketSource source;
    private final Comments comments;
    private final List<String> problems;

    /** Offset of a block that gets comments to its frame. */
    private final Map<Long, Long> frames = new HashMap<>();
    /** Bytes that each section grows by, in the order of the file. */
    private final Deque<Long> growth = new ArrayDeque<>();
    private final byte[] chunk = new byte[CHUNK];

    PcapngCopy(CaptureInput input, PacketSource source, Comments comments, List<String> problems) {
        this.input = input;
        this.source = source;
        this.comments = comments;
        this.problems = problems;
    }

    private interface Visitor {
        void block(Block block) throws IOException;
    }

    private record Block(long offset, int type, long length, ByteOrder order) {
    }

    void write(OutputStream out, IProgressMonitor monitor) throws IOException {
        PacketView view = new PacketView();
        while (source.next(view)) {
            if (comments.concerns(view.frame())) {
                frames.put(view.fileOffset(), view.frame());
            }
            if (view.frame() % STRIDE == 0) {
                check(monitor);
            }
        }
        walk(monitor, this::measure);
        long copied = walk(monitor, block -> write(block, out));
        copy(copied, input.size() - copied, out); // what is damaged stays so
    }

    /** @return offset of the first byte that belongs to no whole block */
    private long walk(IProgressMonitor monitor, Visitor visitor) throws IOException {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        long offset = 0;
        int blocks = 0;
        while (input.size() - offset >= FRAME) {
            ByteBuffer head = input.copy(offset, FRAME);
            int type = head.getInt(0);
            if (type == Blocks.SECTION_HEADER) {
                int magic = head.getInt(HEADER);
                if (magic != Blocks.BYTE_ORDER_MAGIC && Integer.reverseBytes(magic) != Blocks.BYTE_ORDER_MAGIC) {
                    break;
                }
                order = magic == Blocks.BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            }
            head.order(order);
            long length = head.getInt(4) & 0xffff_ffffL;
            if (length < FRAME || (length & 3) != 0 || length > input.size() - offset) {
                break;
            }
            visitor.block(new Block(offset, head.getInt(0), length, order));
            offset += length;
            if (++blocks % STRIDE == 0) {
                check(monitor);
            }
        }
        return offset;
    }

    private static void check(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private void measure(Block block) throws IOException {
        if (block.type == Blocks.SECTION_HEADER || growth.isEmpty()) {
            growth.add(0L);
        }
        Long frame = frames.get(block.offset);
        if (frame != null) {
            if (block.type == Blocks.SIMPLE_PACKET) {
                frames.remove(block.offset);
                problems.add("frame " + frame + " is in a block without room for a comment (simple packet block)");
            } else {
                growth.add(growth.removeLast() + insertion(block, frame).remaining());
            }
        }
    }

    private void write(Block block, OutputStream out) throws IOException {
        Long frame = frames.get(block.offset);
        if (frame != null) {
            ByteBuffer options = insertion(block, frame);
            ByteBuffer length = ByteBuffer.allocate(4).order(block.order).putInt(0, (int) block.length + options.remaining());
            int data = HEADER + PACKET_HEADER + Blocks.padded(captured(block));
            copy(block.offset, 4, out);
            out.write(length.array());
            copy(block.offset + HEADER, data - HEADER, out);
            out.write(options.array());
            copy(block.offset + data, block.length - data - 4, out);
            out.write(length.array());
        } else if (block.type == Blocks.SECTION_HEADER) {
            writeSection(block, growth.removeFirst(), out);
        } else {
            copy(block.offset, block.length, out);
        }
    }

    private void writeSection(Block block, long grown, OutputStream out) throws IOException {
        if (block.length < SECTION_HEADER_LEAST) {
            copy(block.offset, block.length, out);
            return;
        }
        long told = input.copy(block.offset + SECTION_LENGTH_AT, 8).order(block.order).getLong(0);
        copy(block.offset, SECTION_LENGTH_AT, out);
        out.write(ByteBuffer.allocate(8).order(block.order).putLong(0, told < 0 ? told : told + grown).array()); // -1: not told
        copy(block.offset + SECTION_LENGTH_AT + 8, block.length - SECTION_LENGTH_AT - 8, out);
    }

    private ByteBuffer insertion(Block block, long frame) throws IOException {
        int data = HEADER + PACKET_HEADER + Blocks.padded(captured(block));
        boolean first = block.length - data - 4 < Blocks.END_OF_OPTIONS;
        return Blocks.comments(comments.of(frame), first, block.order);
    }

    /** The source has found it to lie within the block. */
    private int captured(Block block) throws IOException {
        return input.copy(block.offset + HEADER + 12, 4).order(block.order).getInt(0);
    }

    private void copy(long offset, long length, OutputStream out) throws IOException {
        for (long done = 0; done < length;) {
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, length - done));
            input.read(buffer, offset + done);
            if (buffer.position() == 0) {
                throw new IOException(input.name() + " got shorter while it was read");
            }
            out.write(chunk, 0, buffer.position());
            done += buffer.position();
        }
    }
}
