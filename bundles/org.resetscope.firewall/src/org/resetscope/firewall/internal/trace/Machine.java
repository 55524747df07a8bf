package org.resetscope.firewall.internal.trace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.TrackedConnection;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.evaluate.HookWalk;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Priorities;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.TcpBits;

/** The machine with its rules, its table of connections and its place in the network. */
final class Machine {

    private static final int ICMP = 1;
    private static final int ICMP_V6 = 58;
    private static final int DATA = TcpBits.PSH | TcpBits.ACK;

    private final Ruleset rules;
    private final Family family;
    private final Network network;
    private final Connections connections;
    private final KnownAnswers answers;
    private final HookWalk walk;
    private CtState forced;

    Machine(Ruleset rules, Family family, Network network, Circumstances circumstances) {
        this.rules = rules;
        this.family = family;
        this.network = network;
        this.connections = new Connections(circumstances);
        this.answers = new KnownAnswers(network);
        this.walk = new HookWalk(answers);
    }

    Network network() {
        return network;
    }

    Connections connections() {
        return connections;
    }

    Set<String> assumptions() {
        return answers.assumptions();
    }

    /** @param state what conntrack is to say of the next segments; null: what it says */
    void force(CtState state) {
        forced = state;
    }

    /** A segment from another machine. */
    Passage arrive(Segment segment, String in) {
        Run run = new Run(segment, in, null);
        run.hook(Hook.INGRESS);
        run.hook(Hook.PREROUTING);
        String out = network.route(run.segment.tuple().destination());
        run.out = out;
        if (out == null) {
            run.hook(Hook.INPUT);
        } else {
            run.hook(Hook.FORWARD);
            run.hook(Hook.POSTROUTING);
        }
        return run.end();
    }

    /** @param attached what conntrack says already, where the segment answers another one; else null */
    Passage send(Segment segment, Tracked attached) {
        Run run = new Run(segment, null, attached);
        run.out = network.route(segment.tuple().destination());
        run.out = run.out == null ? Network.LOOPBACK : run.out;
        run.hook(Hook.OUTPUT);
        run.hook(Hook.POSTROUTING);
        return run.end();
    }

    /** Whether the ICMP error that refuses a segment leaves the machine. */
    boolean refusalLeaves(Passage refused) {
        Tracked offender = refused.tracked();
        Tracked related = offender.entry() == null ? Connections.INVALID : new Tracked(CtState.RELATED, offender.entry(), !offender.reply(), null);
        Run run = new Run(Segment.of(refused.segment().tuple().reversed(), 0), null, related);
        run.protocol = family == Family.IPV4 ? ICMP : ICMP_V6;
        run.out = refused.in() == null ? Network.LOOPBACK : refused.in();
        run.hook(Hook.OUTPUT);
        run.hook(Hook.POSTROUTING);
        return run.verdict == Verdict.ACCEPT;
    }

    /** A segment that the machine sent to itself; conntrack has seen it. */
    Passage loop(Segment segment, Tracked tracked) {
        Run run = new Run(segment, Network.LOOPBACK, tracked);
        run.tracked = tracked;
        run.hook(Hook.INPUT);
        return run.end();
    }

    /** The connection that a first segment makes, translated, whether or not the rules let it; null where conntrack knows none. */
    TrackedConnection bind(Tuple tuple, String in) {
        Run run = new Run(Segment.of(tuple, DATA), in, null);
        run.before(in == null ? Hook.OUTPUT : Hook.PREROUTING);
        if (run.tracked.state() == CtState.UNTRACKED) {
            return null;
        }
        Run first = new Run(Segment.of(tuple, TcpBits.SYN), in, null);
        first.before(in == null ? Hook.OUTPUT : Hook.PREROUTING);
        boolean unseen = first.tracked.state() == CtState.UNTRACKED;
        run.segment = Segment.of(tuple, TcpBits.SYN);
        run.tracked = unseen ? connections.takeUp(tuple) : connections.begin(tuple);
        if (run.tracked.entry() == null) {
            if (in == null || arrive(run.segment, in).verdict() != Verdict.SYNPROXY) {
                return null; // nothing is taken up
            }
            run.tracked = connections.begin(tuple); // by the proxy's own SYN
        }
        run.translate(in == null ? Hook.OUTPUT : Hook.PREROUTING);
        run.out = network.route(run.segment.tuple().destination());
        run.translate(run.out == null ? Hook.INPUT : Hook.POSTROUTING);
        return run.tracked.entry();
    }

    /** Whether conntrack gets to see the answers of a connection. */
    boolean seesAnswers(TrackedConnection connection) {
        Run run = new Run(Segment.of(connections.translation(connection).reply(), DATA), network.hasServer() ? null : network.serverLink(), null);
        run.before(network.hasServer() ? Hook.OUTPUT : Hook.PREROUTING);
        return run.tracked.state() != CtState.UNTRACKED;
    }

