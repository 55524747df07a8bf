package org.resetscope.firewall.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Rule sets of a small grammar that exists in both languages, made so that connections often open. */
final class RandomRules {

    /** A condition in both languages. */
    private record Words(String iptables, String nft) {
    }

    /**
     * A rule.
     *
     * @param chain such as INPUT or C1; PRE is mangle PREROUTING, RAW raw PREROUTING, RAWOUT raw OUTPUT
     */
    record Line(String chain, List<Words> conditions, Words target, String map) {
    }

    private static final String[] STATES = { "INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED" };
    private static final Words ACCEPT = new Words("-j ACCEPT", "accept");
    private static final Words DROP = new Words("-j DROP", "drop");
    private static final Words RETURN = new Words("-j RETURN", "return");
    private static final Words RESET = new Words("-p tcp -j REJECT --reject-with tcp-reset", "reject with tcp reset");
    private static final Words ICMP = new Words("-j REJECT", "reject");
    private static final Words SYN = new Words("-p tcp --syn", "tcp flags & (fin|syn|rst|ack) == syn");
    private static final Words WEB = new Words("-p tcp --dport 80", "tcp dport 80");
    private static final Words[] HEADERS = { WEB, WEB, new Words("-p tcp", "meta l4proto tcp"), new Words("-p tcp ! --dport 80", "tcp dport != 80"),
            new Words("-p tcp --dport 1:1023", "tcp dport 1-1023"), new Words("-p tcp -m multiport --dports 22,80,443", "tcp dport { 22, 80, 443 }"),
            new Words("-p tcp --sport 1024:65535", "tcp sport >= 1024"), new Words("-p udp", "meta l4proto udp"),
            new Words("-s 10.9.0.0/24", "ip saddr 10.9.0.0/24"), new Words("! -s 10.9.0.1/32", "ip saddr != 10.9.0.1"),
            new Words("-s 192.0.2.0/24", "ip saddr 192.0.2.0/24"), new Words("-d 10.9.0.2/32", "ip daddr { 10.9.0.2, 10.9.0.9 }"),
            new Words("-i v0", "iifname \"v0\""), new Words("! -i v0", "iifname != \"v0\""), new Words("-i v+", "iifname \"v*\""), new Words("-i lo", "iif \"lo\""),
            SYN, new Words("-p tcp ! --syn", "tcp flags & (fin|syn|rst|ack) != syn"), new Words("-p tcp --tcp-flags ACK ACK", "tcp flags & ack == ack"),
            new Words("-p tcp --tcp-flags PSH PSH", "tcp flags psh"), new Words("-p tcp --tcp-flags SYN,ACK NONE", "tcp flags & (syn|ack) == 0"),
            new Words("-p tcp --tcp-flags RST RST", "tcp flags rst"), new Words("-m conntrack --ctdir ORIGINAL", "ct direction original"),
            new Words("-m conntrack --ctdir REPLY", "ct direction reply") };

    private final Random random;
    private final int chains;
    private final String inputPolicy;
    private final String outputPolicy;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> settings;

    RandomRules(long seed) {
        random = new Random(seed);
        chains = random.nextInt(4);
        inputPolicy = random.nextInt(3) == 0 ? "DROP" : "ACCEPT";
        outputPolicy = random.nextInt(8) == 0 ? "DROP" : "ACCEPT";
        settings = Map.of("nf_conntrack_tcp_loose", random.nextInt(4) == 0 ? "0" : "1", "nf_conntrack_tcp_be_liberal", random.nextInt(6) == 0 ? "1" : "0");
        fill("INPUT", 2 + random.nextInt(6), -1);
        if (random.nextInt(10) < 8) {
            lines.add(random.nextInt(3), new Line("INPUT", List.of(states(false, "ESTABLISHED", "RELATED")), ACCEPT, null));
        }
        if (random.nextInt(10) < 8) {
            lines.add(random.nextInt(3), new Line("INPUT", random.nextBoolean() ? List.of(WEB) : List.of(WEB, SYN), ACCEPT, null));
        }
        for (int i = 0; i < chains; i++) {
            fill("C" + i, 1 + random.nextInt(3), i);
        }
        if (random.nextInt(4) == 0) {
            fill("PRE", 1 + random.nextInt(2), chains);
        }
        if (random.nextInt(4) == 0 || outputPolicy.equals("DROP")) {
            fill("OUTPUT", 1 + random.nextInt(3), chains);
        }
        if (random.nextInt(6) == 0) {
            lines.add(new Line("RAW", List.of(random.nextBoolean() ? WEB : SYN), new Words("-j CT --notrack", "notrack"), null));
            if (random.nextBoolean()) {
                lines.add(new Line("RAWOUT", List.of(new Words("-p tcp --sport 80", "tcp sport 80")), new Words("-j CT --notrack", "notrack"), null));
            }
        }
    }

    private RandomRules(RandomRules other, int without) {
        random = other.random;
        chains = other.chains;
        inputPolicy = other.inputPolicy;
        outputPolicy = other.outputPolicy;
        settings = other.settings;
        lines.addAll(other.lines);
        lines.remove(without);
    }

    /** The same rules without one. */
    RandomRules without(int line) {
        return new RandomRules(this, line);
    }

    int size() {
        return lines.size();
    }

    Map<String, String> settings() {
        return settings;
    }

