package org.resetscope.firewall.internal.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.TraceQuestion;
import org.resetscope.core.configuration.UnclearQuestionException;
import org.resetscope.firewall.internal.conntrack.TrackedConnection;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Ruleset;

/** Answers one question about one packet: sets the connection up, sends the packet, and looks whether the connection lives on. */
public final class Tracer {

    /** Seconds after the client's close at which late segments come; entries with a shorter time-out are gone by then. */
    private static final int LATE = 5;

    private final Probe probe;
    private final Side from;
    private final Machine machine;
    private final Exchange exchange;
    private final Circumstances circumstances;
    private final CtState forced;
    private Passage decisive;
    private String connection;

    private Tracer(Ruleset rules, TraceQuestion question) throws UnclearQuestionException {
        circumstances = question.circumstances();
        forced = state(question.state());
        probe = Probe.named(question.packet() == null ? usualPacket(forced) : question.packet());
        from = side(question.from(), probe.from());
        Family family = rules.families().contains(Family.IPV4) || rules.families().isEmpty() ? Family.IPV4 : Family.IPV6;
        if (isV6(question.source()) || isV6(question.destination())) {
            family = Family.IPV6;
        }
        Networks networks = new Networks(family, question, from);
        Network network = networks.network();
        machine = new Machine(rules, family, network, circumstances);
        boolean usualPort = network.serverPort() == 80 || !networks.namesService();
        exchange = new Exchange(machine, usualPort || probe.kind() != Probe.Kind.STRAY);
    }

    public static TraceAnswer trace(Ruleset rules, TraceQuestion question) throws UnclearQuestionException {
        return new Tracer(rules, question).answer();
    }

    private TraceAnswer answer() {
        switch (probe.kind()) {
            case STRAY -> {
                exchange.noConnection();
                probe(exchange.segment(from, probe.flags(), probe.fit(), false, false));
            }
            case MISROUTED -> misrouted();
            case ATTEMPT -> {
                before();
                connection = new Handshake(machine, exchange, probe.over(), forced, p -> decisive = decisive == null ? p : decisive).outcome();
            }
            case OPEN -> {
                before();
                open();
            }
        }
        List<PathStep> path = new ArrayList<>(decisive == null ? List.of() : decisive.path());
        path.addAll(exchange.resetPath());
        Verdict verdict = decisive == null ? Verdict.ACCEPT : decisive.verdict();
        return new TraceAnswer(words(verdict), exchange.resetBy() == null ? null : exchange.resetBy().id(), connection, path,
                List.copyOf(machine.assumptions()));
    }

    private void open() {
        Segment segment = exchange.segment(from, probe.flags(), probe.fit(), probe.over(), probe.content());
        boolean delivered = probe(segment).accepted();
        if (probe.before() == Probe.Before.CLIENT_CLOSED) {
            return;
        }
        Side by = exchange.resetBy();
        List<PathStep> path = List.copyOf(exchange.resetPath());
        connection = exchange.killed() ? "reset" : new Request(exchange, probe.content() && !delivered, p -> { }).outcome();
        // what the next request met is not the probe's path
        exchange.restore(by, path);
    }

    /** Sends the packet that was asked for. */
    private Delivery probe(Segment segment) {
        machine.force(forced);
        Delivery delivery = exchange.send(from, segment);
        machine.force(null);
        decisive = delivery.passage();
        exchange.react(from, delivery);
        return delivery;
    }

    /** A strict reverse path filter drops it after PREROUTING, without a rule. */
    private void misrouted() {
        exchange.noConnection();
        if (circumstances.number("all.rp_filter", 0) == 1 || circumstances.settings().entrySet().stream()
                .anyMatch(e -> e.getKey().endsWith(".rp_filter") && e.getValue().equals("1"))) {
            decisive = new Passage(Verdict.DROP, null, Connections.INVALID, null, null, List.of());
        } else {
            probe(exchange.segment(from, probe.flags(), probe.fit(), false, false));
        }
    }

    /** The connection that is there before the packet. */
    private void before() {
        Network network = machine.network();
        boolean attempt = probe.kind() == Probe.Kind.ATTEMPT;
        if (attempt && probe.before() == Probe.Before.NOTHING) {
            return;
        }
        TrackedConnection entry = machine.bind(network.connection(), network.clientLink());
        if (entry == null) {
            return;
        }
        exchange.serverEnd(machine.connections().translation(entry).translated(false));
        if (machine.seesAnswers(entry)) {
            machine.connections().open(entry);
        } else {
            machine.connections().keep(entry);
        }
        switch (probe.before()) {
            case CONNTRACK_FORGOT -> machine.connections().forget();
            case CLOSED_BY_RESET -> machine.connections().reset(entry);
            case CLIENT_CLOSED -> {
                machine.connections().closeByClient(entry);
                machine.connections().pass(LATE);
            }
            default -> { }
        }
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case RESET -> "reset";
            case ICMP -> "icmp";
            case DROP, SYNPROXY -> "drop";
            default -> "accept";
        };
    }

    private static boolean isV6(String address) {
        return address != null && address.indexOf(':') != address.lastIndexOf(':');
    }

    private static String usualPacket(CtState state) {
        return state == null || state == CtState.NEW ? "syn" : state == CtState.INVALID ? "over-window" : "in-order-data";
    }

    private static Side side(String name, Side usual) throws UnclearQuestionException {
        if (name == null) {
            return usual;
        }
        return switch (name) {
            case "client" -> Side.CLIENT;
            case "server" -> Side.SERVER;
            default -> throw new UnclearQuestionException("'" + name + "' is neither client nor server");
        };
    }

    private static CtState state(String name) throws UnclearQuestionException {
        try {
            return name == null ? null : CtState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UnclearQuestionException("there is no state '" + name + "'; there are new, established, related, invalid, untracked");
        }
    }
}
