package org.resetscope.firewall.internal.trace;

import java.util.function.Consumer;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** An attempt to open a connection, and its first request. */
final class Handshake {

    private final Machine machine;
    private final Exchange exchange;
    private final boolean over;
    private final CtState forced;
    private final Consumer<Passage> stopped;
    private Passage first;

    /**
     * An attempt to be made.
     *
     * @param over whether it exceeds the rates and numbers that rules allow
     * @param forced conntrack's state of the SYN, or null for what conntrack says
     * @param stopped told of the first passage that did not succeed; where all did, of the SYN's
     */
    Handshake(Machine machine, Exchange exchange, boolean over, CtState forced, Consumer<Passage> stopped) {
        this.machine = machine;
        this.exchange = exchange;
        this.over = over;
        this.forced = forced;
        this.stopped = stopped;
    }

    /** alive, reset, timeout or refused. */
    String outcome() {
        String result = attempt();
        if (first != null) {
            stopped.accept(first);
        }
        return result;
    }

    private String attempt() {
        machine.force(forced);
        Delivery syn = send(Side.CLIENT, TcpBits.SYN);
        machine.force(null);
        first = syn.passage();
        if (!syn.accepted()) {
            return notAccepted(syn);
        }
        exchange.serverEnd(syn.segment().tuple());
        if (syn.to() != Side.SERVER) {
            exchange.react(Side.CLIENT, syn);
            return exchange.killed() ? "refused" : "timeout";
        }
        Delivery answer = send(Side.SERVER, TcpBits.SYN | TcpBits.ACK);
        if (!exchange.fitting(answer)) {
            tell(answer);
            exchange.react(Side.SERVER, answer);
            return exchange.refused() ? "refused" : "timeout";
        }
        return finish();
    }

    private String notAccepted(Delivery syn) {
        switch (syn.passage().verdict()) {
            case SYNPROXY:
                return proxied();
            case ICMP:
                stopped.accept(syn.passage());
                return machine.refusalLeaves(syn.passage()) ? "refused" : "timeout";
            default:
                exchange.react(Side.CLIENT, syn);
                return exchange.killed() ? "refused" : "timeout";
        }
    }

    /** The acknowledgement that ends the handshake, and a request. */
    private String finish() {
        Delivery ack = send(Side.CLIENT, TcpBits.ACK);
        if (!exchange.fitting(ack)) {
            tell(ack);
            exchange.react(Side.CLIENT, ack);
        }
        return exchange.killed() ? "reset" : new Request(exchange, false, stopped).outcome();
    }

    /** The proxy has answered the SYN; with the acknowledgement it opens the connection to the server itself. */
    private String proxied() {
        Delivery ack = send(Side.CLIENT, TcpBits.ACK);
        if (ack.accepted() || ack.passage().verdict() != Verdict.SYNPROXY) {
            tell(ack);
            exchange.noConnectionAtServer();
            exchange.react(Side.CLIENT, ack);
            return exchange.killed() ? "reset" : "timeout";
        }
        Segment syn = exchange.segment(Side.CLIENT, TcpBits.SYN, Fit.IN_ORDER, false, false);
        Tracked fresh = machine.connections().begin(syn.tuple());
        Passage opened = machine.network().hasServer() ? machine.loop(syn, fresh) : machine.send(syn, fresh);
        if (!opened.accepted()) {
            stopped.accept(opened);
            exchange.react(Side.CLIENT, new Delivery(opened, null, opened.segment()));
            return exchange.killed() ? "reset" : "timeout";
        }
        machine.connections().open(fresh.entry());
        exchange.serverEnd(machine.connections().translation(fresh.entry()).translated(false));
        return new Request(exchange, false, stopped).outcome();
    }

    private Delivery send(Side from, int flags) {
        return exchange.send(from, exchange.segment(from, flags, Fit.IN_ORDER, over, false));
    }

    private void tell(Delivery delivery) {
        if (!delivery.accepted()) {
            stopped.accept(delivery.passage());
        }
    }
}
