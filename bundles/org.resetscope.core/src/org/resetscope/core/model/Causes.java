package org.resetscope.core.model;

import static org.resetscope.core.model.Cause.Builder.CLIENT;
import static org.resetscope.core.model.Cause.Builder.EITHER;
import static org.resetscope.core.model.Cause.Builder.INTERMEDIARY;
import static org.resetscope.core.model.Cause.Builder.SERVER;
import static org.resetscope.core.model.Cause.Builder.UNDETERMINED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.resetscope.core.model.Cause.Builder;
import org.resetscope.core.model.Cause.Fault;

/** The catalogue of causes. Plug-ins add children of these ids only, so that every id has an ancestor here. */
public final class Causes {

    /** A host answers a SYN to a port where nothing listens (RFC 9293, 3.10.7.1), or its own firewall does. */
    public static final String REFUSED = "endpoint.refused";
    /** The server's accept queue was full at the end of the handshake (net.ipv4.tcp_abort_on_overflow). */
    public static final String BACKLOG = "endpoint.backlog";
    /** The connection's owner aborted it (RFC 9293, 3.10.5): SO_LINGER 0, a process that was killed. */
    public static final String ABORT = "endpoint.abort";
    /** A socket was closed with data in it that nobody had read (RFC 1122, 4.2.2.13; RFC 2525, 2.17). */
    public static final String UNREAD_DATA = "endpoint.abort.unread-data";
    /** A segment came for a connection that its host had just closed or aborted. */
    public static final String LATE_DATA = "endpoint.late-data";
    /** A host answers for a connection that it does not know any more, such as after a restart. */
    public static final String STATE_LOST = "endpoint.state-lost";
    /** A host gave a connection up that got no answer: retransmissions, keepalive, or TCP_USER_TIMEOUT. */
    public static final String GAVE_UP = "endpoint.gave-up";
    /** A host got a SYN,ACK that answers no SYN of its own. */
    public static final String UNEXPECTED_SYNACK = "endpoint.unexpected-synack";
    /** A SYN reused the addresses and ports of a connection that the other side still had. */
    public static final String PORT_REUSE = "endpoint.port-reuse";
    /** Whoever opened the connection wanted to know only whether the port is open: a port scan, a health check. */
    public static final String PROBE = "endpoint.probe";
    /** A device rejects the connection by policy. */
    public static final String REJECT = "middlebox.reject";
    /** A stateful device rejects a segment that does not fit the connection it knows. */
    public static final String INVALID = "middlebox.invalid";
    /** A device rejects a segment of a connection that it does not know any more. */
    public static final String DEVICE_STATE_LOST = "middlebox.state-lost";
    /** As {@link #DEVICE_STATE_LOST}, for the connection was silent for longer than the device's time-out. */
    public static final String DEVICE_STATE_EXPIRED = "middlebox.state-lost.expired";
    /** A NAT forgot a connection and took it up again under another address or port, which the server does not know. */
    public static final String REMAPPED = "middlebox.remapped";
    /** A device objects to what the connection carries. */
    public static final String CONTENT = "middlebox.content";
    /** A proxy or load balancer, which ends TCP itself, closed the connection. */
    public static final String PROXY = "middlebox.proxy";
    /** A device resets a connection that was silent for longer than its time-out. */
    public static final String IDLE = "middlebox.idle";
    /** Forged by somebody through whom the packets pass. */
    public static final String ON_PATH = "injected.on-path";
    /** Forged by somebody who reads the packets, but cannot keep them. */
    public static final String OFF_PATH = "injected.off-path";
    /** Forged by somebody who guesses the numbers (RFC 5961). */
    public static final String BLIND = "injected.blind";
    /** The capture does not tell. */
    public static final String UNKNOWN = "unknown";

    private static final String BOTH_ENDS = "Capture at the {sender} and at the {peer} at the same time: a reset that the {sender} did not"
            + " send is missing in the capture taken there.";

    private static final Map<String, Cause> CATALOGUE = new LinkedHashMap<>();
    private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

