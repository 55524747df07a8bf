package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;

/** Who is called client. */
class RolesTest {

    @ParameterizedTest
    @CsvSource({
            // first to speak, its peer, client
            "10.0.0.1:40000, 10.0.0.2:80, 10.0.0.1", //
            "10.0.0.1:80, 10.0.0.2:40000, 10.0.0.2", //
            "10.0.0.2:443, 10.0.0.1:1025, 10.0.0.1", //
            "10.0.0.2:8080, 10.0.0.1:50000, 10.0.0.1", //
            "10.0.0.2:50000, 10.0.0.1:8080, 10.0.0.2", //
            "10.0.0.1:50000, 10.0.0.2:60000, 10.0.0.1", //
            "10.0.0.2:50000, 10.0.0.1:60000, 10.0.0.2", //
            "10.0.0.2:8080, 10.0.0.1:9090, 10.0.0.2", //
            "[2001:db8::2]:22, [2001:db8::1]:55555, 2001:db8::1" })
    void withoutASynThePortsTellThenWhoSpokeFirst(String first, String peer, String client) {
        Reset reset = Analysed.of(CaptureBuilder.pcap().flow(first, peer).client(10).server(10).clientAbort().end()).only();

        assertEquals(client, reset.flow().client().address());
        assertEquals(true, reset.flow().inferred());
        assertEquals(Reset.Phase.MIDSTREAM, reset.phase());
    }

    @Test
    void aSynTellsWhateverThePorts() {
        Reset reset = Analysed.of(CaptureBuilder.pcap().flow("10.0.0.1:80", "10.0.0.2:40000").handshake().clientAbort().end()).only();

        assertEquals("10.0.0.1", reset.flow().client().address());
        assertEquals(false, reset.flow().inferred());
        assertEquals(Sender.CLIENT, reset.claimedSender());
    }

    @Test
    void aSynAckAloneTellsAsWell() {
        Reset reset = Analysed.of(CaptureBuilder.pcap().flow("10.0.0.1:80", "10.0.0.2:40000").synAck().clientAck().serverAbort().end()).only();

        assertEquals("10.0.0.1", reset.flow().client().address());
        assertEquals(false, reset.flow().inferred());
        assertEquals(Sender.SERVER, reset.claimedSender());
    }

    @Test
    void theClaimedSenderIsTheSideWhoseAddressTheResetCarries() {
        assertEquals(Sender.CLIENT, Analysed.of(Scene.busy().clientAbort().end()).only().claimedSender());
        assertEquals(Sender.SERVER, Analysed.of(Scene.busy().serverAbort().end()).only().claimedSender());
        assertEquals(Sender.SERVER, Analysed.of(Scene.busy().forgeServer(p -> p.flags("R").ttl(3)).end()).only().claimedSender());
    }
}
