package org.resetscope.firewall.internal.trace;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** Client, server and machine exchange segments; TCP stacks answer what does not belong to a connection as RFC 9293 says. */
final class Exchange {

    private final Machine machine;
    private final Network network;
    private final boolean listening;
    /** The server's end, as it sees the connection: from its peer to itself. */
    private Tuple serverEnd;
    private boolean clientOpen = true;
    private boolean serverOpen = true;
    private boolean killed;
    private boolean refusedByIcmp;
    private Side resetBy;
    private final List<PathStep> resetPath = new ArrayList<>();

    /** @param listening whether a program waits for connections at the service's port */
    Exchange(Machine machine, boolean listening) {
        this.machine = machine;
        this.network = machine.network();
        this.listening = listening;
        this.serverEnd = network.connection();
    }

    void serverEnd(Tuple end) {
        serverEnd = end;
    }

    /** Nobody knows of a connection. */
    void noConnection() {
        clientOpen = false;
        serverOpen = false;
    }

    void noConnectionAtServer() {
        serverOpen = false;
    }

    /** Forgets what resets did since. */
    void restore(Side by, List<PathStep> path) {
        resetBy = by;
        resetPath.clear();
        resetPath.addAll(path);
    }

    /** Whether a reset ended the connection at one side. */
    boolean killed() {
        return killed;
    }

    /** Whether an ICMP error told the client that there is no service. */
    boolean refused() {
        return refusedByIcmp;
    }

    /** Who sent the first reset that left its machine; null where nobody did. */
    Side resetBy() {
        return resetBy;
    }

    /** The rules that resets of the machine met. */
    List<PathStep> resetPath() {
        return resetPath;
    }

    /** A segment of the connection, as one side would send it. */
    Segment segment(Side from, int flags, Fit fit, boolean over, boolean content) {
        return new Segment(from == Side.CLIENT ? network.connection() : serverEnd.reversed(), machine.connections().numbers().segment(from, flags, fit), fit, over,
                content);
    }

    Delivery send(Side from, Segment segment) {
        boolean own = from == Side.FIREWALL || from == Side.CLIENT && network.hasClient() || from == Side.SERVER && network.hasServer();
        if (from == Side.SERVER && network.answersBypass() && segment.tuple().destination().equals(network.client())) {
            return taken(from, new Delivery(null, Side.CLIENT, segment));
        }
        Passage passage = own ? machine.send(segment, null)
                : machine.arrive(segment, from == Side.CLIENT ? network.clientLink() : network.serverLink());
        return taken(from, new Delivery(passage, passage.accepted() ? receiver(passage.segment().tuple()) : null, passage.segment()));
    }

    /** The other end counts what it takes. */
    private Delivery taken(Side from, Delivery delivery) {
        Side other = from == Side.CLIENT ? Side.SERVER : Side.CLIENT;
        if (delivery.to() == other && !delivery.segment().has(TcpBits.RST) && (delivery.segment().has(TcpBits.SYN) || fitting(delivery))) {
            machine.connections().numbers().taken(from, delivery.segment().tcp());
        }
        return delivery;
    }

    private Side receiver(Tuple tuple) {
        if (tuple.destination().equals(network.client())) {
            return Side.CLIENT;
        } else if (tuple.destination().equals(network.realServer())) {
            return Side.SERVER;
        }
        return network.local(tuple.destination()) ? Side.FIREWALL : null;
    }

    /** Whether the segment came to the connection's other end as that end expects it. */
    boolean fitting(Delivery delivery) {
        Tuple tuple = delivery.segment().tuple();
        return delivery.accepted() && (delivery.to() == Side.CLIENT ? clientOpen && tuple.equals(network.connection().reversed())
                : delivery.to() == Side.SERVER && serverOpen && tuple.equals(serverEnd));
    }

    /** Lets the machine, or the stack that received a segment, answer it. */
    void react(Side from, Delivery delivery) {
        Segment segment = delivery.segment();
        if (!delivery.accepted()) {
            if (delivery.passage().verdict() == Verdict.RESET) {
                reject(from, delivery.passage());
            }
        } else if (fitting(delivery)) {
            killed |= segment.has(TcpBits.RST) && segment.fit() == Fit.IN_ORDER;
        } else if (delivery.to() != null && answersStray(delivery.to(), segment)) {
            stackReset(delivery.to(), segment);
        }
    }

    /** A reset of a rule. REJECT answers no reset, and nothing with a wrong checksum. */
    private void reject(Side from, Passage refused) {
        Segment offender = refused.segment();
        if (offender.has(TcpBits.RST) || offender.fit() == Fit.BAD_CHECKSUM) {
            return;
        }
        Tracked tracked = refused.tracked();
        Tracked related = tracked.entry() == null ? null : new Tracked(CtState.RELATED, tracked.entry(), !tracked.reply(), null);
        Passage out = machine.send(offender.reset(), related);
        resetPath.addAll(out.path());
        if (!out.accepted()) {
            return;
        }
        Segment reset = out.segment();
        if (refused.in() == null || refused.in().equals(Network.LOOPBACK)) {
            Passage back = machine.loop(reset, out.tracked());
            killed |= back.accepted();
            // an ICMP error about this reset goes to the client, in whose name the reset was made
            refusedByIcmp |= back.verdict() == Verdict.ICMP && machine.refusalLeaves(back);
            // what answers a program of the machine itself never leaves it; a proxied SYN is the client's
            if (refused.in() == null) {
                return;
            }
        }
        left(Side.FIREWALL);
        Delivery delivery = new Delivery(out, from, reset);
        killed |= fitting(delivery) && reset.fit() == Fit.IN_ORDER;
    }

    private boolean answersStray(Side receiver, Segment segment) {
        if (segment.has(TcpBits.RST)) {
            return false;
        }
        // a listener takes a SYN, answers what acknowledges, and passes over the rest
        boolean listener = receiver == Side.SERVER && listening && segment.tuple().destinationPort() == serverEnd.destinationPort();
        return !listener || segment.has(TcpBits.ACK);
    }

    private void stackReset(Side who, Segment offender) {
        boolean unreachable = who == Side.SERVER && !network.returnRoute() && offender.tuple().source().equals(network.client());
        if (unreachable) {
            return;
        }
        Segment reset = offender.reset();
        Delivery delivery = send(who, reset);
        boolean onMachine = who == Side.FIREWALL || who == Side.CLIENT && network.hasClient() || who == Side.SERVER && network.hasServer();
        if (onMachine && delivery.passage() != null) {
            resetPath.addAll(delivery.passage().path());
        }
        if (!onMachine || delivery.accepted()) {
            left(onMachine ? Side.FIREWALL : who);
        }
        killed |= fitting(delivery) && reset.fit() == Fit.IN_ORDER;
    }

    private void left(Side who) {
        if (resetBy == null) {
            resetBy = who;
        }
    }
}
