package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Configurations;

/** Every check: rules that have the fault, rules that look alike and do not have it, in both languages. */
class CatalogTest {

    /**
     * Rules and what is to be found in them.
     *
     * @param found whether the check finds something
     */
    record Case(String check, String why, Map<String, String> settings, boolean found, String rules) {
        @Override
        public String toString() {
            return check + (found ? " " : " not: ") + why + (rules.contains("table ") ? " (nft)" : "");
        }

        /** Whether what to do depends on what the owner wants, or is no matter of these files. */
        boolean decision() {
            return ADVICE.contains(check) || SETTINGS.contains(check) || rules.startsWith("table netdev");
        }

        Circumstances circumstances() {
            return new Circumstances(settings, null);
        }
    }

    private static final Set<String> ADVICE = Set.of("RST-006", "RST-007", "STR-001", "REJ-001", "SYS-001", "RPF-001", "OFF-001", "TAB-001");
    /** Of the kernel, which no file here says. */
    private static final Set<String> SETTINGS = Set.of("NAT-004", "NAT-007", "SYP-002");

    private static final String EST = "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n";
    private static final String INVALID = "-A INPUT -m conntrack --ctstate INVALID -j DROP\n";
    private static final String WEB = "-A INPUT -p tcp --dport 80 --syn -m conntrack --ctstate NEW -j ACCEPT\n";
    private static final String RESET = "-A INPUT -p tcp -j REJECT --reject-with tcp-reset\n";
    private static final String N_EST = "ct state established,related accept\n";
    private static final String N_INVALID = "ct state invalid drop\n";
    private static final String N_WEB = "tcp dport 80 tcp flags & (fin|syn|rst|ack) == syn ct state new accept\n";
    private static final String N_RESET = "meta l4proto tcp reject with tcp reset\n";
    private static final String MASQUERADE = "*nat\n-A POSTROUTING -o wan -j MASQUERADE\nCOMMIT\n";
    private static final String N_MASQUERADE = "table ip n {\n chain p {\n type nat hook postrouting priority srcnat;\n oifname \"wan\" masquerade\n }\n}\n";
    private static final String NOTRACK = "*raw\n-A PREROUTING -p tcp --dport 80 -j CT --notrack\n-A OUTPUT -p tcp --sport 80 -j CT --notrack\nCOMMIT\n";
    private static final String N_NOTRACK = "table inet r {\n chain p {\n type filter hook prerouting priority raw;\n tcp dport 80 notrack\n }\n"
            + " chain o {\n type filter hook output priority raw;\n tcp sport 80 notrack\n }\n}\n";
    private static final String UNTRACKED_SYN = "*raw\n-A PREROUTING -p tcp --dport 80 --syn -j CT --notrack\nCOMMIT\n";
    private static final String N_UNTRACKED_SYN = "table inet r {\n chain p {\n type filter hook prerouting priority raw;\n"
            + " tcp dport 80 tcp flags & (fin|syn|rst|ack) == syn notrack\n }\n}\n";
    private static final String PROXY = "-A INPUT -p tcp --dport 80 -m conntrack --ctstate INVALID,UNTRACKED -j SYNPROXY --mss 1460\n";
    private static final String N_PROXY = "tcp dport 80 ct state invalid,untracked synproxy mss 1460 wscale 7\n";
    private static final Map<String, String> STRICT = Map.of("net.netfilter.nf_conntrack_tcp_loose", "0");
    private static final Map<String, String> LIBERAL = Map.of("net.netfilter.nf_conntrack_tcp_be_liberal", "1");

    private static String input(String rules) {
        return "*filter\n:INPUT ACCEPT\n:FORWARD DROP\n:OUTPUT ACCEPT\n" + rules + "COMMIT\n";
    }

    private static String forward(String rules) {
        return input(rules.replace("INPUT", "FORWARD")).replace(":FORWARD DROP", ":FORWARD ACCEPT").replaceFirst(":FORWARD ACCEPT", ":INPUT DROP");
    }

    private static String nft(String hook, String rules) {
        return "table inet f {\n chain c {\n type filter hook " + hook + " priority 0; policy accept;\n" + rules + " }\n}\n";
    }

