package org.resetscope.cli.internal;

import java.nio.file.Path;

import org.resetscope.core.tests.build.CaptureBuilder;

/** The captures that the command line's tests analyse. */
final class Captures {

    private Captures() {
    }

    /** One refused connection and one that is fine: one reset, in frame 2. */
    static Path refused(Path directory, String name) {
        return refused().write(directory, name);
    }

    static CaptureBuilder refused() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end()
                .flow("10.0.0.1:40001", "10.0.0.2:443").handshake().client("hello").server("hello").close().end();
    }

    static Path quiet(Path directory, String name) {
        return CaptureBuilder.pcap().flow("10.0.0.1:40001", "10.0.0.2:443").handshake().client("hello").server("hello").close().end()
                .write(directory, name);
    }
}
