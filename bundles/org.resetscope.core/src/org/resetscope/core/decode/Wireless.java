package org.resetscope.core.decode;

/** IEEE 802.11 data frames; its fields are little-endian. Aggregated (A-MSDU) and encrypted frames are not looked into. */
final class Wireless {

    private static final int DATA = 2;
    private static final int NO_DATA = 0x4;
    private static final int QOS = 0x8;
    private static final int TO_DS = 0x1;
    private static final int FROM_DS = 0x2;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;
    private static final int AGGREGATED = 0x80;

    private static final int HAS_TSFT = 0x1;
    private static final int HAS_FLAGS = 0x2;
    private static final int MORE_PRESENT_WORDS = 0x80;
    private static final int PADDED = 0x20;

    private Wireless() {
    }

    /** radiotap.org: a length and a bitmap of fields, of which only the padding flag matters here. */
    static int radiotap(Walk walk) {
        if (!walk.has(8)) {
            return EtherType.OTHER;
        }
        int length = walk.u16LittleEndian(2);
        int present = walk.u8(4);
        int field = 8;
        while (walk.has(field) && (walk.u8(field - 1) & MORE_PRESENT_WORDS) != 0) {
            field += 4;
        }
        if ((present & HAS_TSFT) != 0) {
            field = (field + 7 & ~7) + 8;
        }
        boolean padded = (present & HAS_FLAGS) != 0 && walk.has(field + 1) && (walk.u8(field) & PADDED) != 0;
        if (length < 8 || !walk.has(length)) {
            return EtherType.OTHER;
        }
        walk.at += length;
        return frame(walk, padded);
    }

    /** @param padded whether the header is filled up to a multiple of four bytes, as some drivers leave it */
    static int frame(Walk walk, boolean padded) {
        if (!walk.has(2)) {
            return EtherType.OTHER;
        }
        int type = walk.u8(0) >> 2 & 3;
        int subtype = walk.u8(0) >> 4;
        int flags = walk.u8(1);
        if (type != DATA || (subtype & NO_DATA) != 0 || (flags & PROTECTED) != 0) {
            return EtherType.OTHER;
        }
        boolean fourAddresses = (flags & (TO_DS | FROM_DS)) == (TO_DS | FROM_DS);
        boolean qos = (subtype & QOS) != 0;
        int header = 24 + (fourAddresses ? 6 : 0);
        if (!walk.has(header + 2) || qos && (walk.u8(header) & AGGREGATED) != 0) {
            return EtherType.OTHER;
        }
        walk.mac = walk.mac(fourAddresses ? 24 : (flags & FROM_DS) != 0 ? 16 : 10);
        header += qos ? 2 + ((flags & ORDER) != 0 ? 4 : 0) : 0;
        walk.at += padded ? header + 3 & ~3 : header;
        return LinkLayers.logicalLink(walk);
    }
}
