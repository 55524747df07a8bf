package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.PathStep;

/** Each check finds what a kernel was seen to do, and what it finds is mended by its fix. */
class LintTest {

    private static final String EST = "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT";
    private static final String INVALID = "-A INPUT -m conntrack --ctstate INVALID -j DROP";
    private static final String RESET = "-A INPUT -p tcp -j REJECT --reject-with tcp-reset";

    @Test
    void theRulesThatStartedItAllAreFlaggedAndTheCorrectedOnesAreClean() {
        Rules seed = Rules.filter("-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT", RESET);
        assertEquals(List.of("RST-001:6"), seed.lint());
        assertEquals(List.of(), Rules.filter("-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT",
                "-A INPUT -m state --state INVALID -j DROP", RESET).lint());
    }

    /** The kernel reset a healthy connection under each of these; the line is that of the rule to look at. */
    @ParameterizedTest
    @CsvSource({ "E1,RST-001:7", "E1s,RST-001:7", "E3,RST-002:7", "E8,RST-004:5", "E9,RST-004:6", "E10,RST-005:8", "E11,RST-002:8",
            "E12,RST-003:7", "E14,ORD-001:3", "E16,RST-002:9", "E21,RST-001:7", "E21b,RST-001:7", "F4b,RST-001:7", "R1,NAT-001:4",
            "R2,NAT-001:4", "R5,RST-001:11", "R9S,RST-001:7", "R9C,RST-001:7", "R11,RST-003:8", "R12,NAT-002:4" })
    void faultsThatEndConnectionsAreFound(String experiment, String finding) {
        assertEquals(List.of(finding), Rules.of(Experiments.named(experiment).rules()).faults());
    }

    /** The kernel kept the connection alive under each of these. */
    @ParameterizedTest
    @ValueSource(strings = { "E2", "E4", "E5", "E6", "E7", "E13", "E15", "E18", "E20", "F2", "F5", "F7", "R3", "R4", "R6", "R10S", "R13", "R14",
            "N3", "S4b", "C1" })
    void whatIsSafeHasNoFault(String experiment) {
        Experiments.Experiment safe = Experiments.named(experiment);
        assertEquals(List.of(), safe.load().faults(safe.circumstances()));
    }

    @Test
    void aResetThatOutputDropsIsTold() {
        List<ConfigurationFinding> findings = Rules.of(Experiments.named("O2").rules()).findings();
        ConfigurationFinding swallowed = findings.stream().filter(f -> f.check().equals("OUT-001")).findFirst().orElseThrow();
        assertEquals(6, swallowed.line());
        assertEquals(List.of("INPUT", "OUTPUT"), swallowed.witness().stream().map(PathStep::hook).toList());
        assertEquals("policy drop", swallowed.witness().get(1).effect());
        assertFalse(Rules.of(Experiments.named("O3").rules()).lint().contains("OUT-001:6"));
    }

    @Test
    void aForgottenConnectionThatIsResetIsAdvice() {
        assertEquals(List.of("RST-006:8"), Rules.of(Experiments.named("F1").rules()).lint());
        assertEquals(List.of("RST-006:7"), Rules.of(Experiments.named("F6").rules()).lint());
        assertEquals(List.of(), Rules.of(Experiments.named("F2").rules()).lint(), "NEW without --syn takes the connection up again");
        Circumstances strict = new Circumstances(Map.of("net/netfilter/nf_conntrack_tcp_loose", "0"), null);
        assertEquals(List.of("RST-007"), Rules.of(Experiments.named("F1").rules()).findings(strict).stream().map(ConfigurationFinding::check).toList(),
                "conntrack takes nothing up then");
    }

    @Test
    void aLiberalConntrackCallsNothingInvalid() {
        assertEquals(List.of(), Rules.filter(EST, RESET).faults(new Circumstances(Map.of("nf_conntrack_tcp_be_liberal", "1"), null)));
        assertEquals(List.of(), Rules.filter(EST, RESET).faults(new Circumstances(Map.of("net.netfilter.nf_conntrack_tcp_no_window_check", "1"), null)));
    }

