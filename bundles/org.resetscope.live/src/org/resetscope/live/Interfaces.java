package org.resetscope.live;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.resetscope.core.decode.Addresses;
import org.resetscope.live.CaptureFailure.Kind;

/** libpcap's list of interfaces. */
final class Interfaces {

    private Interfaces() {
    }

    static List<CaptureInterface> all() throws CaptureFailure {
        try {
            return Pcaps.findAllDevs().stream().map(Interfaces::of).toList();
        } catch (LinkageError e) {
            throw Failures.noLibrary();
        } catch (PcapNativeException e) {
            throw new CaptureFailure(Kind.OTHER, "The interfaces cannot be listed: " + Failures.reason(e) + ".");
        }
    }

    private static CaptureInterface of(PcapNetworkInterface known) {
        List<String> addresses = known.getAddresses().stream().map(PcapAddress::getAddress).filter(Objects::nonNull).map(Interfaces::text).toList();
        return new CaptureInterface(known.getName(), Objects.requireNonNullElse(known.getDescription(), ""), addresses, known.isUp(), known.isLoopBack());
    }

    private static String text(InetAddress address) {
        ByteBuffer bits = ByteBuffer.wrap(address.getAddress());
        return bits.remaining() == 4 ? Addresses.text(4, 0, bits.getInt() & 0xffff_ffffL) : Addresses.text(6, bits.getLong(), bits.getLong());
    }
}
