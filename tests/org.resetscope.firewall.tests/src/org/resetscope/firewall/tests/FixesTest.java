package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;

/** How fixes are written into texts of every kind: nothing else of the text changes. */
class FixesTest {

    private static final String OPENWRT = """
            # our router
            config defaults
            \toption input REJECT\t# closed
            \toption output ACCEPT
            \toption forward REJECT

            config zone
            \toption name lan
            \tlist network lan
            \toption input ACCEPT
            \toption forward ACCEPT

            config zone
            \toption name wan
            \tlist network wan
            \toption masq 1

            config forwarding
            \toption src lan
            \toption dest wan
            """;

    private static Fix fix(Rules rules, String check) {
        List<ConfigurationFinding> findings = rules.findings();
        return findings.stream().filter(f -> f.check().equals(check)).findFirst().orElseThrow(() -> new AssertionError(findings)).fixes().get(0);
    }

    private static String mended(String text, String check) {
        Rules rules = Rules.of(text);
        assertTrue(finds(rules, check));
        for (int i = 0; i < 3 && finds(rules, check); i++) {
            assertEquals(List.of(), rules.problems(), rules::text);
            rules = rules.fixed(fix(rules, check));
        }
        assertFalse(finds(rules, check), rules::text);
        return rules.text();
    }

    private static boolean finds(Rules rules, String check) {
        return rules.findings().stream().anyMatch(f -> f.check().equals(check));
    }

    @Test
    void openWrtDropsInvalidByAnOption() {
        String head = "# our router\nconfig defaults\n";
        assertEquals(OPENWRT.replace(head, head + "\toption drop_invalid '1'\n"), mended(OPENWRT, "NFT-001"));
        String off = OPENWRT.replace(head, head + "\toption drop_invalid '0' # why?\n");
        assertEquals(off.replace("'0'", "'1'"), mended(off, "NFT-001"));
        String none = OPENWRT.substring(OPENWRT.indexOf("config zone"));
        assertEquals("config defaults\n\toption drop_invalid '1'\n\n" + none, mended(none, "NFT-001"));
    }

    @Test
    void openWrtsSourcesDoNotLeak() {
        String leaks = OPENWRT.replace("masq 1", "masq 1\n\toption masq_allow_invalid 1").replace("input REJECT", "input DROP");
        assertTrue(mended(leaks, "NAT-003").contains("drop_invalid '1'"));
    }

    @Test
    void openWrtClampsTheSegmentSizeOfItsZone() {
        String narrow = OPENWRT.replace("list network wan", "list device pppoe-wan");
        assertEquals(narrow.replace("config zone\n\toption name wan", "config zone\n\toption mtu_fix '1'\n\toption name wan"), mended(narrow, "MSS-001"));
    }

    @Test
    void firewalldTranslatesSourcesOfTheServersNeighbours() {
        String zone = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<zone>\n  <!-- the shop -->\n  <service name=\"ssh\"/>\n"
                + "  <forward-port port=\"80\" protocol=\"tcp\" to-port=\"80\" to-addr=\"10.0.0.5\"/>\n</zone>\n";
        assertEquals(zone.replace("</zone>", "  <masquerade/>\n</zone>"), mended(zone, "NAT-006"));
    }

    @Test
    void aFixForASettingIsWrittenWhereSettingsAre() {
        String rules = "*raw\n-A PREROUTING -p tcp --dport 80 --syn -j CT --notrack\nCOMMIT\n*filter\n"
                + "-A INPUT -p tcp --dport 80 -m conntrack --ctstate INVALID,UNTRACKED -j SYNPROXY --mss 1460\n-A INPUT -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n";
        assertEquals(List.of(), Rules.of(rules).findings().stream().filter(f -> f.check().equals("SYP-002")).findFirst().orElseThrow().fixes());
        String sysctl = "# tuned\nnet.ipv4.ip_forward = 0\n# end\n";
        String mended = fix(Rules.of(rules, sysctl), "SYP-002").applied("more1", sysctl);
        assertEquals("# tuned\nnet.ipv4.ip_forward = 0\nnet.netfilter.nf_conntrack_tcp_loose = 0\n# end\n", mended);
        assertFalse(Rules.of(rules, mended).findings().stream().anyMatch(f -> f.check().equals("SYP-002")));
        assertEquals("net.netfilter.nf_conntrack_tcp_loose = 0\n", fix(Rules.of(rules, mended.replace("loose = 0", "loose = 1").substring(mended.indexOf("net.netf"))),
                "SYP-002").applied("more1", "net.netfilter.nf_conntrack_tcp_loose = 1\n"));
    }

