package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.conntrack.ConntrackTable;
import org.resetscope.firewall.internal.conntrack.TcpSegment;
import org.resetscope.firewall.internal.conntrack.TcpState;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** Connection tracking with numbers, windows and time; what is INVALID here was INVALID in the experiments with a real kernel. */
class TrackingTest {

    private static final int FAR = 3_000_000;
    private static final int DATA = TcpBits.PSH | TcpBits.ACK;

    /** Both ends of one connection, and a machine between them that lets everything pass. */
    private static final class Conversation {
        private final Tuple there = new Tuple(BigInteger.ONE, 40000, BigInteger.TWO, 80);
        private final ConntrackTable table;
        private final int scale;
        private long seconds;
        private int client = 0xfffffff0; // wraps soon
        private int server = 1_000_000;

        Conversation(Map<String, String> settings, String kernel, int scale) {
            this.table = new ConntrackTable(TrackingSettings.of(new Circumstances(settings, kernel)));
            this.scale = scale;
        }

        /** The handshake, a request and its reply. */
        Conversation open() {
            see(false, TcpBits.SYN, client, 0, 0, scale);
            client++;
            see(true, TcpBits.SYN | TcpBits.ACK, server, client, 0, scale);
            server++;
            see(false, TcpBits.ACK, client, server, 0, -1);
            request();
            return this;
        }

        void request() {
            data(false, 0, 0, 10);
            client += 10;
            data(true, 0, 0, 20);
            server += 20;
            data(false, 0, 0, 0);
        }

        Conversation later(long more) {
            seconds += more;
            return this;
        }

        /** Data of one end, so far ahead of what is due, acknowledging so much that was not sent. */
        Tracked data(boolean reply, int ahead, int beyond, int length) {
            int sequence = (reply ? server : client) + ahead;
            return see(reply, length == 0 ? TcpBits.ACK : DATA, sequence, (reply ? client : server) + beyond, length, -1);
        }

        Tracked flags(boolean reply, int flags, int ahead) {
            return see(reply, flags, (reply ? server : client) + ahead, reply ? client : server, 0, -1);
        }

        private Tracked see(boolean reply, int flags, int sequence, int ack, int length, int scaling) {
            TcpSegment segment = new TcpSegment(sequence, (flags & TcpBits.ACK) == 0 ? 0 : ack, flags, 500, length, scaling, scaling >= 0, ack, true);
            Tracked tracked = table.see(reply ? there.reversed() : there, segment, seconds * 1_000_000_000L);
            if (tracked.state() == CtState.NEW) {
                table.confirm(tracked.entry(), tracked.entry().original().reversed());
            }
            return tracked;
        }
    }

    private static Conversation open(String... settings) {
        return open(7, settings);
    }

    private static Conversation open(int scale, String... settings) {
        Map<String, String> given = settings.length == 0 ? Map.of() : Map.of("net.netfilter.nf_conntrack_tcp_" + settings[0], settings[1]);
        return new Conversation(given, "6.18", scale).open();
    }

    @Test
    void anOpenConnectionIsEstablishedBothWays() {
        Conversation c = open();
        Tracked request = c.data(false, 0, 0, 10);
        assertEquals(CtState.ESTABLISHED, request.state());
        assertEquals(TcpState.ESTABLISHED, request.entry().state());
        assertTrue(c.data(true, 0, 0, 10).reply());
    }

    /** The vocabulary of the experiments. */
    @ParameterizedTest
    @CsvSource({ "over-window,3000000,0,INVALID", "below-window,-3000000,0,ESTABLISHED", "ack-over,0,3000000,INVALID", "in-window-reordered,5000,0,ESTABLISHED",
            "in-order,0,0,ESTABLISHED" })
    void segmentsAreInvalidAsInTheExperiments(String packet, int ahead, int beyond, CtState state) {
        assertEquals(state, open().data(false, ahead, beyond, 10).state(), packet);
        assertEquals(state, open().data(true, ahead, beyond, 10).state(), packet);
    }

    @Test
    void anInvalidSegmentSaysWhyAndLeavesTheConnectionAlone() {
        Conversation c = open();
        assertEquals("it reaches 2936011 bytes beyond the receiver's window", c.data(false, FAR, 0, 10).why());
        assertEquals("it acknowledges 3000000 bytes that were not seen being sent", c.data(false, 0, FAR, 10).why());
        c.request();
        assertEquals(CtState.ESTABLISHED, c.data(false, 0, 0, 10).state());
    }

