package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketView;

/** Packets of a pcapng file, section by section, each with its own byte order and interfaces. */
final class PcapngSource extends RecordSource {

    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int BLOCK_HEADER = 8;
    private static final int BLOCK_FRAME = 12;
    private static final int PACKET_HEADER = 20;
    /** Of a block that is read into memory; Wireshark's own limit. */
    private static final int MAXIMUM_BLOCK = 1 << 24;

    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_TIME_OFFSET = 14;
    private static final int OPTION_IF_DROPS = 5;
    private static final int OPTION_OS_DROPS = 7;

    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private boolean bigEndian;
    private long droppedBefore;
    private boolean dropsTold;

    PcapngSource(CaptureInput input) {
        super(input);
    }

    @Override
    protected boolean read(PacketView view) throws IOException {
        while (!atEnd()) {
            int at = index(position, BLOCK_FRAME);
            if (at < 0) {
                return truncated();
            }
            int type = u32(at);
            if (type == PcapngFormat.SECTION_HEADER && !takeByteOrder(at)) {
                return damaged("its byte order magic is wrong");
            }
            int length = u32(at + 4);
            if (length < BLOCK_FRAME || isOfUse(type) && length > MAXIMUM_BLOCK || (length & 3) != 0) {
                return damaged("it claims a length of " + Integer.toUnsignedString(length));
            }
            if (isOfUse(type) ? index(position, length) < 0 : index(position + length - 4, 4) < 0) {
                return truncated();
            }
            int end = index(position + length - 4, 4);
            if (u32(end) != length) {
                return damaged("its length is " + length + " at its start but " + Integer.toUnsignedString(u32(end)) + " at its end");
            }
            at = end + 4 - length;
            boolean packet = false;
            switch (type) {
            case ENHANCED_PACKET, OBSOLETE_PACKET -> {
                if (!packet(type, at, end, view)) {
                    return false;
                }
                packet = true;
            }
            case SIMPLE_PACKET -> {
                if (!simplePacket(at, end, view)) {
                    return false;
                }
                packet = true;
            }
            case PcapngFormat.SECTION_HEADER -> section();
            case INTERFACE_DESCRIPTION -> describe(at, end);
            case INTERFACE_STATISTICS -> statistics(at, end);
            default -> frame += isFrameElsewhere(type) ? 1 : 0;
            }
            position += length;
            if (packet) {
                return true;
            }
        }
        return false;
    }

    /** Blocks without a packet that Wireshark shows as a frame of their own: custom blocks, systemd journal entries, sysdig events. */
    private static boolean isFrameElsewhere(int type) {
        return switch (type) {
        case 0xbad, 0x40000bad, 0x9, 0x204, 0x208, 0x216, 0x217, 0x221, 0x222 -> true;
        default -> false;
        };
    }

    /** Of others, which may be large, only the lengths are read. */
    private static boolean isOfUse(int type) {
        return switch (type) {
        case ENHANCED_PACKET, OBSOLETE_PACKET, SIMPLE_PACKET, INTERFACE_DESCRIPTION, INTERFACE_STATISTICS -> true;
        default -> false;
        };
    }

    private boolean takeByteOrder(int at) {
        int magic = buffer.getInt(at + 8);
        bigEndian = magic == PcapngFormat.BYTE_ORDER_MAGIC;
        return bigEndian || Integer.reverseBytes(magic) == PcapngFormat.BYTE_ORDER_MAGIC;
    }

    private void section() {
        droppedBefore = Math.max(0, droppedPackets());
        interfaces.clear();
    }

    private void describe(int at, int end) {
        if (end - at < BLOCK_HEADER + 8) {
            interfaces.add(new PcapngInterface(-1, 0));
            return;
        }
        PcapngInterface described = new PcapngInterface(u16(at + BLOCK_HEADER), u32(at + BLOCK_HEADER + 4));
        interfaces.add(described);
        for (int option = at + BLOCK_HEADER + 8; (option = optionWithin(option, end)) >= 0; option = afterOption(option)) {
            int code = u16(option);
            int length = u16(option + 2);
            if (code == OPTION_TIME_RESOLUTION && length >= 1) {
                described.resolution(buffer.get(option + 4));
            } else if (code == OPTION_TIME_OFFSET && length >= 8) {
                described.offset(u64(option + 4));
            }
        }
    }

