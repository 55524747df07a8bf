package org.resetscope.firewall.internal.trace;

import java.util.function.Consumer;

import org.resetscope.firewall.internal.model.TcpBits;

/** The next request on an open connection, and its reply. */
final class Request {

    private static final int DATA = TcpBits.PSH | TcpBits.ACK;

    private final Exchange exchange;
    private final boolean content;
    private final Consumer<Passage> stopped;

    /**
     * A request to be made.
     *
     * @param content whether it holds what rules look for
     * @param stopped told of the passage that ends it
     */
    Request(Exchange exchange, boolean content, Consumer<Passage> stopped) {
        this.exchange = exchange;
        this.content = content;
        this.stopped = stopped;
    }

    /** alive, reset or timeout. */
    String outcome() {
        return passes(Side.CLIENT) && passes(Side.SERVER) ? "alive" : exchange.killed() ? "reset" : "timeout";
    }

    private boolean passes(Side from) {
        Delivery delivery = exchange.send(from, exchange.segment(from, DATA, Fit.IN_ORDER, false, content && from == Side.CLIENT));
        if (exchange.fitting(delivery)) {
            return true;
        }
        if (!delivery.accepted()) {
            stopped.accept(delivery.passage());
        }
        exchange.react(from, delivery);
        return false;
    }
}