    /** One segment's way. */
    private final class Run {

        private final String in;
        private final Tracked attached;
        private final List<PathStep> path = new ArrayList<>();
        private Segment segment;
        private Tracked tracked = Connections.INVALID;
        private int protocol = Headers.TCP;
        private String out;
        private Verdict verdict = Verdict.ACCEPT;
        private Hook last;

        Run(Segment segment, String in, Tracked attached) {
            this.segment = segment;
            this.in = in;
            this.attached = attached;
        }

        void hook(Hook hook) {
            if (verdict != Verdict.ACCEPT) {
                return;
            }
            last = hook;
            if (hook.entry()) {
                before(hook);
                track();
            }
            boolean source = hook == Hook.INPUT || hook == Hook.POSTROUTING;
            boolean translates = hook != Hook.FORWARD && hook != Hook.INGRESS;
            int translation = source ? Priorities.SOURCE_NAT : Priorities.DESTINATION_NAT;
            filter(hook, hook.entry() ? Priorities.CONNTRACK : Integer.MIN_VALUE, translates ? translation : Integer.MAX_VALUE);
            if (translates && verdict == Verdict.ACCEPT) {
                translate(hook);
                filter(hook, translation, Integer.MAX_VALUE);
            }
        }

        void before(Hook hook) {
            filter(hook, Integer.MIN_VALUE, Priorities.CONNTRACK);
        }

        private void track() {
            if (verdict != Verdict.ACCEPT || tracked.state() == CtState.UNTRACKED) {
                return;
            }
            tracked = attached != null ? attached : connections.look(segment);
            if (forced != null) {
                boolean connected = forced != CtState.INVALID && forced != CtState.UNTRACKED;
                tracked = new Tracked(forced, connected ? tracked.entry() : null, tracked.reply(), null);
            }
        }

        /** The base chains of a hook from one priority up to another. */
        private void filter(Hook hook, int from, int before) {
            for (BaseChain base : rules.at(family, hook)) {
                if (!base.translation() && base.priority() >= from && base.priority() < before && verdict == Verdict.ACCEPT) {
                    Outcome outcome = ask(base, hook);
                    path.addAll(outcome.packets().path().steps());
                    if (HookWalk.untracked(outcome) && tracked.state() != CtState.UNTRACKED) {
                        tracked = Connections.UNTRACKED;
                    }
                    verdict = outcome.verdict() == Verdict.QUEUE ? Verdict.ACCEPT : outcome.verdict();
                }
            }
        }

        private Outcome ask(BaseChain base, Hook hook) {
            answers.about(segment, tracked, connections.translation(tracked.entry()));
            return walk.decide(base, hook, Headers.kind(segment, tracked), Headers.region(family, protocol, segment, in, out));
        }

        void translate(Hook hook) {
            Translation translation = connections.translation(tracked.entry());
            boolean source = hook == Hook.INPUT || hook == Hook.POSTROUTING;
            if (translation == null) {
                return;
            }
            if (!translation.set(source) && !tracked.reply()) {
                translation.setSet(source);
                set(translation, hook, source);
            }
            Tuple target = translation.translated(tracked.reply());
            Tuple now = segment.tuple();
            segment = segment.at(source ? now.from(target.source(), target.sourcePort()) : now.to(target.destination(), target.destinationPort()));
        }

        /** Asks the rules how the connection is to be translated. */
        private void set(Translation translation, Hook hook, boolean source) {
            if (tracked.state() != CtState.NEW) {
                return;
            }
            for (BaseChain base : rules.at(family, hook)) {
                Outcome outcome = base.translation() ? ask(base, hook) : null;
                if (outcome != null && outcome.verdict() == Verdict.TRANSLATE && outcome.rule().effect() instanceof Effect.Nat nat
                        && nat.source() == source) {
                    path.addAll(outcome.packets().path().steps());
                    translation.translate(translated(translation.reply(), nat));
                    return;
                }
            }
        }

        /** What answers look like once the first segment is translated. */
        private Tuple translated(Tuple reply, Effect.Nat nat) {
            boolean given = nat.addresses() != null && !nat.addresses().isEmpty();
            String link = nat.source() ? out : in;
            BigInteger present = nat.source() ? reply.destination() : reply.source();
            BigInteger address = given ? nat.addresses().smallest() : network.own().getOrDefault(String.valueOf(link), present);
            boolean ports = nat.ports() != null && !nat.ports().isEmpty();
            int port = ports ? nat.ports().smallest().intValue() : nat.source() ? reply.destinationPort() : reply.sourcePort();
            return nat.source() ? reply.to(address, port) : reply.from(address, port);
        }

        Passage end() {
            if (verdict == Verdict.ACCEPT && attached == null && tracked.entry() != null) {
                connections.keep(tracked.entry());
            }
            return new Passage(verdict, segment, tracked, last, in, path);
        }
    }
}