    @Test
    void bothDirectionsOfForwardedConnectionsAreKeptFromConntrack() {
        String rules = "*raw\n-A PREROUTING -d 10.0.0.5 -p tcp --dport 8000:8010 -j CT --notrack\nCOMMIT\n*filter\n-A FORWARD -j ACCEPT\nCOMMIT\n";
        String answers = "-s 10.0.0.5 -p tcp --sport 8000:8010 -j CT --notrack\n";
        assertEquals(rules.replace("*raw\n", "*raw\n-A PREROUTING " + answers).replaceFirst("COMMIT",
                "-A OUTPUT -d 10.0.0.5 -p tcp --dport 8000:8010 -j CT --notrack\n-A OUTPUT " + answers + "COMMIT"), mended(rules, "TRK-002"),
                "the machine may forward such packets, or be one of both ends");
        String several = rules.replace("8000:8010", "80").replace("--dport 80", "-m multiport --dports 80,443");
        assertTrue(mended(several, "TRK-002").contains("-m multiport --sports 80,443 -j CT --notrack"));
        String link = "*raw\n-A PREROUTING -i wan -d 10.0.0.5 -p tcp --dport 80 -j CT --notrack\nCOMMIT\n*filter\n:INPUT DROP\n-A FORWARD -j ACCEPT\nCOMMIT\n";
        assertEquals(List.of(), Rules.of(link).findings().stream().filter(f -> f.check().equals("TRK-002")).findFirst().orElseThrow().fixes(),
                "answers that will leave by a link cannot be told before they are routed");
        Rules opaque = Rules.of(rules.replace("-p tcp", "-p tcp -m set --match-set mine src"));
        assertEquals(List.of(), opaque.findings().stream().filter(f -> f.check().equals("TRK-002")).findFirst().orElseThrow().fixes(),
                "what the set is for the other direction only its owner knows");
    }

    @Test
    void aScriptOfCommandsStaysOne() {
        String script = "#!/bin/sh\niptables -t nat -A POSTROUTING -o wan -j MASQUERADE # out\n";
        assertEquals(script + "iptables -A INPUT -m conntrack --ctstate INVALID -j DROP\n", mended(script, "NAT-001"));
        String inserted = "iptables -I INPUT -p tcp -j REJECT --reject-with tcp-reset\niptables -I INPUT -m state --state ESTABLISHED -j ACCEPT\n";
        assertEquals(inserted.replaceFirst("\n", "\niptables -I INPUT -m conntrack --ctstate INVALID -j DROP\n"), mended(inserted, "RST-001"));
    }

    @Test
    void commandsOfNftStayCommands() {
        String commands = "add table inet f\nadd chain inet f c { type filter hook input priority 0; }\nadd rule inet f c ct state established accept\n"
                + "add rule inet f c meta l4proto tcp reject with tcp reset # no service\n";
        assertEquals(commands.replace("add rule inet f c meta", "add rule inet f c ct state invalid drop\nadd rule inet f c meta"), mended(commands, "RST-001"));
    }

    @Test
    void aRuleBesideItsChainsBraceGetsALineOfItsOwn() {
        String dense = "table inet f {\n  chain c { type filter hook input priority 0; ct state established accept; meta l4proto tcp reject with tcp reset; }\n}\n";
        assertTrue(mended(dense, "RST-001").contains("accept; ct state invalid drop\n  \tmeta l4proto tcp reject"));
    }