    private static String nft(String rules) {
        return nft("input", rules);
    }

    private static final List<Case> CASES = new ArrayList<>();

    private static void bad(String check, String why, Map<String, String> settings, String... rules) {
        Stream.of(rules).forEach(r -> CASES.add(new Case(check, why, settings, true, r)));
    }

    private static void good(String check, String why, Map<String, String> settings, String... rules) {
        Stream.of(rules).forEach(r -> CASES.add(new Case(check, why, settings, false, r)));
    }

    private static void bad(String check, String why, String... rules) {
        bad(check, why, Map.of(), rules);
    }

    private static void good(String check, String why, String... rules) {
        good(check, why, Map.of(), rules);
    }

    static {
        bad("RST-001", "nothing drops INVALID", input(EST + WEB + RESET), nft(N_EST + N_WEB + N_RESET));
        good("RST-001", "it is dropped", input(EST + INVALID + WEB + RESET), nft(N_EST + N_INVALID + N_WEB + N_RESET), nft(N_INVALID + N_EST + N_WEB + N_RESET));
        good("RST-001", "conntrack is liberal", LIBERAL, input(EST + WEB + RESET), nft(N_EST + N_WEB + N_RESET));
        good("RST-001", "the reject is dead code", input(EST + "-A INPUT -p tcp -j DROP\n" + RESET), nft(N_EST + "meta l4proto tcp drop\n" + N_RESET));
        good("RST-001", "policy DROP, no reset", input(EST + WEB).replace(":INPUT ACCEPT", ":INPUT DROP"), nft(N_EST + N_WEB).replace("policy accept", "policy drop"));
        good("RST-001", "the reset is for SYNs", input(EST + WEB + RESET.replace("tcp -j", "tcp --syn -j")), nft(N_EST + N_WEB + "tcp flags & (syn|ack) == syn reject with tcp reset\n"));
        bad("RST-002", "the drop is behind the reset", input(EST + WEB + RESET + INVALID), nft(N_EST + N_WEB + N_RESET + N_INVALID));
        good("RST-002", "it is before", input(EST + WEB + INVALID + RESET), nft(N_EST + N_WEB + N_INVALID + N_RESET));
        bad("RST-003", "the drop is in FORWARD", input("-A FORWARD -m conntrack --ctstate INVALID -j DROP\n" + EST + WEB + RESET),
                nft(N_EST + N_WEB + N_RESET) + nft("forward", N_INVALID).replace("inet f", "inet g"));
        good("RST-003", "mangle PREROUTING covers it", "*mangle\n-A PREROUTING -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n" + input(EST + WEB + RESET),
                nft(N_EST + N_WEB + N_RESET) + nft("prerouting", N_INVALID).replace("inet f", "inet g").replace("priority 0", "priority mangle"));
        bad("RST-004", "INVALID is rejected", input(EST + INVALID.replace("-m", "-p tcp -m").replace("DROP", "REJECT --reject-with tcp-reset")),
                nft(N_EST + "ct state invalid reject with tcp reset\n"), nft("meta l4proto tcp ct state != { established, related, new } reject with tcp reset\n"),
                nft(N_WEB + "ct state & (established|related) == 0 reject with tcp reset\n" + N_EST));
        good("RST-004", "INVALID is dropped", input(EST + INVALID + RESET), nft(N_EST + N_INVALID + N_RESET));
        bad("RST-005", "INVALID is only logged", input(EST + INVALID.replace("DROP", "LOG") + WEB + RESET), nft(N_EST + "ct state invalid counter log prefix \"x\"\n" + N_WEB + N_RESET));
        bad("RST-005", "the drop has a limit", input(EST + INVALID.replace("-j", "-m limit --limit 1/min -j") + WEB + RESET),
                nft(N_EST + "ct state invalid limit rate 1/minute burst 1 packets drop\n" + N_WEB + N_RESET));
        good("RST-005", "logged and dropped", input(EST + INVALID.replace("DROP", "LOG") + INVALID + WEB + RESET), nft(N_EST + "ct state invalid log drop\n" + N_WEB + N_RESET));
        bad("RST-006", "forgotten connections are reset", input(EST + INVALID + WEB + RESET), nft(N_EST + N_INVALID + N_WEB + N_RESET));
        good("RST-006", "NEW without --syn takes them up", input(EST + INVALID + WEB.replace("--syn ", "") + RESET),
                nft(N_EST + N_INVALID + "tcp dport 80 ct state new accept\n" + N_RESET));
        bad("RST-007", "forgotten connections are dropped", input(EST + INVALID + WEB + "-A INPUT -j DROP\n"), nft(N_EST + N_INVALID + N_WEB + "drop\n"));
        bad("RST-007", "nothing is taken up", STRICT, input(EST + INVALID + WEB), nft(N_EST + N_INVALID + N_WEB));
        good("RST-007", "they are taken up", input(EST + INVALID + WEB.replace("--syn ", "") + "-A INPUT -j DROP\n"), nft(N_EST + N_INVALID + "tcp dport 80 accept\ndrop\n"));
        bad("RST-008", "strict, and no drop", STRICT, input(EST + WEB + RESET), nft(N_EST + N_WEB + N_RESET));
        good("RST-008", "strict, and a drop", STRICT, input(EST + INVALID + WEB + RESET), nft(N_EST + N_INVALID + N_WEB + N_RESET));
        bad("NAT-001", "INPUT lets INVALID in", MASQUERADE, N_MASQUERADE);
        good("NAT-001", "INPUT drops it", MASQUERADE + input(INVALID), N_MASQUERADE + nft(N_INVALID));
        good("NAT-001", "policy DROP", MASQUERADE + input(EST).replace(":INPUT ACCEPT", ":INPUT DROP"), N_MASQUERADE + nft(N_EST).replace("policy accept", "policy drop"));
        String dnat = "*nat\n-A PREROUTING -i wan -p tcp --dport 80 -j DNAT --to-destination 10.0.0.5:80\nCOMMIT\n";
        String nDnat = "table ip n {\n chain p {\n type nat hook prerouting priority dstnat;\n iifname \"wan\" tcp dport 80 dnat to 10.0.0.5:80\n }\n}\n";
        bad("NAT-002", "FORWARD lets INVALID pass", dnat, nDnat);
        good("NAT-002", "FORWARD drops it", dnat + forward(INVALID), nDnat + nft("forward", N_INVALID));
        bad("NAT-003", "FORWARD lets INVALID out", MASQUERADE, N_MASQUERADE);
        good("NAT-003", "FORWARD drops it", MASQUERADE + forward(INVALID), N_MASQUERADE + nft("forward", N_INVALID));
        Map<String, String> hour = Map.of("net.netfilter.nf_conntrack_tcp_timeout_established", "3600");
        bad("NAT-004", "an hour", hour, MASQUERADE, N_MASQUERADE);
        good("NAT-004", "the default", MASQUERADE, N_MASQUERADE);
        good("NAT-004", "nobody asks for a state", hour, input("-A INPUT -p tcp --dport 23 -j DROP\n"), nft("tcp dport 23 drop\n"));
        bad("NAT-005", "random ports", MASQUERADE.replace("MASQUERADE", "MASQUERADE --random-fully"), N_MASQUERADE.replace("masquerade", "masquerade fully-random"));
        good("NAT-005", "ports are kept", MASQUERADE, N_MASQUERADE);
        good("NAT-005", "nothing is taken up", STRICT, MASQUERADE.replace("MASQUERADE", "MASQUERADE --random"), N_MASQUERADE.replace("masquerade", "masquerade random"));
        bad("NAT-006", "no translation on the LAN", dnat.replace("-i wan", "-d 203.0.113.1"), nDnat.replace("iifname \"wan\"", "ip daddr 203.0.113.1"));
        good("NAT-006", "a rule for it", dnat.replace("-i wan", "-d 203.0.113.1").replace("COMMIT", "-A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.5 -p tcp --dport 80 -j MASQUERADE\nCOMMIT"),
                nDnat.replace("iifname \"wan\"", "ip daddr 203.0.113.1") + N_MASQUERADE.replace("ip n", "ip m").replace("oifname \"wan\"", "ip saddr 10.0.0.0/24 ip daddr 10.0.0.5"));
        good("NAT-006", "only from outside", MASQUERADE.replace("COMMIT", "-A PREROUTING -i wan -p tcp --dport 80 -j DNAT --to-destination 10.0.0.5:80\nCOMMIT"),
                nDnat + N_MASQUERADE.replace("ip n", "ip m"));
        bad("NAT-007", "ten seconds", Map.of("net.netfilter.nf_conntrack_tcp_timeout_close_wait", "10"), MASQUERADE, N_MASQUERADE);
        good("NAT-007", "the default", Map.of("net.netfilter.nf_conntrack_tcp_timeout_close_wait", "60"), MASQUERADE, N_MASQUERADE);
        bad("ORD-001", "in raw", "*raw\n-A PREROUTING -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n",
                nft("prerouting", N_INVALID).replace("priority 0", "priority -300"));
        good("ORD-001", "after conntrack", "*mangle\n-A PREROUTING -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n",
                nft("prerouting", N_INVALID).replace("priority 0", "priority mangle"), nft("prerouting", N_INVALID).replace("priority 0", "priority -200"));
        bad("ORD-002", "a later chain resets", nft(N_EST + N_WEB) + nft("tcp dport 80 tcp flags & psh == psh reject with tcp reset\n").replace("inet f", "inet g").replace("priority 0", "priority 5"),
                nft(N_EST + N_WEB + N_RESET) + nft("ct state invalid accept\n").replace("inet f", "inet g").replace("priority 0", "priority -10"));
        good("ORD-002", "an earlier drop is final", nft(N_EST + N_WEB + N_RESET) + nft(N_INVALID).replace("inet f", "inet g").replace("priority 0", "priority -10"));
        bad("OUT-001", "OUTPUT drops the reset", input(EST + RESET).replace(":OUTPUT ACCEPT", ":OUTPUT DROP").replace("COMMIT", "-A OUTPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT\nCOMMIT"),
                nft(N_EST + N_RESET) + nft("output", "ct state established accept\n").replace("inet f", "inet g").replace("policy accept", "policy drop"));
        good("OUT-001", "RELATED is let out", input(EST + RESET).replace(":OUTPUT ACCEPT", ":OUTPUT DROP").replace("COMMIT", "-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT\nCOMMIT"),
                nft(N_EST + N_RESET) + nft("output", N_EST).replace("inet f", "inet g").replace("policy accept", "policy drop"));
        bad("NFT-001", "no entry for invalid", nft("ct state vmap { established : accept, related : accept }\n" + N_WEB + N_RESET));
        bad("NFT-001", "a chain that returns", nft("ct state vmap { established : accept, related : accept, invalid : jump bad }\n" + N_WEB + N_RESET)
                .replace("table inet f {", "table inet f {\n chain bad {\n log\n }\n"));
        good("NFT-001", "an entry that drops", nft("ct state vmap { established : accept, related : accept, invalid : drop }\n" + N_WEB + N_RESET),
                nft("ct state vmap @m\n" + N_WEB + N_RESET).replace("table inet f {", "table inet f {\n map m {\n type ct_state : verdict\n elements = { established : accept, invalid : drop }\n }\n"),
                nft("ct state vmap { established : accept, related : accept, invalid : jump bad }\n" + N_WEB + N_RESET).replace("table inet f {", "table inet f {\n chain bad {\n log\n drop\n }\n"));
        bad("TRK-001", "no rule takes UNTRACKED", NOTRACK + input(EST + INVALID + WEB + RESET), N_NOTRACK + nft(N_EST + N_INVALID + N_WEB + N_RESET));
        good("TRK-001", "UNTRACKED is accepted", NOTRACK + input(EST.replace("RELATED", "UNTRACKED") + INVALID + RESET), N_NOTRACK + nft("ct state established,untracked accept\n" + N_INVALID + N_RESET));
        bad("TRK-002", "answers are tracked", NOTRACK.replaceAll("-A OUTPUT.*\n", "") + input("-A INPUT -p tcp --dport 80 -j ACCEPT\n"),
                N_NOTRACK.replace(" tcp sport 80 notrack\n", "") + nft("tcp dport 80 accept\n"));
        good("TRK-002", "neither is", NOTRACK + input("-A INPUT -p tcp --dport 80 -j ACCEPT\n"), N_NOTRACK + nft("tcp dport 80 accept\n"));
        bad("SYP-001", "the drop is before", STRICT, UNTRACKED_SYN + input(INVALID + PROXY), N_UNTRACKED_SYN + nft(N_INVALID + N_PROXY));
        good("SYP-001", "the drop is after", STRICT, UNTRACKED_SYN + input(PROXY + INVALID), N_UNTRACKED_SYN + nft(N_PROXY + N_INVALID));
        bad("SYP-002", "loose", UNTRACKED_SYN + input(PROXY + INVALID), N_UNTRACKED_SYN + nft(N_PROXY + N_INVALID));
        good("SYP-002", "strict", STRICT, UNTRACKED_SYN + input(PROXY + INVALID), N_UNTRACKED_SYN + nft(N_PROXY + N_INVALID));
        bad("SYP-003", "no accept", STRICT, UNTRACKED_SYN + input(PROXY + EST + INVALID + RESET), N_UNTRACKED_SYN + nft(N_PROXY + N_EST + N_INVALID + N_RESET));
        good("SYP-003", "an accept", STRICT, UNTRACKED_SYN + input(PROXY + EST + INVALID + WEB + RESET), N_UNTRACKED_SYN + nft(N_PROXY + N_EST + N_INVALID + N_WEB + N_RESET));
        String count = "-A INPUT -p tcp --dport 80 -m connlimit --connlimit-above 2 -j REJECT --reject-with tcp-reset\n";
        bad("LIM-001", "before ESTABLISHED", input(count + EST + INVALID + WEB), nft("tcp dport 80 ct count over 2 reject with tcp reset\n" + N_EST + N_INVALID + N_WEB));
        good("LIM-001", "SYNs alone", input(count.replace("tcp --dport", "tcp --syn --dport") + EST + INVALID + WEB),
                nft("tcp dport 80 tcp flags & (fin|syn|rst|ack) == syn ct count over 2 reject with tcp reset\n" + N_EST + N_INVALID + N_WEB));
        bad("LIM-002", "what is over the rate", input("-A INPUT -p tcp --dport 80 -m limit --limit 5/sec -j ACCEPT\n" + RESET), nft("tcp dport 80 limit rate 5/second accept\n" + N_RESET),
                nft("tcp dport 80 limit rate over 5/second reject with tcp reset\n" + N_EST + N_INVALID + N_WEB));
        good("LIM-002", "after ESTABLISHED", input(EST + INVALID + "-A INPUT -p tcp --dport 80 -m limit --limit 5/sec -j ACCEPT\n" + RESET),
                nft(N_EST + N_INVALID + "tcp dport 80 limit rate 5/second accept\n" + N_RESET));
        bad("STR-001", "a word", input("-A INPUT -p tcp -m string --algo bm --string X -j REJECT --reject-with tcp-reset\n" + EST + INVALID + WEB), nft("@ih,0,32 0x47455420 reject with tcp reset\n" + N_EST + N_INVALID + N_WEB));
        good("STR-001", "no reset", input("-A INPUT -p tcp -m string --algo bm --string X -j DROP\n" + EST), nft("@ih,0,32 0x47455420 drop\n" + N_EST));
        bad("STA-001", "above ESTABLISHED", input("-A INPUT -p tcp --dport 80 --tcp-flags PSH PSH -j REJECT --reject-with tcp-reset\n" + EST + INVALID + WEB),
                nft("tcp dport 80 tcp flags psh reject with tcp reset\n" + N_EST + N_INVALID + N_WEB));
        bad("STA-001", "at ingress", "table netdev n {\n chain i {\n type filter hook ingress device \"v0\" priority 0;\n tcp dport 80 tcp flags & psh == psh reject with tcp reset\n }\n}\n");
        good("STA-001", "SYNs are refused too", input("-A INPUT -p tcp --dport 23 -j REJECT --reject-with tcp-reset\n" + EST + INVALID + WEB + "-A INPUT -j DROP\n"),
                nft("tcp dport 23 reject with tcp reset\n" + N_EST + N_INVALID + N_WEB + "drop\n"));
        bad("ASY-001", "liberal", LIBERAL, forward(EST + WEB + RESET), nft("forward", N_EST + N_WEB + N_RESET));
        good("ASY-001", "INVALID is dropped", LIBERAL, forward(EST + INVALID + WEB + RESET), nft("forward", N_EST + N_INVALID + N_WEB + N_RESET));
        bad("REJ-001", "the default", input(EST + "-A INPUT -p tcp -j REJECT\n"), nft(N_EST + "reject\n"));
        good("REJ-001", "a reset", input(EST + RESET), nft(N_EST + N_RESET));
        bad("SYS-001", "liberal", LIBERAL, input(EST), nft(N_EST));
        good("SYS-001", "not", input(EST), nft(N_EST));
        bad("RPF-001", "strict", Map.of("net.ipv4.conf.all.rp_filter", "1"), input(EST), nft(N_EST));
        good("RPF-001", "loose", Map.of("net.ipv4.conf.all.rp_filter", "2"), input(EST), nft(N_EST));
        bad("OFF-001", "a flow table", forward("-A FORWARD -m conntrack --ctstate ESTABLISHED -j FLOWOFFLOAD\n"),
                nft("forward", "ip protocol tcp flow add @ft\n").replace("table inet f {", "table inet f {\n flowtable ft {\n hook ingress priority 0\n devices = { lan, wan }\n }\n"));
        good("OFF-001", "none", forward(EST), nft("forward", N_EST));
        bad("MSS-001", "a tunnel", forward("-A FORWARD -o wg0 -j ACCEPT\n"), nft("forward", "oifname \"ppp0\" accept\n"));
        good("MSS-001", "a clamp", forward("-A FORWARD -o wg0 -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu\n"), nft("forward", "oifname \"ppp0\" tcp flags syn tcp option maxseg size set rt mtu\n"));
        bad("TAB-001", "4096", Map.of("net.netfilter.nf_conntrack_max", "4096"), input(EST), nft(N_EST));
        good("TAB-001", "a quarter million", Map.of("net.netfilter.nf_conntrack_max", "262144"), input(EST), nft(N_EST));
    }

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCheckFindsWhatItShouldAndNothingElse(Case given) {
        Rules rules = Rules.of(given.rules());
        assertEquals(List.of(), rules.problems());
        List<ConfigurationFinding> findings = rules.findings(given.circumstances());
        assertEquals(given.found(), findings.stream().anyMatch(f -> f.check().equals(given.check())), () -> findings + "\n" + given.rules());
    }

