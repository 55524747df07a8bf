package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.TcpBits;

/** One segment as the set of packets that is only it. */
final class Headers {

    static final int TCP = 6;

    private Headers() {
    }

    static PacketKind kind(Segment segment, Tracked tracked) {
        return new PacketKind("", tracked.state(), TcpBits.ALL, segment.flags(), tracked.entry() == null ? null : !tracked.reply());
    }

    /** @param in null where there is none, as out */
    static Region region(Family family, int protocol, Segment segment, String in, String out) {
        Tuple t = segment.tuple();
        return Region.all(family).with(Dimension.PROTOCOL, IntervalSet.of(protocol, protocol))
                .with(Dimension.IN, in == null ? Interfaces.NONE : Interfaces.named(in))
                .with(Dimension.OUT, out == null ? Interfaces.NONE : Interfaces.named(out))
                .with(Dimension.SOURCE, IntervalSet.of(t.source())).with(Dimension.SOURCE_PORT, IntervalSet.of(t.sourcePort(), t.sourcePort()))
                .with(Dimension.DESTINATION, IntervalSet.of(t.destination()))
                .with(Dimension.DESTINATION_PORT, IntervalSet.of(t.destinationPort(), t.destinationPort()));
    }
}