    private void fill(String chain, int count, int index) {
        for (int i = 0; i < count; i++) {
            List<Words> conditions = new ArrayList<>();
            boolean output = chain.equals("OUTPUT");
            for (int c = random.nextInt(3); c > 0; c--) {
                conditions.add(output ? new Words("-p tcp --sport 80", "tcp sport 80") : HEADERS[random.nextInt(HEADERS.length)]);
            }
            if (random.nextBoolean()) {
                conditions.add(states(random.nextInt(4) == 0, some()));
            }
            String map = random.nextInt(12) == 0 && !chain.equals("PRE") && !output ? map(index) : null;
            lines.add(new Line(chain, conditions, target(chain, index), map));
        }
    }

    private Words target(String chain, int index) {
        boolean pre = chain.equals("PRE");
        int kind = random.nextInt(12);
        if (kind < 3) {
            return ACCEPT;
        } else if (kind < 5) {
            return DROP;
        } else if (kind < 8 && !pre) {
            return RESET;
        } else if (kind == 8 && !pre) {
            return ICMP;
        } else if (kind == 9 && index >= 0 && index < chains) {
            return RETURN;
        } else if (index + 1 < chains && !pre) {
            String called = "C" + (index + 1 + random.nextInt(chains - index - 1));
            return random.nextInt(3) == 0 ? new Words("-g " + called, "goto " + called) : new Words("-j " + called, "jump " + called);
        }
        return DROP;
    }

    private String map(int index) {
        String jump = index + 1 < chains ? "jump C" + (index + 1) : "drop";
        return switch (random.nextInt(3)) {
            case 0 -> "ct state vmap { established : accept, related : accept, invalid : " + jump + " }";
            case 1 -> "tcp dport vmap { 22 : drop, 80 : " + jump + ", 100-200 : accept }";
            default -> "ip saddr . tcp dport vmap { 10.9.0.1 . 80 : " + jump + ", 10.9.0.9 . 81 : accept }";
        };
    }

    private String[] some() {
        List<String> some = new ArrayList<>();
        for (String state : STATES) {
            if (random.nextInt(3) == 0) {
                some.add(state);
            }
        }
        return some.isEmpty() ? new String[] { STATES[random.nextInt(STATES.length)] } : some.toArray(String[]::new);
    }

    private static Words states(boolean negated, String... states) {
        String list = String.join(",", states);
        return new Words("-m conntrack" + (negated ? " !" : "") + " --ctstate " + list,
                "ct state " + (negated ? "!= " : "") + "{ " + list.toLowerCase(Locale.ROOT) + " }");
    }

    private static String iptables(Line line) {
        List<String> words = new ArrayList<>();
        for (Words condition : line.conditions) {
            words.add(condition.iptables);
        }
        words.add(line.target.iptables);
        // one option at most of each kind: iptables refuses a second one
        List<String> single = new ArrayList<>();
        for (String part : words) {
            String rest = part.startsWith("-p tcp") && single.stream().anyMatch(s -> s.startsWith("-p tcp")) ? part.substring("-p tcp".length()).strip() : part;
            if (!rest.isEmpty()) {
                single.add(rest);
            }
        }
        return String.join(" ", single);
    }

    /** As iptables-restore reads it; null where it could not be written so. */
    String iptables() {
        StringBuilder filter = new StringBuilder("*filter\n:INPUT " + inputPolicy + "\n:FORWARD ACCEPT\n:OUTPUT " + outputPolicy + "\n");
        for (int i = 0; i < chains; i++) {
            filter.append(":C").append(i).append(" -\n");
        }
        StringBuilder mangle = new StringBuilder();
        StringBuilder raw = new StringBuilder();
        for (Line line : lines) {
            if (line.map != null) {
                continue;
            }
            String rest = " " + iptables(line) + "\n";
            switch (line.chain) {
                case "PRE" -> mangle.append("-A PREROUTING").append(rest);
                case "RAW" -> raw.append("-A PREROUTING").append(rest);
                case "RAWOUT" -> raw.append("-A OUTPUT").append(rest);
                default -> filter.append("-A ").append(line.chain).append(rest);
            }
        }
        return (raw.isEmpty() ? "" : "*raw\n" + raw + "COMMIT\n") + (mangle.isEmpty() ? "" : "*mangle\n" + mangle + "COMMIT\n") + filter + "COMMIT\n";
    }

    String nft() {
        StringBuilder text = new StringBuilder("table inet f {\n");
        for (int i = chains - 1; i >= 0; i--) {
            chain("C" + i, "", text);
        }
        chain("INPUT", "type filter hook input priority filter; policy " + inputPolicy.toLowerCase(Locale.ROOT), text);
        chain("OUTPUT", "type filter hook output priority filter; policy " + outputPolicy.toLowerCase(Locale.ROOT), text);
        chain("PRE", "type filter hook prerouting priority mangle", text);
        chain("RAW", "type filter hook prerouting priority raw", text);
        chain("RAWOUT", "type filter hook output priority raw", text);
        return text.append("}\n").toString();
    }

    private void chain(String name, String base, StringBuilder text) {
        text.append("\tchain ").append(name).append(" {\n").append(base.isEmpty() ? "" : "\t\t" + base + ";\n");
        for (Line line : lines) {
            if (line.chain.equals(name)) {
                text.append("\t\t");
                line.conditions.forEach(c -> text.append(c.nft).append(' '));
                text.append(line.map != null ? line.map : line.target.nft).append('\n');
            }
        }
        text.append("\t}\n");
    }
}
