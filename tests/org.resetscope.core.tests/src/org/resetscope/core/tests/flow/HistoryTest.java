package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** The letters are Zeek's (conn.log, "history"): upper case from the client, each once per direction, in the order of events. */
class HistoryTest {

    private static String history(FlowBuilder flow) {
        return Analysed.of(flow.end()).resets().get(0).flow().history();
    }

    @Test
    void aRefusedConnection() {
        assertEquals("Sr", history(Scene.flow().syn().serverRefuses()));
    }

    @Test
    void aLetterStandsOnceForEachDirection() {
        assertEquals("ShADadR", history(Scene.exchange(Scene.busy()).clientAbort()));
    }

    @Test
    void closingFromBothEnds() {
        assertEquals("ShADadFfR", history(Scene.busy().close().clientRst()));
    }

    @Test
    void theServerBeginsToClose() {
        assertEquals("ShADadfR", history(Scene.busy().serverFin().clientAbort()));
    }

    @Test
    void retransmissionGapAndZeroWindow() {
        assertEquals("ShADTr", history(Scene.opened().client(10).clientRetransmits(10).serverAbort()));
        assertEquals("ShADGr", history(Scene.opened().client(10).clientLost(10).client(10).serverAbort()));
        assertEquals("ShAGDr", history(Scene.opened().clientLost(10).client(10).serverAbort()));
        assertEquals("ShADaWdR", history(Scene.opened().client(10).serverAck().with(p -> p.window(0)).clientAck().server(10).clientAbort()));
    }

    @Test
    void theCaseFollowsTheClientNotTheLowerAddress() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        capture.flow("10.0.0.9:40000", "10.0.0.2:80").handshake().client(10).serverAbort();

        assertEquals("ShADr", Analysed.of(capture).only().flow().history());
    }

    @Test
    void whatFollowsTheResetIsPartOfTheHistory() {
        assertEquals("ShADaRd", history(Scene.opened().client(10).serverAck().clientAbort().server(10)));
    }
}
