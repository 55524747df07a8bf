package org.resetscope.core.tests.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.model.LogLine;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Logs as the programs themselves wrote them when their client reset a connection ({@code tests/org.resetscope.lab/logs} makes them), against
 * what was captured meanwhile. Resets of connections before the program was ready have no line.
 */
class RealLogsTest {

    /** They tell what both ends did. */
    private static final Set<String> TRACERS = Set.of("tracefs", "perf", "bpftrace");

    @TempDir
    private Path directory;

    private Path copy(String name) throws IOException {
        try (InputStream in = RealLogsTest.class.getResourceAsStream(name)) {
            Files.copy(in, directory.resolve(name));
        }
        return directory.resolve(name);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            nginx, SERVER, recv() failed (104: Connection reset by peer) while reading client request headers
            apache, SERVER, Broken pipe: [client 10.9.0.1:
            haproxy, SERVER, (the client aborted while data passed)
            postgresql, SERVER, LOG:  could not receive data from client: Connection reset by peer
            openssh, SERVER, Connection reset by 10.9.0.1 port
            mariadb, SERVER, Aborted connection 3 to db: 'unconnected' user: 'app' host: '10.9.0.1' (Got an error reading communication packets)
            ulogd, INTERMEDIARY, reset IN=lo OUT= MAC=
            tracefs, CLIENT, reason=TCP_STATE
            tracefs, SERVER, tcp_receive_reset: family=AF_INET sport=8087
            perf, CLIENT, reason=TCP_STATE
            perf, SERVER, tcp_receive_reset: family=AF_INET sport=8087
            bpftrace, CLIENT, tcp_send_reset: src=10.9.0.1:
            bpftrace, SERVER, tcp_receive_reset: src=10.9.0.2:8087
            """)
    void theLineOfTheResetIsFoundAndNoOther(String program, Sender place, String words) throws IOException {
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(copy(program + ".pcap").toString())), Settings.DEFAULT, null);
        Analysis joined = EndpointLogs.join(analysis, List.of(copy(program + ".log")), null);
        assertEquals(List.of(), joined.problems());
        for (Reset r : joined.resets()) {
            boolean ended = r.claimedSender() == Sender.CLIENT;
            List<String> lines = r.log().stream().map(LogLine::text).toList();
            assertEquals(ended, !lines.isEmpty(), r + ": " + lines);
            assertTrue(!ended || r.log().stream().anyMatch(l -> l.text().contains(words) && l.place() == place), r.log().toString());
            assertTrue(r.log().stream().allMatch(l -> l.text().contains("10.9.0.1") && (l.place() == place || TRACERS.contains(program))), r.log().toString());
        }
        assertEquals(1, joined.resets().stream().filter(r -> r.claimedSender() == Sender.CLIENT).count());
    }
}