    static {
        add(REFUSED, "connection refused", SERVER, Fault.SERVER,
                "refused the connection: nothing listens on port {port}, or the host's own firewall rejects it",
                "A SYN reached a host without a listening socket for that address and port; its TCP answers RST,ACK (RFC 9293, 3.10.7.1)."
                        + " A host firewall that rejects with tcp-reset looks the same on the wire.",
                BOTH_ENDS, "Check that the service runs and listens on this address and port (ss -ltn on the server).",
                "Check the server's own firewall for a REJECT with tcp-reset on port {port}.",
                "Check that the client uses the right address and port.");
        add(BACKLOG, "accept queue full", SERVER, Fault.SERVER,
                "dropped the connection just after the handshake: its accept queue is full and it is set to abort on overflow",
                "The server's kernel had sent SYN,ACK, but found the queue of connections waiting for accept() full when the handshake ended;"
                        + " with net.ipv4.tcp_abort_on_overflow=1 it then resets.",
                BOTH_ENDS, "Raise the listen backlog of the service and net.core.somaxconn, and find out why it accepts too slowly.",
                "Watch TcpExtListenOverflows (nstat -az) on the server.",
                "Set net.ipv4.tcp_abort_on_overflow=0, so that clients retry instead of failing.");
        add(ABORT, "aborted by the application", EITHER, Fault.SENDER,
                "ended the live connection abruptly: its application closed with SO_LINGER 0, was killed, or the socket was destroyed",
                "The reset stands exactly at the sender's next sequence number and carries the marks of a live socket: the owner of the"
                        + " connection sent it (RFC 9293, 3.10.5).",
                BOTH_ENDS, "Look into the {sender}'s application log at this time: crash, kill, time-out, or a deliberate abortive close.",
                "If the application sets SO_LINGER to 0, close the connection in order instead (shutdown, read to the end, close).");
        add(UNREAD_DATA, "closed with unread data", EITHER, Fault.SENDER,
                "closed the connection while data it had received was still unread, which TCP answers with a reset",
                "An application that closes without reading everything loses data; the stack tells the peer with a reset (RFC 1122,"
                        + " 4.2.2.13; RFC 2525, 2.17).",
                BOTH_ENDS, "Make the {sender}'s application read to the end of the stream before it closes.",
                "Typical: a server that answers an error early and closes while the request body still arrives; it should drain first.");
        add(LATE_DATA, "data met a closed socket", EITHER, Fault.SENDER,
                "had closed this connection already; a segment that came later met no socket and was answered with a reset",
                "The sender's side of the connection was over (its FIN or a reset had ended it) when more arrived from the peer; each such"
                        + " segment draws one reset. It is a consequence: look at what ended the connection first.",
                BOTH_ENDS, "Find out why the {sender} closed while the {peer} was still sending (the earlier FIN or reset of this connection).",
                "If the {sender} closes on purpose, let it call shutdown and read until the {peer} has finished.");
        add(STATE_LOST, "host forgot the connection", EITHER, Fault.SENDER,
                "no longer knows this connection: it was restarted, crashed, or lost its address, and answers the next segment with a reset",
                "A host answers RST to a segment of a connection it has no state for (RFC 9293, 3.5.1, half-open connections). Nothing in"
                        + " this capture ended the connection before.",
                BOTH_ENDS, "Check uptime and crash logs of the {sender}; also address takeover (failover, container restart).",
                "Let the {peer} reconnect, and use keepalives so that it notices earlier.");
        add(GAVE_UP, "gave up waiting for the peer", EITHER, Fault.NONE,
                "gave the connection up after the {peer} had not answered its probes or retransmissions",
                "Keepalive probes, TCP_USER_TIMEOUT or retransmissions ran out (RFC 9293, 3.8.4; RFC 5482). The reset is the last act of a"
                        + " connection whose path or peer was dead before.",
                "Capture on the path towards the {peer}: where do the unanswered segments end?",
                "Find out why the {peer} or the path to it was silent; the reset itself is right.");
        add(UNEXPECTED_SYNACK, "SYN,ACK without a socket", CLIENT, Fault.CLIENT,
                "got a SYN,ACK for a connection that it is not opening (any more) and reset it",
                "No socket waits for this SYN,ACK: the client gave up its connect, scans with raw packets, or somebody forged the SYN with"
                        + " its address.",
                BOTH_ENDS, "Check whether a port scan or a health check runs on the client.",
                "If the client gives up early, raise its connect time-out.");
        add(PORT_REUSE, "old connection in the way", EITHER, Fault.NONE,
                "cleared the remains of an older connection with the same addresses and ports",
                "The peer still held an older connection (TIME-WAIT or half-open) and answered a new SYN with an ACK out of place; the reset"
                        + " removes the old state and the connect is tried again (RFC 9293, 3.5.1).",
                BOTH_ENDS, "Harmless once; if frequent, avoid fixed source ports and enlarge the ephemeral port range.");
        add(PROBE, "probe ended on purpose", CLIENT, Fault.NONE, "ended its own probe with a reset on purpose; this is harmless",
                "Health checks and scanners reset a connection as soon as they know that the port answers.", BOTH_ENDS,
                "Nothing needs changing; exclude the prober from alarms.");
        add(REJECT, "rejected by a firewall", INTERMEDIARY, Fault.INTERMEDIARY,
                "rejects this connection by policy and answers in the {claimed}'s name",
                "A filter that rejects with tcp-reset builds the packet with the addresses of the host behind it.", BOTH_ENDS,
                "Check the rules of the firewalls between {client} and {server} for a REJECT with tcp-reset that this connection meets.");
        add(INVALID, "segment called invalid by a firewall", INTERMEDIARY, Fault.INTERMEDIARY,
                "called a segment of a live connection invalid and answered it with a reset",
                "Stateful filters that see only one direction (asymmetric routes) or lose track of the window call good segments INVALID;"
                        + " where no rule drops these, they fall to a REJECT.",
                BOTH_ENDS, "Drop INVALID packets before any REJECT with tcp-reset (-m conntrack --ctstate INVALID -j DROP).",
                "Make both directions pass the same firewall.");
        add(DEVICE_STATE_LOST, "state lost by a device", INTERMEDIARY, Fault.INTERMEDIARY,
                "forgot this connection (restart, flush, table full) and rejects its next segment",
                "A stateful firewall or NAT without an entry for the connection cannot forward its segments; it, or its own TCP stack,"
                        + " answers with a reset.",
                BOTH_ENDS, "Check the device for restarts, rule reloads, conntrack -F and a full state table at this time.",
                "Let the rules reject only SYN segments (--syn), or accept the service's segments so that the state is picked up again.");
        add(DEVICE_STATE_EXPIRED, "idle longer than a device's time-out", INTERMEDIARY, Fault.INTERMEDIARY,
                "had dropped the state of this idle connection and rejects its next segment",
                "NAT and stateful firewalls forget connections that are silent for longer than their time-out (RFC 5382, REQ-5: at least 2"
                        + " hours 4 minutes).",
                BOTH_ENDS, "Switch on keepalives at {client} or {server} with an interval below the silence before this reset ({idle}).",
                "Raise the time-out for established connections on the device.");
        add(REMAPPED, "NAT mapping changed", EITHER, Fault.INTERMEDIARY,
                "knows no such connection: a NAT between lost or changed its mapping, so the segments arrive with other addresses or ports",
                "After a NAT has forgotten a connection it may give the next segment another port; the host behind sees a stranger in"
                        + " mid-stream and resets it. The reset is the host's, the fault the device's.",
                "Capture on both sides of the NAT: the same data, other ports.",
                "Raise the NAT's time-out for established connections, and send keepalives below it.",
                "Do not use MASQUERADE --random for long-lived connections.");
        add(CONTENT, "content matched a rule", INTERMEDIARY, Fault.INTERMEDIARY,
                "matched something in the data and cut the connection (IPS, application control, content filter)",
                "The reset answers one particular data segment, which did not reach the other end.", BOTH_ENDS,
                "Look into the logs of the IPS or firewall at this time for the rule that matched the segment named here.");
        add(PROXY, "a proxy's upstream failed", EITHER, Fault.INTERMEDIARY,
                "is a proxy in this connection and reset it because its own connection to the upstream server failed",
                "A proxy ends TCP: it is the endpoint of this flow, and passes on what happened behind it.",
                "Capture behind the proxy, where it talks to its upstream server.", "Look at the proxy's log and the upstream server.");
        add(IDLE, "idle time-out of a proxy or load balancer", EITHER, Fault.INTERMEDIARY,
                "closed this connection after it had been idle for {idle}, as a load balancer's or proxy's idle time-out does",
                "Load balancers and proxies end idle connections by a timer; what arrives afterwards is answered with a reset.",
                "Capture on both sides of the load balancer.",
                "Make the client's keep-alive or pool idle time shorter than the time-out of the load balancer or server, or raise that.");
        add(ON_PATH, "forged by a device in the path", INTERMEDIARY, Fault.INTERMEDIARY,
                "forged this reset in the {claimed}'s name",
                "The packet does not fit the host that it claims to come from.", BOTH_ENDS,
                "Find the device (IPS, censor, traffic shaper) between the hops: compare captures further along the path.",
                "Encrypt or tunnel the traffic if the device is not yours.");
        add(OFF_PATH, "forged by a device beside the path", INTERMEDIARY, Fault.INTERMEDIARY,
                "forged this reset in the {claimed}'s name, racing the real traffic",
                "A device that reads a copy of the traffic injects resets but cannot hold back the real packets, which follow.", BOTH_ENDS,
                "Find the device that listens (mirror port, tap) and injects.", "Encrypt or tunnel the traffic if it is not yours.");
        add(BLIND, "forged blindly", INTERMEDIARY, Fault.INTERMEDIARY,
                "sent a forged reset without knowing the exact sequence number",
                "Its sequence number is not the one expected; a stack that follows RFC 5961 answers with a challenge ACK and goes on.",
                BOTH_ENDS, "No harm where the receiver follows RFC 5961; filter packets with forged source addresses (BCP 38).");
        add(UNKNOWN, "not decided", UNDETERMINED, Fault.NONE, "sent a reset; why cannot be decided from this capture",
                "The capture does not hold enough of this connection.", BOTH_ENDS, "Capture again from the start of the connection.");
    }

