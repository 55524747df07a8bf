package org.resetscope.console.tests;

import java.nio.file.Path;

import org.resetscope.core.tests.build.CaptureBuilder;

/** Captures of a few packets. */
final class Samples {

    private Samples() {
    }

    /** Two connections refused, one closed with unread data. */
    static Path threeResets(Path directory) {
        return CaptureBuilder.pcap()
                .flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end()
                .flow("10.0.0.1:40001", "10.0.0.2:80").syn().serverRefuses().end()
                .flow("10.0.0.3:40002", "10.0.0.4:8080").handshake().client("GET /").serverAck().server(1460).server(1460).clientAbort().end()
                .write(directory, "three.pcap");
    }
}
