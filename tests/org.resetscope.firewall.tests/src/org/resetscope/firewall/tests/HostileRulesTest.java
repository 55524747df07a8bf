package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;

/** Rules that nobody would load: an answer within bounds, never an exception. */
class HostileRulesTest {

    private static final Duration BOUND = Duration.ofSeconds(120);
    private static final String EST = "-A INPUT -m state --state ESTABLISHED -j ACCEPT\n";
    private static final String RESET = "-A INPUT -p tcp -j REJECT --reject-with tcp-reset";

    private static List<String> codes(Rules rules) {
        return rules.problems().stream().map(ConfigurationProblem::code).distinct().toList();
    }

    @Test
    void chainsInCirclesAreToldAndLeftOut() {
        Rules rules = Rules.filter("-N A", "-N B", "-A INPUT -j A", "-A A -j B", "-A B -j A", "-A B -g B", EST + RESET);
        assertEquals(List.of("chain-loop"), codes(rules));
        assertTrue(rules.problems().get(0).text().contains("A leads back to itself"));
        assertEquals(List.of("RST-001:12"), rules.lint());
    }

    @Test
    void chainsAThousandsDeepOverflowNothing() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("-N C").append(i).append('\n');
        }
        text.append("-A INPUT -j C0\n");
        for (int i = 0; i + 1 < 20_000; i++) {
            text.append("-A C").append(i).append(" -j C").append(i + 1).append('\n');
        }
        assertTimeoutPreemptively(BOUND, () -> assertEquals(1, Rules.filter(text + EST + RESET).lint().size()));
    }

    /** 3 to the power of 50 ways to the last chain. */
    @Test
    void aLatticeOfChainsIsNotWalkedWayByWay() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= 50; i++) {
            text.append("-N C").append(i).append('\n');
        }
        for (int i = 0; i < 50; i++) {
            text.append("-A C").append(i).append(" -s 10.0.").append(i).append(".0/24 -j C").append(i + 1).append('\n');
            text.append("-A C").append(i).append(" -m set --match-set s").append(i).append(" src -j C").append(i + 1).append('\n');
            text.append("-A C").append(i).append(" -p tcp --dport ").append(i + 1).append(" -j C").append(i + 1).append('\n');
        }
        text.append("-A C50 -p tcp -j REJECT --reject-with tcp-reset\n-A INPUT -j C0\n");
        assertTimeoutPreemptively(BOUND, () -> {
            List<ConfigurationFinding> findings = Rules.filter(text + EST + RESET).findings();
            assertTrue(findings.stream().anyMatch(f -> f.check().equals("RST-001")), () -> findings.size() + " findings");
        });
    }

    @Test
    void tensOfThousandsOfRulesAreJudged() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(EST);
        for (int i = 0; i < 30_000; i++) {
            text.append("-A INPUT -s 10.").append(random.nextInt(256)).append('.').append(random.nextInt(256)).append('.').append(random.nextInt(256))
                    .append(" -p tcp --dport ").append(random.nextInt(65536)).append(" -j ").append(random.nextBoolean() ? "ACCEPT" : "DROP").append('\n');
        }
        assertTimeoutPreemptively(BOUND, () -> {
            ConfigurationFinding finding = Rules.filter(text + RESET).findings().get(0);
            assertEquals("RST-001", finding.check());
            assertTrue(finding.certain());
        });
    }

    @Test
    void aLineOfMegabytesIsTold() {
        Rules rules = Rules.filter("-A INPUT -s " + "1".repeat(5_000_000) + " -j DROP", EST + RESET);
        assertEquals(List.of("line-too-long"), codes(rules));
        assertEquals(List.of("RST-001:7"), rules.lint());
    }

    @Test
    void aFileThatGoesOnAndOnIsReadInPart() {
        String piece = EST.repeat(100) + "\n".repeat(1000);
        ConfigurationText text = ConfigurationText.of("big", "*filter\n" + piece.repeat(ConfigurationText.MOST / piece.length() + 1));
        assertTrue(text.truncated());
        assertTrue(new Configurations().device(List.of(text)).orElseThrow().problems().stream().anyMatch(p -> p.code().equals("too-large")));
    }

    /** Words of the language in any order, whole lines of it damaged, and noise. */
    @Test
    void noTextMakesItFail() {
        String[] words = { "*filter", "*nat", ":INPUT", "ACCEPT", "DROP", "-", "-A", "-I", "INPUT", "FORWARD", "OUTPUT", "X", "-j", "-g", "-m", "state",
                "conntrack", "--state", "--ctstate", "NEW,INVALID", "!", "-p", "tcp", "--syn", "--tcp-flags", "SYN,ACK", "ALL", "-s", "10.0.0.0/8", "::/0",
                "--dport", "80", "1:", ":", "--ports", "REJECT", "--reject-with", "tcp-reset", "[1:2]", "\"", "\\", "'", "COMMIT", "\n", "\n", "\n", "RETURN",
                "DNAT", "--to-destination", "1.2.3.4:5", "[::1]:9-", "-i", "+", "eth0", "limit", "CT", "--notrack", "SYNPROXY", "\t", "\u0000", "\uffff", "iptables", "-t",
                "mangle", "raw", "999999999999", "/", "a/b", "-P", "-N", "--", "MASQUERADE", "-o", "wan", "POSTROUTING", "PREROUTING", "ESTABLISHED" };
        Random random = new Random(42);
        Configurations configurations = new Configurations();
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("*filter\n-A INPUT -j ACCEPT\n");
            int count = random.nextInt(120);
            for (int i = 0; i < count; i++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            check(configurations, text.toString());
            StringBuilder damaged = new StringBuilder(Experiments.all().get(random.nextInt(60)).rules());
            for (int i = 0; i < 4 && damaged.length() > 0; i++) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, (char) random.nextInt(300));
                    default -> damaged.setLength(at);
                }
            }
            check(configurations, damaged.toString());
        }
        assertEquals(List.of(), configurations.problems());
    }

    @Test
    void nftsChainsInCirclesAreToldAndLeftOut() {
        Rules rules = Rules.of("table inet f {\n chain a {\n jump a\n }\n chain i {\n type filter hook input priority 0\n jump a\n ct state established accept\n"
                + " reject with tcp reset\n }\n}\n");
        assertEquals(List.of("chain-loop"), codes(rules));
        assertEquals(List.of("RST-001:9"), rules.lint());
    }

    /** The elements of a map with one verdict become one rule. */
    @Test
    void aMapOfHundredsOfThousandsIsJudged() {
        StringBuilder text = new StringBuilder("table inet f {\n chain i {\n type filter hook input priority 0\n ct state established accept\n ip saddr vmap { ");
        for (int i = 0; i < 300_000; i++) {
            text.append(i == 0 ? "" : ", ").append("10.").append(i >> 16).append('.').append(i >> 8 & 255).append('.').append(i & 255).append(i % 2 == 0 ? " : accept" : " : drop");
        }
        text.append(" }\n meta l4proto tcp reject with tcp reset\n }\n}\n");
        assertTimeoutPreemptively(BOUND, () -> {
            Rules rules = Rules.of(text.toString());
            assertEquals(List.of(), rules.problems());
            assertEquals(List.of("RST-001:6", "RST-006:6"), rules.lint());
        });
    }

    @Test
    void nestingAndUnclosedBlocksEndInAnAnswer() {
        for (String part : List.of("{", "(", "jump {", "tcp dport { {", "\"", "\\\n", "chain x {\n", "table inet f {\n", ". ", "$a ")) {
            String text = "table inet f {\n chain i {\n tcp dport " + part.repeat(100_000);
            assertTimeoutPreemptively(BOUND, () -> assertFalse(Rules.of(text).problems().isEmpty(), part));
        }
        assertTimeoutPreemptively(BOUND, () -> assertEquals(List.of("syntax"), codes(Rules.of("{\"nftables\":" + "[".repeat(200_000)))));
    }

    /** Words of nft's language in any order, and whole rule sets damaged. */
    @Test
    void noTextOfNftMakesItFail() {
        String[] words = { "table", "inet", "ip", "f", "{", "}", "\n", "\n", ";", "chain", "c", "type", "filter", "nat", "hook", "input", "output", "ingress", "priority", "0", "raw", "-",
                "150", "policy", "accept", "drop", "ct", "state", "established", "invalid", ",", "vmap", ":", "tcp", "dport", "80", "flags", "&", "(", ")", "|", "syn", "==", "!=", "0x2", "/",
                "@s", "set", "map", "elements", "=", "saddr", "10.0.0.0/8", "::/0", "1-5", "jump", "goto", "c", "reject", "with", "reset", "limit", "rate", "over", "5/second", "counter", "log",
                "prefix", "\"x", "\"", "#", "\\\n", "define", "$a", "include", "snat", "to", ":80", "masquerade", "random", "notrack", "synproxy", "mss", "fib", ".", "iif", "oif", "type",
                "meta", "mark", "l4proto", "add", "rule", "delete", "flush", "ruleset", "update", "count", "numgen", "mod", "\u0000", "\uffff", "tproxy", "dup", "flow", "device", "devices", "comment" };
        Random random = new Random(43);
        Configurations configurations = new Configurations();
        List<String> real = Experiments.all().stream().filter(Experiments.Experiment::nft).map(Experiments.Experiment::rules).toList();
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("table inet f {\n chain c {\n");
            int count = random.nextInt(120);
            for (int i = 0; i < count; i++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            check(configurations, text.toString());
            StringBuilder damaged = new StringBuilder(real.get(random.nextInt(real.size())));
            for (int i = 0; i < 4; i++) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, (char) random.nextInt(300));
                    default -> damaged.insert(at, words[random.nextInt(words.length)]);
                }
            }
            check(configurations, damaged.toString());
        }
        assertEquals(List.of(), configurations.problems());
    }

    @Test
    void noJsonMakesItFail() throws IOException {
        Random random = new Random(44);
        Configurations configurations = new Configurations();
        String real = NftReadTest.resource("listed.json");
        for (int round = 0; round < 300; round++) {
            StringBuilder damaged = new StringBuilder(real);
            for (int i = 0; i < 3; i++) {
                int at = 14 + random.nextInt(damaged.length() - 14);
                switch (random.nextInt(4)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.setCharAt(at, (char) ('0' + random.nextInt(70)));
                    case 2 -> damaged.replace(at, Math.min(damaged.length(), at + 8), "null");
                    default -> damaged.insert(at, "\"x\":");
                }
            }
            check(configurations, damaged.toString());
        }
        for (String odd : List.of("null", "7", "[]", "[null]", "[{\"rule\":null}]", "[{\"rule\":{}}]", "[{\"chain\":{\"hook\":7}}]", "[{\"rule\":{\"family\":\"ip\",\"table\":\"t\",\"chain\":\"c\",\"expr\":[{}]}}]")) {
            check(configurations, "{\"nftables\": " + odd + "}");
        }
        assertEquals(List.of(), configurations.problems());
    }

    private static void check(Configurations configurations, String text) {
        configurations.device(List.of(ConfigurationText.of("f", text))).ifPresent(device -> {
            long lines = text.lines().count() + 1;
            device.problems().forEach(p -> assertTrue(p.line() >= 1 && p.line() <= lines && p.column() >= 1, () -> p + "\n" + text));
            device.lint(Circumstances.USUAL, null).findings().forEach(f -> {
                assertTrue(f.line() >= 1 && f.line() <= lines && f.column() >= 1 && f.endColumn() >= f.column(), f::toString);
                assertFalse(f.message().isBlank());
            });
        });
    }
}
