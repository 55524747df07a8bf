package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.UnclearQuestionException;

/** OpenWrt's configuration, firewalld's zones and the kernel's settings. */
class OtherLanguagesTest {

    private static final String OPENWRT = """
            config defaults
            \toption input\t\tREJECT
            \toption output\t\tACCEPT
            \toption forward\t\tREJECT

            config zone
            \toption name\t\tlan
            \tlist   network\t\t'lan'
            \toption input\t\tACCEPT
            \toption output\t\tACCEPT
            \toption forward\t\tACCEPT

            config zone
            \toption name\t\twan
            \tlist   network\t\t'wan'
            \toption input\t\tREJECT
            \toption forward\t\tREJECT
            \toption masq\t\t1

            config forwarding
            \toption src\t\tlan
            \toption dest\t\twan

            config rule
            \toption src\t\twan
            \toption proto\t\ttcp
            \toption dest_port\t22
            \toption target\t\tACCEPT
            """;

    private static final String ZONE = """
            <?xml version="1.0" encoding="utf-8"?>
            <zone>
              <service name="ssh"/>
              <port protocol="tcp" port="8080"/>
              <rule family="ipv4">
                <source address="10.9.0.0/24"/>
                <port port="23" protocol="tcp"/>
                <reject type="tcp-reset"/>
              </rule>
            </zone>
            """;

    private static String connection(Rules rules, String in, String destination, String topology) throws UnclearQuestionException {
        return rules.trace("syn", null, in, destination, topology, Circumstances.USUAL).connection();
    }

    @Test
    void openWrtsZonesAreFollowed() throws UnclearQuestionException {
        Rules rules = Rules.of(OPENWRT);
        assertEquals(List.of(), rules.problems());
        assertEquals("alive", connection(rules, "lan", null, "host"));
        assertEquals("refused", connection(rules, "wan", "10.9.0.2:80", "host"));
        assertEquals("alive", connection(rules, "wan", "10.9.0.2:22", "host"));
        assertEquals("alive", connection(rules, "lan", null, "snat"));
        assertEquals("refused", rules.trace("syn", "client", "wan", null, "routed", Circumstances.USUAL).connection());
    }

    /** Its default resets INVALID, unless it is told to drop it. */
    @Test
    void openWrtResetsInvalidUnlessToldToDropIt() {
        List<ConfigurationFinding> faults = Rules.of(OPENWRT).findings();
        ConfigurationFinding first = faults.stream().filter(f -> f.check().equals("NFT-001")).findFirst().orElseThrow();
        assertTrue(first.witness().stream().anyMatch(s -> s.rule().equals("config zone 'wan'")), first.witness()::toString);
        assertEquals(List.of(), Rules.of(OPENWRT.replace("REJECT\n\toption output\t\tACCEPT\n\toption forward\t\tREJECT\n\nconfig zone\n\toption name\t\tlan",
                "REJECT\n\toption output\t\tACCEPT\n\toption forward\t\tREJECT\n\toption drop_invalid\t1\n\nconfig zone\n\toption name\t\tlan")).faults());
    }

    @Test
    void openWrtsLinesThatCannotBeReadAreTold() {
        Rules rules = Rules.of(OPENWRT + "nonsense here\nconfig rule\n\toption src wan\n\toption dest_port 'x; accept'\n\toption target ACCEPT\n");
        assertEquals(List.of("unknown-line 29", "unknown-value 30"), rules.problems().stream().map(p -> p.code() + " " + p.line()).toList());
    }

    @Test
    void aZoneOfFirewalldIsFollowed() throws UnclearQuestionException {
        Rules rules = Rules.of(ZONE);
        assertEquals(List.of(), rules.problems());
        assertEquals("alive", connection(rules, "eth0", "10.9.0.2:22", "host"));
        assertEquals("alive", connection(rules, "eth0", "10.9.0.2:8080", "host"));
        assertEquals("reset", rules.trace("syn", null, "eth0", "10.9.0.2:23", "host", Circumstances.USUAL).verdict());
        assertEquals("icmp", rules.trace("syn", null, "eth0", "10.9.0.2:80", "host", Circumstances.USUAL).verdict());
        assertEquals(List.of(), rules.faults(), "firewalld drops INVALID before its zones");
    }

    @Test
    void aZoneReadsNoOtherFile() {
        Rules rules = Rules.of("<zone target=\"DROP\">&x;</zone>".replace("<zone", "<!DOCTYPE zone [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<zone").replaceFirst("^", "<zone/>\n").substring(8));
        assertEquals(List.of("syntax"), rules.problems().stream().map(p -> p.code()).toList());
        assertEquals(List.of("syntax 3:"), Rules.of("<zone>\n  <service name=\"ssh\"/>\n  <port\n").problems().stream().map(p -> p.code() + " " + (p.line() - 1) + ":").toList());
    }

    @Test
    void settingsAmongTheFilesCount() {
        String rules = "*filter\n-A INPUT -m state --state ESTABLISHED -j ACCEPT\n-A INPUT -p tcp -j REJECT --reject-with tcp-reset\nCOMMIT\n";
        String sysctl = "net.ipv4.ip_forward = 0\nnet.netfilter.nf_conntrack_tcp_be_liberal = 1\nnet.netfilter.nf_conntrack_tcp_timeout_established = 600\n";
        List<ConfigurationFinding> findings = Rules.of(rules, sysctl).findings();
        assertEquals(List.of("SYS-001 more1:2", "NAT-004 more1:3"), findings.stream().map(f -> f.check() + " " + f.file() + ":" + f.line()).toList());
        assertEquals("net.netfilter.nf_conntrack_tcp_timeout_established = 7440",
                findings.get(1).fixes().get(0).applied("more1", sysctl).lines().skip(2).findFirst().orElseThrow());
    }
}