    private void statistics(int at, int end) {
        int number = end - at < BLOCK_HEADER + 12 ? -1 : u32(at + BLOCK_HEADER);
        if (number < 0 || number >= interfaces.size()) {
            return;
        }
        PcapngInterface counted = interfaces.get(number);
        for (int option = at + BLOCK_HEADER + 12; (option = optionWithin(option, end)) >= 0; option = afterOption(option)) {
            int code = u16(option);
            if (u16(option + 2) < 8) {
                continue;
            }
            if (code == OPTION_IF_DROPS) {
                counted.ifDrops = Math.max(0, u64(option + 4));
                dropsTold = true;
            } else if (code == OPTION_OS_DROPS) {
                counted.osDrops = Math.max(0, u64(option + 4));
                dropsTold = true;
            }
        }
    }

    /** @return the option's index, or -1 at the end of the options, told or real */
    private int optionWithin(int option, int end) {
        return end - option < 4 || u16(option) == 0 || u16(option + 2) > end - option - 4 ? -1 : option;
    }

    private int afterOption(int option) {
        return option + 4 + (u16(option + 2) + 3 & ~3);
    }

    private boolean packet(int type, int at, int end, PacketView view) {
        int start = at + BLOCK_HEADER + PACKET_HEADER;
        if (start > end) {
            return damaged("it is too short for a packet");
        }
        int number = type == ENHANCED_PACKET ? u32(at + BLOCK_HEADER) : u16(at + BLOCK_HEADER);
        int captured = u32(at + BLOCK_HEADER + 12);
        if (captured < 0 || captured > end - start) {
            return damaged("it claims " + Integer.toUnsignedString(captured) + " bytes of packet in a block of " + (end - start));
        }
        if (number < 0 || number >= interfaces.size()) {
            return damaged("it names interface " + Integer.toUnsignedString(number) + " of " + interfaces.size());
        }
        PcapngInterface from = interfaces.get(number);
        long nanos = from.nanos((long) u32(at + BLOCK_HEADER + 4) << 32 | u32(at + BLOCK_HEADER + 8) & 0xffff_ffffL);
        if (nanos == PcapngInterface.NO_TIME) {
            note("bad-time", "the time of the packet at byte " + position
                    + ", and maybe of others, is beyond all calendars; it was taken for 0.");
            nanos = 0;
        }
        view.wrap(++frame, nanos, from.fractionDigits, from.linkType, number, buffer, start, captured,
                Math.max(u32(at + BLOCK_HEADER + 16), captured), position);
        return true;
    }

    private boolean simplePacket(int at, int end, PacketView view) {
        int start = at + BLOCK_HEADER + 4;
        if (start > end) {
            return damaged("it is too short for a packet");
        }
        if (interfaces.isEmpty()) {
            return damaged("its section describes no interface");
        }
        PcapngInterface from = interfaces.get(0);
        int original = u32(at + BLOCK_HEADER);
        int limit = from.snapLength > 0 ? Math.min(from.snapLength, end - start) : end - start;
        int captured = original < 0 ? limit : Math.min(original, limit);
        view.wrap(++frame, 0, 0, from.linkType, 0, buffer, start, captured, Math.max(original, captured), position);
        return true;
    }

    private int u16(int at) {
        short value = buffer.getShort(at);
        return (bigEndian ? value : Short.reverseBytes(value)) & 0xffff;
    }

    private int u32(int at) {
        int value = buffer.getInt(at);
        return bigEndian ? value : Integer.reverseBytes(value);
    }

    private long u64(int at) {
        long value = buffer.getLong(at);
        return bigEndian ? value : Long.reverseBytes(value);
    }

    @Override
    public String format() {
        return "pcapng";
    }

    @Override
    public long droppedPackets() {
        if (!dropsTold) {
            return -1;
        }
        long sum = droppedBefore;
        for (PcapngInterface each : interfaces) {
            sum += Math.max(0, each.ifDrops) + Math.max(0, each.osDrops);
        }
        return sum;
    }
}
