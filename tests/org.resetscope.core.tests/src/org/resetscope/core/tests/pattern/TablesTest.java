package org.resetscope.core.tests.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.pattern.Tables;

/** Counting by host, service, cause and time. */
class TablesTest {

    private static final List<Reset> RESETS = new Resets()
            .cause(Causes.REFUSED, Sender.SERVER, Sender.SERVER).at(0, 1, 2)
            .cause(Causes.ON_PATH, Sender.INTERMEDIARY, Sender.SERVER).at(3)
            .cause(Causes.UNKNOWN, Sender.UNDETERMINED, Sender.CLIENT).at(4)
            .between("10.0.0.9", "10.0.0.2", 80).cause(Causes.ABORT, Sender.CLIENT, Sender.CLIENT).incident("x").at(5, 55).list();

    @Test
    void hostsThatSendMostComeFirst() {
        List<Tables.Host> hosts = Tables.of(RESETS).hosts();
        assertEquals(List.of("10.0.0.2", "10.0.0.9", "10.0.0.1"), hosts.stream().map(Tables.Host::address).toList());
        Tables.Host server = hosts.get(0);
        assertEquals(List.of(3, 1, 0, 3), List.of(server.sent(), server.forged(), server.undecided(), server.received()));
        assertEquals(7, server.tally().resets());
        assertEquals(6, server.tally().incidents());
        assertEquals(Causes.REFUSED, server.tally().cause());
        assertEquals(3, server.tally().ofCause());
        Tables.Host client = hosts.get(2);
        assertEquals(List.of(0, 0, 1, 4), List.of(client.sent(), client.forged(), client.undecided(), client.received()));
    }

    @Test
    void servicesAndCausesCountTheirEnds() {
        Tables tables = Tables.of(RESETS);
        assertEquals(List.of("10.0.0.2:443", "10.0.0.2:80"), tables.services().stream().map(s -> s.server().toString()).toList());
        assertEquals(1, tables.services().get(0).clients());
        assertEquals(List.of(Causes.REFUSED, Causes.ABORT, Causes.ON_PATH, Causes.UNKNOWN),
                tables.causes().stream().map(Tables.CauseRow::cause).toList());
    }

    @Test
    void timesHaveNoGapAndSumUp() {
        List<Tables.Bucket> times = Tables.of(RESETS).times();
        assertEquals(56, times.size());
        assertEquals(7, times.stream().mapToInt(b -> b.tally().resets()).sum());
        assertEquals(1, times.get(55).tally().resets());
        assertEquals(0, times.get(30).tally().resets());
    }

    /** Also of clocks that are centuries apart. */
    @Test
    void everyResetIsInOneRowOfEachTable() {
        Random random = new Random(1);
        for (int run = 0; run < 50; run++) {
            Resets resets = new Resets();
            for (int i = 0; i < 100; i++) {
                resets.between("10.0.0." + random.nextInt(20), "10.0.1." + random.nextInt(5), random.nextInt(3))
                        .at((random.nextDouble() - 0.5) * Math.pow(10, 1 + run % 9));
            }
            Tables tables = Tables.of(resets.list());
            assertEquals(200, tables.hosts().stream().mapToInt(h -> h.tally().resets()).sum());
            assertEquals(200, tables.hosts().stream().mapToInt(h -> h.sent() + h.forged() + h.undecided() + h.received()).sum());
            assertEquals(100, tables.services().stream().mapToInt(s -> s.tally().resets()).sum());
            assertEquals(100, tables.causes().stream().mapToInt(c -> c.tally().incidents()).sum());
            assertEquals(100, tables.times().stream().mapToInt(b -> b.tally().resets()).sum());
        }
    }

    @Test
    void nothingGivesNothing() {
        assertEquals(new Tables(List.of(), List.of(), List.of(), List.of()), Tables.of(List.of()));
    }
}