    /** 500 times 128 bytes with scaling, 500 without. */
    @Test
    void theWindowIsScaledWhereBothEndsScale() {
        assertEquals(CtState.ESTABLISHED, open(7).data(false, 60_000, 0, 10).state());
        assertEquals(CtState.INVALID, open(-1).data(false, 60_000, 0, 10).state());
    }

    @Test
    void settingsAndOldKernelsJudgeOtherwise() {
        assertEquals(CtState.ESTABLISHED, open("be_liberal", "1").data(false, FAR, 0, 10).state());
        assertEquals(CtState.INVALID, new Conversation(Map.of(), "5.10", 7).open().data(false, -FAR, 0, 10).state());
    }

    @Test
    void aForgottenConnectionIsTakenUpAndThenNotHeldAgainstTheWindow() {
        Conversation c = open("timeout_established", "60").later(61);
        assertEquals(CtState.NEW, c.data(false, 0, 0, 10).state());
        assertEquals(CtState.ESTABLISHED, c.data(true, 0, 0, 10).state());
        assertEquals(CtState.ESTABLISHED, c.data(false, FAR, 0, 10).state());
        Tracked strict = open("loose", "0").later(432_001).data(false, 0, 0, 10);
        assertEquals(CtState.INVALID, strict.state());
        assertTrue(strict.why().contains("tcp_loose=0"), strict.why());
    }

    @Test
    void unacknowledgedDataShortensTheTimeOut() {
        Conversation c = open();
        c.data(false, 0, 0, 10);
        c.client += 10;
        assertEquals(CtState.ESTABLISHED, c.later(299).data(false, 0, 0, 10).state());
        assertEquals(CtState.NEW, c.later(301).data(false, 0, 0, 10).state());
        assertEquals(CtState.ESTABLISHED, open().later(400_000).data(false, 0, 0, 10).state());
    }

    @Test
    void aHalfClosedConnectionIsKeptForCloseWait() {
        Conversation c = open();
        c.flags(false, TcpBits.FIN | TcpBits.ACK, 0);
        c.client++;
        assertEquals(TcpState.CLOSE_WAIT, c.flags(true, TcpBits.ACK, 0).entry().state());
        assertEquals(CtState.ESTABLISHED, c.later(59).data(true, 0, 0, 10).state());
        c.server += 10;
        assertEquals(CtState.NEW, c.later(61).data(true, 0, 0, 10).state(), "it is taken up from the other side");
    }

    @Test
    void resetsCloseWhereTheyFit() {
        Conversation c = open();
        assertEquals(CtState.INVALID, c.flags(false, TcpBits.RST, -15).state());
        assertEquals(CtState.INVALID, c.flags(false, TcpBits.RST, FAR).state());
        Tracked reset = c.flags(false, TcpBits.RST, 0);
        assertEquals(TcpState.CLOSE, reset.entry().state());
        assertNull(reset.why());
        assertEquals(CtState.NEW, c.later(11).data(false, 0, 0, 10).state());
    }

    @Test
    void aSynReopensWhatAResetClosed() {
        Conversation c = open();
        c.flags(false, TcpBits.RST, 0);
        assertEquals(CtState.NEW, c.see(false, TcpBits.SYN, 77, 0, 0, 7).state());
    }

    @Test
    void whatOpensNothingIsInvalid() {
        Conversation c = new Conversation(Map.of(), "6.18", 7);
        assertEquals(CtState.INVALID, c.flags(false, TcpBits.SYN | TcpBits.ACK, 0).state());
        assertEquals(CtState.INVALID, c.flags(false, TcpBits.RST, 0).state());
        assertEquals(CtState.INVALID, c.flags(false, TcpBits.FIN, 0).state());
        assertEquals(CtState.INVALID, c.flags(false, 0, 0).state());
    }

    @Test
    void answersOfTranslatedConnectionsAreKnownByTheirOwnAddresses() {
        ConntrackTable table = new ConntrackTable(TrackingSettings.of(Circumstances.USUAL));
        Tuple inside = new Tuple(BigInteger.ONE, 40000, BigInteger.TEN, 443);
        Tuple answers = new Tuple(BigInteger.TEN, 443, BigInteger.TWO, 50000);
        Tracked syn = table.see(inside, new TcpSegment(1, 0, TcpBits.SYN, 500, 0, 7, true, 0, true), 0);
        table.confirm(syn.entry(), answers);
        TcpSegment answer = new TcpSegment(9, 2, TcpBits.SYN | TcpBits.ACK, 500, 0, 7, true, 2, true);
        assertEquals(CtState.INVALID, table.see(inside.reversed(), answer, 0).state());
        Tracked known = table.see(answers, answer, 0);
        assertEquals(CtState.ESTABLISHED, known.state());
        assertEquals(inside, known.entry().original());
    }
}
