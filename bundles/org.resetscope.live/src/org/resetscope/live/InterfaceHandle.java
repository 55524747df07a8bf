package org.resetscope.live;

import java.nio.ByteBuffer;
import java.sql.Timestamp;

import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed.Losses;
import org.resetscope.live.CaptureFailure.Kind;

/** An open capture of libpcap. For one thread. */
final class InterfaceHandle {

    static final int MOST = 1 << 18;

    private static final int POLL_MILLIS = 100;
    /**
     * Where nothing has come. Waiting in libpcap instead has no limit on Linux, whatever was asked for: TPACKET_V3 ends a block in time only if
     * there is something in it.
     */
    private static final int NAP_MILLIS = 5;
    /** Of the kernel: at a gigabit a second, what comes in half a second in which nobody fetches it. */
    private static final int KERNEL_BUFFER = 64 << 20;
    /** How many packets are fetched at a time: a call of its own for each costs four times as much. */
    private static final int BATCH = 256;

    private final String device;
    private final PcapHandle handle;
    private final int fractionDigits;
    private final int linkType;
    private final byte[][] packets = new byte[BATCH][];
    private final long[] nanos = new long[BATCH];
    private final int[] lengths = new int[BATCH];
    private int fetched;
    private int taken;
    private int kernelSeen;
    private int deviceSeen;
    private Losses losses = Losses.NONE;

    private InterfaceHandle(String device, PcapHandle handle) {
        this.device = device;
        this.handle = handle;
        this.fractionDigits = handle.getTimestampPrecision() == TimestampPrecision.NANO ? 9 : 6;
        this.linkType = linkType(handle.getDlt().value());
    }

    static InterfaceHandle open(String device, String filter, int snapLength) throws CaptureFailure {
        PcapHandle handle;
        try {
            handle = new PcapHandle.Builder(device).snaplen(Math.min(MOST, snapLength)).promiscuousMode(PromiscuousMode.PROMISCUOUS)
                    .timeoutMillis(POLL_MILLIS).bufferSize(KERNEL_BUFFER).timestampPrecision(TimestampPrecision.NANO).build();
        } catch (LinkageError e) {
            throw Failures.noLibrary();
        } catch (PcapNativeException e) {
            throw Failures.of(device, e);
        }
        try {
            if (!filter.isBlank()) {
                handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            }
        } catch (PcapNativeException e) {
            handle.close();
            throw Failures.badFilter(filter, Failures.reason(e));
        } catch (NotOpenException e) {
            throw new IllegalStateException(e);
        }
        try {
            handle.setBlockingMode(BlockingMode.NONBLOCKING);
            return new InterfaceHandle(device, handle);
        } catch (PcapNativeException e) {
            handle.close();
            throw Failures.of(device, e);
        } catch (NotOpenException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Systems number raw IP differently among themselves; files have one number for it (tcpdump.org, link-layer header types). */
    private static int linkType(int dlt) {
        return dlt == 12 || dlt == 14 ? 101 : dlt;
    }

    /** Waits a tenth of a second at most. */
    boolean next(PacketView view, long frame) throws CaptureFailure {
        for (int waited = 0; taken == fetched; waited += NAP_MILLIS) {
            fetch();
            if (fetched == 0 && (waited >= POLL_MILLIS || !nap())) {
                return false;
            }
        }
        byte[] packet = packets[taken];
        packets[taken] = null;
        view.wrap(frame, nanos[taken], fractionDigits, linkType, 0, ByteBuffer.wrap(packet), 0, packet.length, lengths[taken], 0);
        taken++;
        return true;
    }

    private void fetch() throws CaptureFailure {
        fetched = 0;
        taken = 0;
        try {
            handle.dispatch(BATCH, this::take);
        } catch (PcapNativeException e) {
            if (fetched == 0) { // else it is told once these are used
                throw Failures.ended(device, e);
            }
        } catch (NotOpenException e) {
            throw new CaptureFailure(Kind.OTHER, device + " is not watched any more.");
        } catch (InterruptedException e) { // pcap4j's word for a loop that was broken, which nobody does here
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] packet) {
        Timestamp time = handle.getTimestamp();
        packets[fetched] = packet;
        nanos[fetched] = Math.floorDiv(time.getTime(), 1000L) * 1_000_000_000 + time.getNanos();
        lengths[fetched] = handle.getOriginalLength();
        fetched++;
    }

    /** @return false where the thread was asked to end */
    private static boolean nap() {
        try {
            Thread.sleep(NAP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The counters of libpcap have 32 bits, which days of traffic overflow. */
    Losses losses() {
        try {
            PcapStat counters = handle.getStats();
            int kernel = (int) counters.getNumPacketsDropped();
            int lost = (int) counters.getNumPacketsDroppedByIf();
            losses = new Losses(losses.kernel() + Integer.toUnsignedLong(kernel - kernelSeen), losses.device() + Integer.toUnsignedLong(lost - deviceSeen));
            kernelSeen = kernel;
            deviceSeen = lost;
        } catch (PcapNativeException | NotOpenException e) {
            // closed, or not counted by this system: what was counted before holds
        }
        return losses;
    }

    /** May be called twice. */
    void close() {
        handle.close();
    }
}