    static Stream<Case> faulty() {
        return CASES.stream().filter(Case::found);
    }

    /** The first fix of a finding takes it away, and the rules read as well as before. */
    @ParameterizedTest
    @MethodSource("faulty")
    void theFixMends(Case given) {
        Rules fixed = mended(Rules.of(given.rules()), given);
        assertEquals(given.decision(), fixed == null);
    }

    /** The rules without the fault; null where the finding has no fix. */
    static Rules mended(Rules rules, Case given) {
        for (int i = 0; i < 5; i++) { // a fault at several rules has a fix for each
            ConfigurationFinding finding = rules.findings(given.circumstances()).stream().filter(f -> f.check().equals(given.check())).findFirst().orElse(null);
            if (finding == null) {
                return rules;
            } else if (finding.fixes().isEmpty()) {
                return null;
            }
            rules = rules.fixed(finding.fixes().get(0));
            assertEquals(List.of(), rules.problems(), rules::text);
        }
        return fail(given + " is there still:\n" + rules.text());
    }

    @Test
    void everyCheckHasRulesWithAndWithoutTheFault() {
        Set<String> all = new Configurations().checks().stream().map(ConfigurationCheck::id).collect(Collectors.toCollection(TreeSet::new));
        Map<Boolean, Set<String>> tested = new HashMap<>();
        CASES.forEach(c -> tested.computeIfAbsent(c.found(), f -> new TreeSet<>()).add(c.check()));
        assertEquals(all, tested.get(true));
        assertEquals(all, tested.get(false));
        assertTrue(all.size() >= 32, () -> all.size() + " checks");
    }
}
