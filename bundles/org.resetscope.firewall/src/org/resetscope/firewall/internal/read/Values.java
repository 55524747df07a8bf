package org.resetscope.firewall.internal.read;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.TcpBits;

/** What rules compare with: addresses, ports, protocols, flags, states. Every method answers null for text that it cannot read. */
public final class Values {

    /** The numbers of /etc/protocols that firewalls name. */
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(Map.entry("all", -1), Map.entry("icmp", 1), Map.entry("igmp", 2),
            Map.entry("ipencap", 4), Map.entry("tcp", 6), Map.entry("udp", 17), Map.entry("dccp", 33), Map.entry("ipv6", 41),
            Map.entry("gre", 47), Map.entry("esp", 50), Map.entry("ah", 51), Map.entry("ipv6-icmp", 58), Map.entry("icmpv6", 58),
            Map.entry("ospf", 89), Map.entry("ipip", 94), Map.entry("pim", 103), Map.entry("vrrp", 112), Map.entry("sctp", 132),
            Map.entry("mh", 135), Map.entry("ipv6-mh", 135), Map.entry("udplite", 136));

    /** The names of /etc/services that people write. */
    private static final Map<String, Integer> SERVICES = Map.ofEntries(Map.entry("ftp-data", 20), Map.entry("ftp", 21),
            Map.entry("ssh", 22), Map.entry("telnet", 23), Map.entry("smtp", 25), Map.entry("domain", 53), Map.entry("tftp", 69),
            Map.entry("http", 80), Map.entry("www", 80), Map.entry("kerberos", 88), Map.entry("pop3", 110), Map.entry("sunrpc", 111),
            Map.entry("auth", 113), Map.entry("ntp", 123), Map.entry("netbios-ssn", 139), Map.entry("imap2", 143), Map.entry("imap", 143),
            Map.entry("snmp", 161), Map.entry("bgp", 179), Map.entry("ldap", 389), Map.entry("https", 443), Map.entry("microsoft-ds", 445),
            Map.entry("submission", 587), Map.entry("ldaps", 636), Map.entry("imaps", 993), Map.entry("pop3s", 995),
            Map.entry("mysql", 3306), Map.entry("ms-wbt-server", 3389), Map.entry("postgresql", 5432), Map.entry("http-alt", 8080));

    private Values() {
    }

    public static IntervalSet protocol(String text) {
        Integer number = PROTOCOLS.get(text.toLowerCase(Locale.ROOT));
        int value = number != null ? number : number(text, 255);
        return number == null && value < 0 ? null : value <= 0 ? IntervalSet.ofBits(8) : IntervalSet.of(value, value);
    }

    /** One port, a range "a:b" (an end may be missing), or several with commas. */
    public static IntervalSet ports(String text) {
        List<IntervalSet> sets = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            int low = colon == 0 ? 0 : port(colon < 0 ? part : part.substring(0, colon));
            int high = colon < 0 ? low : colon == part.length() - 1 ? 65535 : port(part.substring(colon + 1));
            if (low < 0 || high < 0) {
                return null;
            }
            sets.add(IntervalSet.of(low, high));
        }
        return IntervalSet.union(sets);
    }

    private static int port(String text) {
        Integer named = SERVICES.get(text);
        return named != null ? named : number(text, 65535);
    }

    /** Addresses with an optional "/length" or "/mask", several with commas. */
    public static IntervalSet addresses(Family family, String text) {
        if (text.indexOf(',') < 0) {
            return prefix(family, text);
        }
        List<IntervalSet> sets = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            IntervalSet set = prefix(family, part);
            if (set == null) {
                return null;
            }
            sets.add(set);
        }
        return IntervalSet.union(sets);
    }

    private static IntervalSet prefix(Family family, String text) {
        int slash = text.indexOf('/');
        BigInteger address = address(family, slash < 0 ? text : text.substring(0, slash));
        int length = slash < 0 ? family.bits() : prefixLength(family, text.substring(slash + 1));
        if (address == null || length < 0) {
            return null;
        } else if (length == family.bits()) {
            return IntervalSet.of(address);
        }
        BigInteger hosts = BigInteger.ONE.shiftLeft(family.bits() - length).subtract(BigInteger.ONE);
        return IntervalSet.of(address.andNot(hosts), address.or(hosts));
    }

    /** "a-b" or one address. */
    public static IntervalSet addressRange(Family family, String text) {
        int dash = text.indexOf('-');
        BigInteger low = address(family, dash < 0 ? text : text.substring(0, dash));
        BigInteger high = dash < 0 ? low : address(family, text.substring(dash + 1));
        return low == null || high == null ? null : IntervalSet.of(low, high);
    }

    private static int prefixLength(Family family, String text) {
        int length = number(text, family.bits());
        BigInteger mask = length >= 0 ? null : address(family, text);
        if (mask == null) {
            return length;
        }
        int ones = mask.bitCount();
        BigInteger contiguous = BigInteger.ONE.shiftLeft(ones).subtract(BigInteger.ONE).shiftLeft(family.bits() - ones);
        return mask.equals(contiguous) ? ones : -1;
    }

    /** One address. */
    public static BigInteger address(Family family, String text) {
        return family == Family.IPV4 ? dotted(text) : AddressV6.parse(text);
    }

    public static BigInteger dotted(String text) {
        long value = 0;
        int start = 0;
        for (int part = 1; part <= 4; part++) {
            int end = part == 4 ? text.length() : text.indexOf('.', start);
            int octet = end < 0 ? -1 : number(text.substring(start, end), 255);
            if (octet < 0) {
                return null;
            }
            value = value << 8 | octet;
            start = end + 1;
        }
        return BigInteger.valueOf(value);
    }

    /** Flags with commas; -1 for none of them. */
    public static int flags(String text) {
        int bits = 0;
        for (String name : text.toUpperCase(Locale.ROOT).split(",")) {
            switch (name) {
                case "FIN" -> bits |= TcpBits.FIN;
                case "SYN" -> bits |= TcpBits.SYN;
                case "RST" -> bits |= TcpBits.RST;
                case "PSH" -> bits |= TcpBits.PSH;
                case "ACK" -> bits |= TcpBits.ACK;
                case "URG" -> bits |= TcpBits.URG;
                case "ALL" -> bits |= TcpBits.ALL;
                case "NONE" -> { }
                default -> {
                    return -1;
                }
            }
        }
        return bits;
    }

    /** @param names with commas, of conntrack's states alone */
    public static Set<CtState> states(List<String> names) {
        Set<CtState> states = EnumSet.noneOf(CtState.class);
        for (String name : names) {
            try {
                states.add(CtState.valueOf(name));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return states;
    }

    /** A decimal or hexadecimal number up to a limit; -1 for anything else. */
    public static int number(String text, int most) {
        boolean hex = text.startsWith("0x");
        if (text.isEmpty() || text.length() > 10) {
            return -1;
        }
        try {
            long value = hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            return text.charAt(0) == '+' || value < 0 || value > most ? -1 : (int) value;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