    @Test
    void invalidLetGoByALimitIsFound() {
        Rules rules = Rules.filter(EST, "-A INPUT -m conntrack --ctstate INVALID -m limit --limit 1/min -j DROP", RESET);
        assertEquals(List.of("RST-005:7"), rules.lint());
        assertFalse(rules.findings().get(0).certain(), "it happens only beyond the rate");
    }

    @Test
    void aChainThatLogsAndDropsIsADrop() {
        assertEquals(List.of(), Rules.filter(EST, "-N BAD", "-A INPUT -m conntrack --ctstate INVALID -j BAD",
                "-A BAD -m limit --limit 5/min -j LOG", "-A BAD -j DROP", RESET).lint());
        assertEquals(List.of("RST-005:8"), Rules.filter(EST, "-N BAD", "-A INPUT -m conntrack --ctstate INVALID -j LOG", RESET).lint());
    }

    @Test
    void aDropInAChainThatOnlyNewPacketsSeeIsNotReached() {
        assertEquals(List.of("RST-002:9"), Rules.filter(EST, "-N SERVICES", "-A INPUT -m conntrack --ctstate NEW -j SERVICES",
                "-A SERVICES -m conntrack --ctstate INVALID -j DROP", RESET).lint());
    }

    @Test
    void aDeadRejectIsNoFault() {
        assertEquals(List.of(), Rules.filter(EST, "-A INPUT -p tcp -j DROP", RESET).lint());
        assertEquals(List.of(), Rules.filter(EST, "-A INPUT -j ACCEPT", RESET).lint());
        assertEquals(List.of(), Rules.filter(EST, "-N DEAD", "-A DEAD -p tcp -j REJECT --reject-with tcp-reset").lint());
    }

    @Test
    void onlyOneFlowCounts() {
        assertEquals(List.of(), Rules.filter("-A INPUT -p tcp --dport 22 -m conntrack --ctstate ESTABLISHED -j ACCEPT",
                "-A INPUT -p tcp --dport 22 -m conntrack --ctstate INVALID -j DROP",
                "-A INPUT -p tcp --dport 80 -j REJECT --reject-with tcp-reset", "-A INPUT -j DROP").lint(),
                "port 80 is reset, but none of its connections is accepted");
        assertEquals(List.of(), Rules.filter("-A INPUT -m set --match-set known src -m conntrack --ctstate ESTABLISHED -j ACCEPT",
                "-A INPUT -m set ! --match-set known src -p tcp -j REJECT --reject-with tcp-reset", "-A INPUT -j DROP").lint(),
                "who is in the set is not reset");
    }

    @Test
    void aMarkThatAChainSetsIsAskedAnew() {
        assertEquals(List.of("RST-001:9"), Rules.filter(EST.replace("-j", "-m mark --mark 1 -j"), "-N SET", "-A INPUT -j SET",
                "-A SET -j MARK --set-mark 1", "-A INPUT -p tcp -m mark --mark 1 -j REJECT --reject-with tcp-reset", "-A INPUT -j ACCEPT").lint());
        assertEquals(List.of(), Rules.filter("-A INPUT -p tcp -m mark --mark 1 -j DROP",
                EST, "-A INPUT -p tcp -m mark --mark 1 -j REJECT --reject-with tcp-reset").lint());
    }

    @Test
    void whatDependsOnAnUnknownMatchIsOnlyPossible() {
        ConfigurationFinding finding = Rules.filter(EST, "-A INPUT -p tcp -m set --match-set bad src -j REJECT --reject-with tcp-reset",
                "-A INPUT -j DROP").findings().get(0);
        assertEquals("RST-001", finding.check());
        assertFalse(finding.certain());
        assertTrue(finding.message().contains("'set --match-set bad src' matches"), finding.message());
    }