    @Test
    void jsonKeepsItsShape() {
        String reset = "{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"c\", \"expr\": [{\"match\": {\"op\": \"==\", \"left\": "
                + "{\"meta\": {\"key\": \"l4proto\"}}, \"right\": \"tcp\"}}, {\"reject\": {\"type\": \"tcp reset\"}}]}}";
        String accept = "{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"c\", \"expr\": [{\"match\": {\"op\": \"in\", \"left\": "
                + "{\"ct\": {\"key\": \"state\"}}, \"right\": \"established\"}}, {\"accept\": null}]}}";
        String chain = "{\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"c\", \"type\": \"filter\", \"hook\": \"input\", \"prio\": 0}}";
        String drop = "{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"c\", \"expr\": [{\"match\": {\"op\": \"in\", \"left\": "
                + "{\"ct\": {\"key\": \"state\"}}, \"right\": \"invalid\"}}, {\"drop\": null}]}}";
        String one = "{\"nftables\": [" + chain + ", " + accept + ", " + reset + "]}";
        assertEquals(one.replace(reset, drop + ", " + reset), mended(one, "RST-001"));
        String lines = "{\n  \"nftables\": [\n    " + chain + ",\n    " + accept + ",\n    " + reset + "\n  ]\n}\n";
        assertEquals(lines.replace(reset, drop + ",\n    " + reset), mended(lines, "RST-001"));
        String commands = one.replace(reset, "{\"add\": " + reset + "}");
        assertEquals(commands.replace("{\"add\": ", "{\"add\": " + drop + "}, {\"add\": "), mended(commands, "RST-001"));
        String comment = one.replace("\"chain\": \"c\", \"expr\": [{\"match\": {\"op\": \"in\"", "\"chain\": \"c\", \"comment\": \"\\\"rule\\\": { ]\", "
                + "\"expr\": [{\"match\": {\"op\": \"in\"");
        assertEquals(comment.replace(reset, drop + ", " + reset), mended(comment, "RST-001"), "braces and names in strings are no structure");
    }

    @Test
    void jsonsPortsAreKept() {
        String nat = "{\"nftables\": [{\"chain\": {\"family\": \"ip\", \"table\": \"n\", \"name\": \"p\", \"type\": \"nat\", \"hook\": \"postrouting\", \"prio\": 100}}, "
                + "{\"rule\": {\"family\": \"ip\", \"table\": \"n\", \"chain\": \"p\", \"expr\": [{\"snat\": {\"addr\": \"192.0.2.1\", \"flags\": [\"random\", \"persistent\"]}}]}}]}";
        assertEquals(nat.replace("\"random\", ", ""), mended(nat, "NAT-005"));
        String masquerade = nat.replaceAll("\\{\"snat.*\\}\\}\\]\\}\\}\\]", "{\"masquerade\": {\"flags\": \"fully-random\"}}]}}]");
        assertTrue(mended(masquerade, "NAT-005").contains("{\"masquerade\": null}"));
    }

    @Test
    void nftsOtherFlagsStay() {
        String nat = "table ip n {\n\tchain p {\n\t\ttype nat hook postrouting priority srcnat;\n\t\toifname \"wan\" snat to 192.0.2.1 random,persistent\n\t}\n}\n";
        assertEquals(nat.replace("random,", ""), mended(nat, "NAT-005"));
    }

    @Test
    void whatIsLoggedAtLengthIsMovedWhole() {
        Map<String, String> strict = Map.of("net.netfilter.nf_conntrack_tcp_loose", "0");
        String proxy = "tcp dport 80 ct state invalid,untracked synproxy mss 1460 wscale 7";
        String raw = "table inet r {\n\tchain p {\n\t\ttype filter hook prerouting priority raw;\n\t\ttcp dport 80 tcp flags & (syn|ack) == syn notrack\n\t}\n}\n";
        String text = raw + "table inet f {\n\tchain c {\n\t\ttype filter hook input priority 0;\n\t\tct state invalid counter log prefix \"x: \" drop # strays\n\t\t"
                + proxy + "\n\t}\n}\n";
        ConfigurationFinding finding = Rules.of(text).findings(new Circumstances(strict, null)).stream().filter(f -> f.check().equals("SYP-001")).findFirst()
                .orElseThrow();
        assertEquals(raw + "table inet f {\n\tchain c {\n\t\ttype filter hook input priority 0;\n\t\t" + proxy
                + "\n\t\tct state invalid counter log prefix \"x: \" drop # strays\n\t}\n}\n", finding.fixes().get(0).applied("rules.v4", text));
    }
}
