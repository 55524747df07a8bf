package org.resetscope.live;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The functions of libpcap that are used here (pcap(3PCAP)), mapped directly: a call costs a tenth of a microsecond and allocates nothing,
 * which libraries that make an object of each packet cannot say. Pointers are longs: only 64-bit systems are supported.
 */
final class Libpcap {

    /** PCAP_ERRBUF_SIZE. */
    static final int ERROR_BUFFER = 256;

    static final int ERROR = -1;
    static final int ERROR_BREAK = -2;
    static final int ERROR_NO_SUCH_DEVICE = -5;
    static final int ERROR_PERM_DENIED = -8;
    static final int ERROR_IFACE_NOT_UP = -9;
    static final int ERROR_PROMISC_PERM_DENIED = -11;
    static final int TIMESTAMPS_IN_NANOS = 1;
    static final int NETMASK_UNKNOWN = 0xffff_ffff;
    static final int IF_LOOPBACK = 1;
    static final int IF_UP = 2;

    static {
        if (Platform.isWindows()) {
            NativeLibrary.addSearchPath("wpcap", System.getenv("SystemRoot") + "\\System32\\Npcap");
        }
        Native.register(Libpcap.class, NativeLibrary.getInstance(Platform.isWindows() ? "wpcap" : "pcap"));
    }

    private Libpcap() {
    }

    static native int pcap_findalldevs(byte[] first, byte[] error);

    static native void pcap_freealldevs(long first);

    static native long pcap_create(String device, byte[] error);

    static native int pcap_set_snaplen(long handle, int bytes);

    static native int pcap_set_promisc(long handle, int on);

    static native int pcap_set_timeout(long handle, int millis);

    static native int pcap_set_buffer_size(long handle, int bytes);

    static native int pcap_set_tstamp_precision(long handle, int precision);

    static native int pcap_get_tstamp_precision(long handle);

    static native int pcap_activate(long handle);

    static native int pcap_datalink(long handle);

    static native int pcap_compile(long handle, byte[] program, String filter, int optimize, int netmask);

    static native int pcap_setfilter(long handle, byte[] program);

    static native void pcap_freecode(byte[] program);

    static native int pcap_setnonblock(long handle, int on, byte[] error);

    static native int pcap_get_selectable_fd(long handle);

    static native int pcap_next_ex(long handle, long header, long data);

    static native int pcap_stats(long handle, byte[] statistics);

    static native String pcap_geterr(long handle);

    static native String pcap_statustostr(int status);

    static native void pcap_close(long handle);
}
