package org.resetscope.firewall.internal.trace;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.TraceQuestion;
import org.resetscope.core.configuration.UnclearQuestionException;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.read.Values;

/** The networks a question can be about, with the addresses of the measurements unless the asker gives others. */
final class Networks {

    static final List<String> TOPOLOGIES = List.of("host", "outbound", "routed", "snat", "dnat", "hairpin", "asymmetric");

    private static final int CLIENT_PORT = 40000;
    private static final int SERVICE = 80;
    private static final int HIGHEST_PORT = 65535;

    private final Family family;
    private final TraceQuestion question;
    private final boolean fromServer;

    Networks(Family family, TraceQuestion question, Side from) {
        this.family = family;
        this.question = question;
        this.fromServer = from == Side.SERVER;
    }

    Network network() throws UnclearQuestionException {
        String topology = question.topology() == null ? "host" : question.topology();
        return switch (topology) {
            case "host" -> onHost(false);
            case "outbound" -> onHost(true);
            case "routed", "snat", "asymmetric", "dnat" -> router(topology);
            case "hairpin" -> hairpin();
            default -> throw new UnclearQuestionException(
                    "there is no topology '" + topology + "'; there are " + String.join(", ", TOPOLOGIES));
        };
    }

    private Network onHost(boolean outbound) throws UnclearQuestionException {
        BigInteger client = address(true, outbound ? "10.9.0.2" : "10.9.0.1");
        BigInteger server = address(false, outbound ? "10.9.0.1" : "10.9.0.2");
        String link = link(outbound == fromServer, "eth0");
        return new Network(client, port(true), server, port(false), server, outbound ? null : link, outbound ? link : null,
                Map.of(link, outbound ? client : server, Network.LOOPBACK, own("127.0.0.1")), false, true);
    }

    private Network router(String topology) throws UnclearQuestionException {
        boolean translated = topology.equals("dnat");
        BigInteger lanAddress = own("10.1.0.1");
        BigInteger server = address(false, translated ? "10.1.0.1" : "203.0.113.2");
        String lan = link(!fromServer, "lan");
        String wan = link(fromServer, "wan");
        Map<String, BigInteger> own = new HashMap<>(Map.of(Network.LOOPBACK, own("127.0.0.1")));
        own.put(wan, own("203.0.113.1"));
        own.put(lan, lanAddress);
        if (translated) {
            own.put(lan, server);
        }
        return new Network(address(true, "10.1.0.2"), port(true), server, port(false), translated ? own("203.0.113.2") : server, lan, wan, own,
                topology.equals("asymmetric"), !topology.equals("snat"));
    }

    /** Client and server on one bridge, the client asks for the router's outer address. */
    private Network hairpin() throws UnclearQuestionException {
        BigInteger server = address(false, "203.0.113.1");
        String lan = link(true, "br0");
        boolean bridged = question.circumstances().number("bridge-nf-call-iptables", 1) != 0;
        return new Network(address(true, "10.1.0.2"), port(true), server, port(false), own("10.1.0.3"), lan, lan,
                Map.of(lan, own("10.1.0.1"), "wan", server, Network.LOOPBACK, own("127.0.0.1")), !bridged, true);
    }

    private String link(boolean incoming, String usual) {
        String given = incoming ? question.in() : question.out();
        return given == null ? usual : given;
    }

    private BigInteger address(boolean client, String usual) throws UnclearQuestionException {
        String given = given(client);
        String text = given == null || given.isEmpty() ? null : host(given);
        BigInteger address = text == null || text.isEmpty() ? own(usual) : Values.address(family, text);
        if (address == null) {
            throw new UnclearQuestionException("'" + given + "' is no address of " + (family == Family.IPV4 ? "IPv4" : "IPv6")
                    + ", which these rules are for");
        }
        return address;
    }

    private int port(boolean client) throws UnclearQuestionException {
        String given = given(client);
        String text = given == null ? "" : given.substring(host(given).length() + (given.startsWith("[") ? 2 : 0));
        if (text.isEmpty()) {
            return client ? CLIENT_PORT : SERVICE;
        }
        int port = Values.number(text.substring(1), HIGHEST_PORT);
        if (port < 0) {
            throw new UnclearQuestionException("'" + given + "' has no valid port");
        }
        return port;
    }

    /** Whether the asker named a port for the service. */
    boolean namesService() {
        String given = given(false);
        return given != null && given.length() > host(given).length() + (given.startsWith("[") ? 2 : 0);
    }

    private String given(boolean client) {
        return client == fromServer ? question.destination() : question.source();
    }

    /** Without the port; an IPv6 address with a port is in brackets. */
    private static String host(String text) {
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        return colon < 0 || colon != text.lastIndexOf(':') ? text : text.substring(0, colon);
    }

    /** The measurements' addresses; in IPv6 they are embedded in a documentation prefix (RFC 3849). */
    private BigInteger own(String v4) {
        return family == Family.IPV4 ? Values.address(Family.IPV4, v4)
                : v4.startsWith("127.") ? BigInteger.ONE : Values.address(Family.IPV6, "2001:db8::" + v4);
    }
}
