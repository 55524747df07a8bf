package org.resetscope.core.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;

/** Writes the packets of a capture in any other format as one section of pcapng. */
final class PcapngConversion {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int TIME_RESOLUTION = 9;
    private static final int STRIDE = 4096;
    private static final int PACKET = 32;
    private static final int PCAP_HEADER = 24;

    private final CaptureInput input;
    private final PacketSource source;
    private final Comments comments;
    private final Map<Link, Integer> interfaces = new HashMap<>();

    /** An interface is a link type with a clock. */
    private record Link(int type, int digits) {
    }

    PcapngConversion(CaptureInput input, PacketSource source, Comments comments) {
        this.input = input;
        this.source = source;
        this.comments = comments;
    }

    void write(OutputStream out, IProgressMonitor monitor) throws IOException {
        out.write(ByteBuffer.allocate(28).order(ORDER).putInt(Blocks.SECTION_HEADER).putInt(28).putInt(Blocks.BYTE_ORDER_MAGIC).putShort((short) 1)
                .putShort((short) 0).putLong(-1).putInt(28).array());
        int snapLength = snapLength();
        PacketView view = new PacketView();
        while (source.next(view)) {
            Link link = new Link(view.linkType(), view.fractionDigits());
            if (!interfaces.containsKey(link)) {
                interfaces.put(link, interfaces.size());
                out.write(describe(link, snapLength));
            }
            write(view, link, out);
            if (view.frame() % STRIDE == 0 && monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
        if (interfaces.isEmpty()) {
            out.write(describe(new Link(linkType(), 6), snapLength)); // an empty capture has a link type too
        }
    }

    private void write(PacketView view, Link link, OutputStream out) throws IOException {
        List<String> texts = comments.of(view.frame());
        ByteBuffer options = texts.isEmpty() ? ByteBuffer.allocate(0) : Blocks.comments(texts, true, ORDER);
        int data = Blocks.padded(view.capturedLength());
        int length = PACKET + data + options.remaining();
        long unit = power(9 - link.digits);
        long units = Math.floorDiv(view.timeNanos(), unit);
        ByteBuffer block = ByteBuffer.allocate(length).order(ORDER).putInt(Blocks.ENHANCED_PACKET).putInt(length).putInt(interfaces.get(link))
                .putInt((int) (units >>> 32)).putInt((int) units).putInt(view.capturedLength()).putInt(view.originalLength());
        view.buffer().get(view.offset(), block.array(), PACKET - 4, view.capturedLength());
        block.position(PACKET - 4 + data);
        block.put(options).putInt(length);
        out.write(block.array());
    }

    private static byte[] describe(Link link, int snapLength) {
        int length = 20 + 8 + 4;
        return ByteBuffer.allocate(length).order(ORDER).putInt(Blocks.INTERFACE_DESCRIPTION).putInt(length).putShort((short) link.type)
                .putShort((short) 0).putInt(snapLength).putShort((short) TIME_RESOLUTION).putShort((short) 1).put((byte) link.digits)
                .put((byte) 0).putShort((short) 0).putInt(0).putInt(length).array();
    }

    private static long power(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= 10;
        }
        return result;
    }

    /** As a pcap header has it; 0, no limit, for other formats. */
    private int snapLength() throws IOException {
        return header(16);
    }

    private int linkType() throws IOException {
        return header(20) & 0xffff;
    }

    private int header(int at) throws IOException {
        if (!source.format().startsWith("pcap") || input.size() < PCAP_HEADER) {
            return 0;
        }
        ByteBuffer header = input.copy(0, PCAP_HEADER);
        boolean bigEndian = (header.get(0) & 0xff) == 0xa1;
        return header.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