    private Causes() {
    }

    /** All built-in entries. */
    public static List<Cause> all() {
        return List.copyOf(CATALOGUE.values());
    }

    /** The entry of an id, or of its nearest ancestor; {@link #UNKNOWN}'s where it has none. */
    public static Cause of(String id) {
        for (String at : line(id)) {
            Cause known = CATALOGUE.get(at);
            if (known != null) {
                return known;
            }
        }
        return CATALOGUE.get(UNKNOWN);
    }

    /** The id and its ancestors, nearest first. */
    public static List<String> line(String id) {
        List<String> known = LINES.get(id);
        if (known != null) {
            return known;
        }
        List<String> line = new ArrayList<>();
        for (String at = id; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            line.add(at);
        }
        // plug-ins make ids, but not without end
        if (LINES.size() < 1000) {
            LINES.put(id, List.copyOf(line));
        }
        return line;
    }

    /** A few words for the id. */
    public static String title(String id) {
        return of(id).title();
    }

    /** Whether {@code id} is {@code ancestor} or one of its children. */
    public static boolean within(String id, String ancestor) {
        return id.equals(ancestor) || id.startsWith(ancestor) && id.charAt(ancestor.length()) == '.';
    }

    private static void add(String id, String title, Builder builder, Fault fault, String sentence, String explanation, String nextCapture,
            String... remedy) {
        CATALOGUE.put(id, new Cause(id, title, builder, fault, sentence, explanation, Arrays.asList(remedy), nextCapture));
    }
}
