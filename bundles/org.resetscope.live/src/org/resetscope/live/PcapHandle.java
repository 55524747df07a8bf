package org.resetscope.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed.Losses;
import org.resetscope.live.CaptureFailure.Kind;

import com.sun.jna.Platform;

/** An open capture of libpcap. For one thread. */
final class PcapHandle {

    private static final int POLL_MILLIS = 100;
    /** Of the kernel: at a gigabit a second, what comes in half a second in which nobody fetches it. */
    private static final int KERNEL_BUFFER = 64 << 20;
    static final int MOST = 1 << 18;
    /** Of struct pcap_pkthdr; on Windows, a time is two 32-bit fields. */
    private static final int SECONDS_BYTES = Platform.isWindows() ? 4 : 8;
    private static final int CAPTURED = 2 * SECONDS_BYTES;
    private static final int LENGTH = CAPTURED + 4;

    private final String device;
    private final long handle;
    private final int nanosPerUnit;
    private final int linkType;
    /** Where libpcap writes the address of a packet's header, then that of its bytes. */
    private final long references = Memory.allocate(2 * Long.BYTES);
    /** To wait on; -1 where libpcap waits itself. */
    private final int descriptor;
    private final byte[] packet = new byte[MOST];
    private final ByteBuffer buffer = ByteBuffer.wrap(packet);
    private final byte[] statistics = new byte[64];
    private int kernelSeen;
    private int deviceSeen;
    private Losses losses = Losses.NONE;
    private boolean closed;

    private PcapHandle(String device, long handle) {
        this.device = device;
        this.handle = handle;
        this.nanosPerUnit = Libpcap.pcap_get_tstamp_precision(handle) == Libpcap.TIMESTAMPS_IN_NANOS ? 1 : 1000;
        this.linkType = linkType(Libpcap.pcap_datalink(handle));
        this.descriptor = Platform.isLinux() && Libpcap.pcap_setnonblock(handle, 1, new byte[Libpcap.ERROR_BUFFER]) == 0
                ? Libpcap.pcap_get_selectable_fd(handle) : -1;
    }

    static PcapHandle open(String device, String filter, int snapLength) throws CaptureFailure {
        long handle;
        byte[] error = new byte[Libpcap.ERROR_BUFFER];
        try {
            handle = Libpcap.pcap_create(device, error);
        } catch (LinkageError e) {
            throw Failures.noLibrary();
        }
        if (handle == 0) {
            throw new CaptureFailure(Kind.OTHER, device + " cannot be watched: " + Memory.text(error) + ".");
        }
        try {
            Libpcap.pcap_set_snaplen(handle, Math.min(MOST, snapLength));
            Libpcap.pcap_set_promisc(handle, 1);
            Libpcap.pcap_set_timeout(handle, POLL_MILLIS);
            Libpcap.pcap_set_buffer_size(handle, KERNEL_BUFFER);
            Libpcap.pcap_set_tstamp_precision(handle, Libpcap.TIMESTAMPS_IN_NANOS);
            int status = Libpcap.pcap_activate(handle);
            if (status < 0) {
                String told = Libpcap.pcap_geterr(handle);
                throw Failures.of(device, status, told.isBlank() ? Libpcap.pcap_statustostr(status) : told);
            }
            if (!filter.isBlank()) {
                filter(handle, filter);
            }
            return new PcapHandle(device, handle);
        } catch (CaptureFailure e) {
            Libpcap.pcap_close(handle);
            throw e;
        }
    }

    private static void filter(long handle, String filter) throws CaptureFailure {
        byte[] program = new byte[16]; // struct bpf_program
        if (Libpcap.pcap_compile(handle, program, filter, 1, Libpcap.NETMASK_UNKNOWN) != 0) {
            throw Failures.badFilter(filter, Libpcap.pcap_geterr(handle));
        }
        try {
            if (Libpcap.pcap_setfilter(handle, program) != 0) {
                throw Failures.badFilter(filter, Libpcap.pcap_geterr(handle));
            }
        } finally {
            Libpcap.pcap_freecode(program);
        }
    }

    /** Systems number raw IP differently among themselves; files have one number for it (tcpdump.org, link-layer header types). */
    private static int linkType(int dlt) {
        return dlt == 12 || dlt == 14 ? 101 : dlt;
    }

    /** Waits a tenth of a second at most. */
    boolean next(PacketView view, long frame) throws CaptureFailure {
        int status = Libpcap.pcap_next_ex(handle, references, references + Long.BYTES);
        if (status == 0 && descriptor >= 0) {
            Poll.readable(descriptor, references, POLL_MILLIS);
            status = Libpcap.pcap_next_ex(handle, references, references + Long.BYTES);
        }
        if (status == 0) {
            return false;
        }
        if (status < 0) {
            throw failed(status);
        }
        long header = Memory.pointer(references);
        long seconds = SECONDS_BYTES == 8 ? Memory.int64(header) : Memory.int32(header);
        long fraction = Memory.int32(header + SECONDS_BYTES);
        int captured = Math.min(Memory.int32(header + CAPTURED), MOST);
        Memory.copy(Memory.pointer(references + Long.BYTES), packet, captured);
        view.wrap(frame, seconds * 1_000_000_000 + fraction * nanosPerUnit, nanosPerUnit == 1 ? 9 : 6, linkType, 0, buffer, 0, captured,
                Memory.int32(header + LENGTH), 0);
        return true;
    }

    private CaptureFailure failed(int status) {
        String told = Libpcap.pcap_geterr(handle);
        return told.contains("interface disappeared") || told.contains("interface went down") || status == Libpcap.ERROR_IFACE_NOT_UP
                ? new CaptureFailure(Kind.DOWN, "The interface " + device + " went down or was removed; what passed until then was used.")
                : new CaptureFailure(Kind.OTHER, device + " cannot be watched any more: " + told + ".");
    }

    /** The counters of libpcap have 32 bits, which days of traffic overflow. */
    Losses losses() {
        Arrays.fill(statistics, (byte) 0);
        if (Libpcap.pcap_stats(handle, statistics) == 0) {
            ByteBuffer counters = ByteBuffer.wrap(statistics).order(ByteOrder.nativeOrder());
            int kernel = counters.getInt(4);
            int lost = counters.getInt(8);
            losses = new Losses(losses.kernel() + Integer.toUnsignedLong(kernel - kernelSeen), losses.device() + Integer.toUnsignedLong(lost - deviceSeen));
            kernelSeen = kernel;
            deviceSeen = lost;
        }
        return losses;
    }

    /** May be called twice. */
    void close() {
        if (!closed) {
            closed = true;
            Libpcap.pcap_close(handle);
            Memory.free(references);
        }
    }
}
