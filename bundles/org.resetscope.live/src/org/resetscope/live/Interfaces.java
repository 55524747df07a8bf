package org.resetscope.live;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.Addresses;
import org.resetscope.live.CaptureFailure.Kind;

import com.sun.jna.Platform;

/** Reads libpcap's list of interfaces. */
final class Interfaces {

    /** Fields of struct pcap_if and struct pcap_addr (pcap/pcap.h), on 64-bit systems. */
    private static final int NEXT = 0;
    private static final int NAME = 8;
    private static final int DESCRIPTION = 16;
    private static final int ADDRESSES = 24;
    private static final int FLAGS = 32;
    private static final int ADDRESS = 8;
    private static final int AF_INET = 2;

    private Interfaces() {
    }

    static List<CaptureInterface> all() throws CaptureFailure {
        byte[] first = new byte[Long.BYTES];
        byte[] error = new byte[Libpcap.ERROR_BUFFER];
        try {
            if (Libpcap.pcap_findalldevs(first, error) != 0) {
                throw new CaptureFailure(Kind.OTHER, "The interfaces cannot be listed: " + Memory.text(error) + ".");
            }
        } catch (LinkageError e) {
            throw Failures.noLibrary();
        }
        long list = Memory.toLong(first);
        try {
            List<CaptureInterface> all = new ArrayList<>();
            for (long at = list; at != 0; at = Memory.pointer(at + NEXT)) {
                int flags = Memory.int32(at + FLAGS);
                all.add(new CaptureInterface(Memory.string(Memory.pointer(at + NAME)), Memory.string(Memory.pointer(at + DESCRIPTION)),
                        addresses(Memory.pointer(at + ADDRESSES)), (flags & Libpcap.IF_UP) != 0, (flags & Libpcap.IF_LOOPBACK) != 0));
            }
            return all;
        } finally {
            if (list != 0) {
                Libpcap.pcap_freealldevs(list);
            }
        }
    }

    private static List<String> addresses(long first) {
        List<String> all = new ArrayList<>();
        for (long at = first; at != 0; at = Memory.pointer(at + NEXT)) {
            long socket = Memory.pointer(at + ADDRESS);
            // BSD has the structure's length where Linux and Windows have the low byte of the family
            int family = socket == 0 ? 0 : Platform.isMac() || Platform.isFreeBSD() || Platform.isOpenBSD()
                    ? Memory.int32(socket) >> 8 & 0xff : Memory.int32(socket) & 0xffff;
            byte[] address = family == AF_INET ? new byte[4] : family == familyOfIpv6() ? new byte[16] : null;
            if (address != null) {
                Memory.copy(socket + (address.length == 4 ? 4 : 8), address, address.length);
                ByteBuffer bits = ByteBuffer.wrap(address);
                all.add(address.length == 4 ? Addresses.text(4, 0, bits.getInt() & 0xffff_ffffL) : Addresses.text(6, bits.getLong(), bits.getLong()));
            }
        }
        return all;
    }

    private static int familyOfIpv6() {
        return Platform.isWindows() ? 23 : Platform.isMac() ? 30 : Platform.isFreeBSD() ? 28 : Platform.isOpenBSD() ? 24 : 10;
    }
}