    @Test
    void aLongListOfAddressesDoesNotMakeAFindingUncertain() {
        StringBuilder drops = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            drops.append("-A INPUT -s 10.").append(i / 250).append('.').append(i % 250).append(".0/24 -p tcp --dport ").append(i + 1)
                    .append(" -j DROP\n");
        }
        ConfigurationFinding finding = Rules.filter(EST, drops + RESET).findings().get(0);
        assertEquals("RST-001", finding.check());
        assertTrue(finding.certain());
    }

    @Test
    void dockerHostsResetServersUnlessInputDropsInvalid() {
        String nat = "*nat\n-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER\n"
                + "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE\n:DOCKER - [0:0]\n"
                + "-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80\nCOMMIT\n";
        String forward = "-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n"
                + "-A FORWARD -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT\n"
                + "-A FORWARD -i docker0 ! -o docker0 -j ACCEPT\nCOMMIT\n";
        Rules open = Rules.of(nat + "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n" + forward);
        assertEquals(List.of("NAT-001", "NAT-002", "NAT-003"), open.findings().stream().map(ConfigurationFinding::check).sorted().toList());
        assertEquals(List.of(), Rules.of(nat + "*mangle\n-A PREROUTING -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n"
                + "*filter\n:FORWARD DROP [0:0]\n" + forward).lint());
    }

    @Test
    void aServiceBelowTheClientsPortsIsNoWayIntoTheRouter() {
        assertEquals(List.of(), Rules.of("*nat\n-A POSTROUTING -o wan -j MASQUERADE\nCOMMIT\n*filter\n:INPUT DROP\n"
                + "-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n").faults());
    }

    @Test
    void ipv6HasRulesOfItsOwn() {
        Rules rules = Rules.of("# Generated by ip6tables-save v1.8.9\n*filter\n:INPUT ACCEPT [0:0]\n"
                + "-A INPUT -s 2001:db8::/32 -m state --state ESTABLISHED -j ACCEPT\n-A INPUT -p tcp -j REJECT --reject-with tcp-reset\nCOMMIT\n");
        assertEquals(List.of(), rules.problems());
        assertEquals(List.of("RST-001:5"), rules.lint());
        assertTrue(rules.findings().get(0).message().contains("from 2001:db8::/32"), rules.findings().get(0).message());
    }

    /** Applying a finding's fix takes the finding away, and brings no new fault. */
    @ParameterizedTest
    @ValueSource(strings = { "E1", "E3", "E8", "E9", "E10", "E11", "E12", "E14", "E16", "E21", "O2", "R1", "R2", "R5", "R11", "R12" })
    void theFixMends(String experiment) {
        Rules rules = Rules.of(Experiments.named(experiment).rules());
        List<String> faults = rules.faults();
        assertFalse(faults.isEmpty());
        for (int i = 0; i < 3 && !faults.isEmpty(); i++) {
            String id = faults.get(0).substring(0, 7);
            ConfigurationFinding finding = rules.findings().stream().filter(f -> f.check().equals(id)).findFirst().orElseThrow();
            Fix fix = finding.fixes().get(0);
            rules = rules.fixed(fix);
            assertEquals(List.of(), rules.problems(), fix::toString);
            assertFalse(rules.faults().stream().anyMatch(f -> f.startsWith(id)), fix::toString);
            faults = rules.faults();
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theWitnessLeadsThroughTheChains() {
        ConfigurationFinding finding = Rules.of(Experiments.named("E16").rules()).findings().stream()
                .filter(f -> f.check().equals("RST-002")).findFirst().orElseThrow();
        assertEquals(List.of("7 jump BAD", "10 return", "9 reset"),
                finding.witness().stream().map(s -> s.line() + " " + s.effect()).toList());
        assertTrue(finding.certain());
        assertTrue(finding.message().contains("line 11"), finding.message());
    }
}
