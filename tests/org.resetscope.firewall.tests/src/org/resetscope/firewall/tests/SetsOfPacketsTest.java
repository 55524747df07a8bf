package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.evaluate.Budget;
import org.resetscope.firewall.internal.evaluate.Evaluator;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Table;
import org.resetscope.firewall.internal.model.TcpBits;
import org.resetscope.firewall.internal.read.IptablesReader;
import org.resetscope.firewall.internal.read.Problems;

/** What is said of all packets at once must hold for each of them: no packet's fate is lost, and none is made up where it is exact. */
class SetsOfPacketsTest {

    private static final PacketKind SEGMENT = new PacketKind("a segment", CtState.INVALID, TcpBits.ALL, TcpBits.ACK, null);

    private final Random random = new Random(5);

    private String rules(int chains, int rules) {
        StringBuilder text = new StringBuilder("*filter\n:INPUT " + (random.nextBoolean() ? "ACCEPT" : "DROP") + "\n");
        for (int c = 0; c < chains; c++) {
            text.append(":C").append(c).append(" -\n");
        }
        for (int i = 0; i < rules; i++) {
            int chain = random.nextInt(chains + 1) - 1;
            text.append("-A ").append(chain < 0 ? "INPUT" : "C" + chain);
            if (random.nextInt(2) == 0) {
                text.append(random.nextBoolean() ? " !" : "").append(" -s 10.0.").append(random.nextInt(4)).append(".0/").append(22 + random.nextInt(3));
            }
            text.append(" -p tcp");
            if (random.nextInt(2) == 0) {
                text.append(" --dport ").append(random.nextInt(8)).append(':').append(8 + random.nextInt(8));
            }
            if (random.nextInt(4) == 0) {
                text.append(" -m state --state ").append(random.nextBoolean() ? "INVALID,NEW" : "ESTABLISHED");
            }
            if (random.nextInt(4) == 0) {
                text.append(random.nextBoolean() ? " -m set !" : " -m set").append(" --match-set s").append(random.nextInt(3)).append(" src");
            }
            String target = switch (random.nextInt(8)) {
                case 0 -> " -j ACCEPT";
                case 1 -> " -j DROP";
                case 2 -> " -j REJECT --reject-with tcp-reset";
                case 3 -> " -j RETURN";
                case 4 -> " -j LOG";
                default -> chain + 1 < chains ? (random.nextInt(4) == 0 ? " -g C" : " -j C") + (chain + 1 + random.nextInt(chains - chain - 1)) : " -j DROP";
            };
            text.append(target).append('\n');
        }
        return text.append("COMMIT\n").toString();
    }

    private static Evaluator evaluator(String text) {
        Problems problems = new Problems();
        IptablesReader reader = new IptablesReader(problems);
        reader.read(ConfigurationText.of("f", text));
        List<Table> tables = new ArrayList<>();
        List<BaseChain> chains = new ArrayList<>();
        reader.finish(tables, chains);
        Ruleset rules = new Ruleset(tables, chains);
        assertEquals(List.of(), problems.all(), text);
        return new Evaluator(rules, Family.IPV4, new Budget(50_000_000, null));
    }

    private static String end(Outcome o) {
        return o.verdict() + (o.rule() == null ? "" : " by line " + o.rule().source().line());
    }

    private Region packet(Region all) {
        long source = 0x0a000000L + random.nextInt(6 * 256);
        return all.with(Dimension.SOURCE, IntervalSet.of(source, source)).with(Dimension.DESTINATION, IntervalSet.of(1, 1))
                .with(Dimension.DESTINATION_PORT, port(random.nextInt(18))).with(Dimension.SOURCE_PORT, port(1024));
    }

    private static IntervalSet port(int port) {
        return IntervalSet.of(port, port);
    }

    private void compare(int chains, int count, boolean many) {
        String text = rules(chains, count);
        Evaluator evaluator = evaluator(text);
        Region all = evaluator.everything();
        List<Outcome> outcomes = evaluator.ask(Journey.IN, SEGMENT, all);
        for (int i = 0; i < 30; i++) {
            Region packet = packet(all);
            Set<String> single = evaluator.ask(Journey.IN, SEGMENT, packet).stream().map(SetsOfPacketsTest::end).collect(Collectors.toSet());
            List<Outcome> here = outcomes.stream().filter(o -> o.packets().region().intersect(packet) != null).toList();
            Set<String> said = here.stream().map(SetsOfPacketsTest::end).collect(Collectors.toSet());
            assertTrue(said.containsAll(single), () -> "lost: " + single + " of " + said + " for " + packet + "\n" + text);
            Set<String> sure = here.stream().filter(o -> o.packets().certain()).map(SetsOfPacketsTest::end).collect(Collectors.toSet());
            assertTrue(single.containsAll(sure), () -> "made up: " + sure + ", but " + single + " for " + packet + "\n" + text);
            assertTrue(many || sure.size() <= 1, () -> "two certain fates: " + sure + " for " + packet + "\n" + text);
        }
    }

    @Test
    void fewRulesAreExact() {
        for (int round = 0; round < 400; round++) {
            compare(random.nextInt(4), 4 + random.nextInt(12), false);
        }
    }

    @Test
    void manyRulesLoseNothing() {
        for (int round = 0; round < 40; round++) {
            compare(6, 300, true);
        }
    }
}
