package org.resetscope.core.tests.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.LogLine;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.build.CaptureBuilder;

import com.sun.management.ThreadMXBean;

/** Lines of logs find their resets. */
class EndpointLogsTest {

    @TempDir
    private Path directory;

    private Analysis analysis;
    private Instant at;

    /** One reset of 10.0.0.1:40000 to 10.0.0.2:443. */
    @BeforeEach
    void capture() {
        analysis = analyze(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").handshake().client("hello").server("hello").serverAbort().end()
                .write(directory, "x.pcap"));
        at = time(analysis.resets().get(0));
    }

    private static Analysis analyze(Path file) {
        return new ResetScope().analyze(List.of(CaptureFile.of(file.toString())), Settings.DEFAULT, null);
    }

    private static Instant time(Reset r) {
        long nanos = r.packets().get(0).time().nanos();
        return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
    }

    private static String format(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("EPOCH", Long.toString(instant.getEpochSecond())), Locale.ROOT).withZone(ZoneOffset.UTC).format(instant);
    }

    private Path log(String... lines) throws IOException {
        return Files.write(directory.resolve("app.log"), List.of(lines));
    }

    private List<String> found(Path log) {
        Analysis joined = EndpointLogs.join(analysis, List.of(log), null);
        assertEquals(analysis.problems(), joined.problems());
        return texts(joined.resets().get(0));
    }

    private static List<String> texts(Reset r) {
        return r.verdict().evidence().stream().filter(e -> e.group().equals(Evidence.STATED)).map(Evidence::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00 web sshd[1]: Connection reset by 10.0.0.1 port 40000'",
            "'<34>1 'yyyy-MM-dd'T'HH:mm:ss.SSS'Z web app 1 - - reset 10.0.0.1:40000'",
            "'<34>'MMM d HH:mm:ss' web app: reset [::ffff:10.0.0.1]:40000'",
            "MMM d HH:mm:ss' fw kernel: [1.5] REJECT IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 LEN=60 PROTO=TCP SPT=40000 DPT=443 '",
            "MMM d HH:mm:ss' lb haproxy[9]: 10.0.0.1:40000 ['dd/MMM/yyyy:HH:mm:ss.SSS'] in out/s1 0/0/2 212 CD 1/1/0/0/0 0/0'",
            "yyyy/MM/dd HH:mm:ss' [info] 7#7: *1 recv() failed (104: Connection reset by peer), client: 10.0.0.1, server: 0.0.0.0:443'",
            "'10.0.0.1 - - ['dd/MMM/yyyy:HH:mm:ss' +0000] \"GET / HTTP/1.1\" 499 0'",
            "yyyy-MM-dd HH:mm:ss.SSS' UTC [12] 10.0.0.1(40000) LOG:  could not receive data from client: Connection reset by peer'",
            "'['EEE MMM dd HH:mm:ss.SSSSSS yyyy'] [core:info] [pid 5:tid 7] (104)Connection reset by peer: [client 10.0.0.1:40000] AH00000: x'",
            "yyyy-MM-dd'  'H:mm:ss' 5 [Warning] Aborted connection 5 to db: ''d'' user: ''u'' host: ''10.0.0.1'' (Got an error reading)'",
            "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z 8 [Note] [MY-010914] [Server] Aborted connection 8, host: ''10.0.0.1'' (Got timeout)'",
            "yyyy-MM-dd HH:mm:ss,SSS' ERROR [main] c.e.Pool - lost 10.0.0.2:443: Connection reset'",
            "'['yyyy-MM-dd'T'HH:mm:ss,SSS'][WARN ][o.e.t.TcpTransport] [node] exception caught, R:/10.0.0.1:40000'",
            "'ERROR ['yyyy-MM-dd HH:mm:ss,SSS'] com.example.Pool: lost 10.0.0.1:40000'",
            "dd-MMM-yyyy HH:mm:ss.SSS' SEVERE [main] org.example.Pool.run lost 10.0.0.1:40000'",
            "yyyy-MM-dd HH:mm:ss.SSSSSS' rule 5/0(match): block in on em0: 10.0.0.1.40000 > 10.0.0.2.443: Flags [P.], length 0'",
            "'[ 2725.169956] reject: IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 LEN=60 PROTO=TCP SPT=40000 DPT=443 SYN'",
            "'['EEE MMM ppd HH:mm:ss yyyy'] reject: IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 LEN=60 PROTO=TCP SPT=40000 DPT=443 SYN'",
            "EEE yyyy-MM-dd HH:mm:ss' UTC web sshd[1]: Connection reset by 10.0.0.1 port 40000'",
            "yyyy-MM-dd HH:mm:ss.SSS' UTC [12] LOG:  disconnection: session time: 0:00:00.3 user=u database=d host=10.0.0.1 port=40000'",
            "'[EPOCH.'SSSSSS']\t[DESTROY] tcp      6 src=10.0.0.1 dst=10.0.0.2 sport=40000 dport=443 src=10.0.0.2 dst=10.0.0.9 sport=443 dport=1'",
            "'['yyyy-MM-dd'T'HH:mm:ss.SSS'Z] \"GET / HTTP/1.1\" 503 UC 0 95 0 - \"10.0.0.1\" \"curl\" \"id\" \"host\" \"10.0.0.2:443\"'",
            "'['yyyy-MM-dd'T'HH:mm:ss.SSS'Z] \"GET / HTTP/1.1\" 503 UC upstream_reset{a,b} - \"-\" 0 95 1 - \"-\" \"c\" \"id\" \"h\" \"10.0.0.2:443\" out'" })
    void eachFormatIsJoined(String pattern) throws IOException {
        List<String> found = found(log("nothing of interest", format(at, pattern)));
        assertEquals(1, found.size(), format(at, pattern));
        assertTrue(found.get(0).startsWith("app.log, line 2, "), found.get(0));
    }

    /** Its own address is the source, and the ports stand before. */
    @Test
    void whatTheClientsKernelReceivedIsToldOnTheClientsSide() throws IOException {
        Analysis joined = EndpointLogs.join(analysis, List.of(log(" curl-9 [001] ..s2. 23493.276601: tcp_receive_reset: family=AF_INET sport=40000"
                + " dport=443 saddr=10.0.0.1 daddr=10.0.0.2 saddrv6=::ffff:10.0.0.1 daddrv6=::ffff:10.0.0.2 sock_cookie=104d")), null);
        assertEquals(List.of(Sender.CLIENT), joined.resets().get(0).log().stream().map(LogLine::place).toList());
    }

    /** Any line of a clock without a date fits some time: only those that name the connection can tie it. */
    @Test
    void oneSideIsNotEnoughToTieAClockWithoutADate() throws IOException {
        Analysis joined = EndpointLogs.join(analysis, List.of(log("[ 2725.169956] app: peer 10.0.0.1 closed")), null);
        assertEquals(List.of(), joined.resets().get(0).log());
    }

    @Test
    void linesThatAreNotUtf8AreTakenAsLatin1() throws IOException {
        Path file = Files.write(directory.resolve("app.log"), format(at, "yyyy-MM-dd'T'HH:mm:ss'Z caf\u00e9 lost 10.0.0.1:40000\n'").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(found(file).get(0).contains("caf\u00e9 lost"), found(file)::toString);
        Files.writeString(file, format(at, "yyyy-MM-dd'T'HH:mm:ss'Z caf\u00e9 lost 10.0.0.1:40000\n'"));
        assertTrue(found(file).get(0).contains("caf\u00e9 lost"), found(file)::toString);
    }

    @Test
    void theMarkOfUtf8InSyslogIsNoPartOfTheMessage() throws IOException {
        assertTrue(found(log(format(at, "'<34>1 'yyyy-MM-dd'T'HH:mm:ss.SSS'Z web app 1 - - \ufeffreset 10.0.0.1:40000'"))).get(0).contains("- - reset"));
    }

    @Test
    void anEmptyLogIsCalledSo() throws IOException {
        assertTrue(EndpointLogs.join(analysis, List.of(log()), null).problems().get(0).text().endsWith("app.log: is empty"));
    }

    @Test
    void otherCompressionsAreNamed() throws IOException {
        Path file = Files.write(directory.resolve("app.log.xz"), new byte[] { (byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4 });
        assertTrue(EndpointLogs.join(analysis, List.of(file), null).problems().get(0).text().contains("compressed with xz"));
    }

    @Test
    void theJournalIsJoined() throws IOException {
        long micros = at.getEpochSecond() * 1_000_000 + 200_000;
        assertEquals(1, found(log("{\"__REALTIME_TIMESTAMP\":\"" + micros + "\",\"MESSAGE\":\"peer 10.0.0.1:40000 gone\"}")).size());
    }

    @Test
    void aStackTraceBelongsToTheLineThatItFollows() throws IOException {
        List<String> found = found(log(format(at, "yyyy-MM-dd HH:mm:ss,SSS' ERROR [main] c.e.Pool - request to 10.0.0.2:443 failed'"),
                "java.lang.IllegalStateException: no answer", "\tat c.e.Pool.get(Pool.java:7)", "Caused by: java.net.SocketException: Connection reset",
                "\tat java.base/sun.nio.ch.NioSocketImpl.implRead(NioSocketImpl.java:328)", "\t... 7 more", "nothing of interest"));
        assertEquals(1, found.size());
        assertTrue(found.get(0).endsWith("\"ERROR [main] c.e.Pool - request to 10.0.0.2:443 failed | java.lang.IllegalStateException: no answer"
                + " | Caused by: java.net.SocketException: Connection reset\""), found.get(0));
    }

    @Test
    void anAddressInAStackTraceHasTheTimeOfTheLineThatItFollows() throws IOException {
        List<String> found = found(log(format(at, "MMM d, yyyy h:mm:ss a' com.example.Pool get'"), "SEVERE: request failed",
                "java.net.ConnectException: Connection refused: /10.0.0.2:443", "\tat c.e.Pool.get(Pool.java:7)"));
        assertEquals(1, found.size());
        assertTrue(found.get(0).startsWith("app.log, line 3, "), found.get(0));
    }

    @Test
    void envoysFlagsAreSaidInWords() throws IOException {
        String text = found(log(format(at.minusMillis(2500), "'['yyyy-MM-dd'T'HH:mm:ss.SSS'Z] \"GET / HTTP/1.1\" 0 DC 0 0 2500 - \"10.0.0.1\"'"))).get(0);
        assertTrue(text.contains("(the client closed or reset its connection)") && text.contains(", 0 µs after the reset"), text);
    }

    @Test
    void theKernelsAccountIsJoinedByItsOwnClock() throws IOException {
        String text = found(log("  nginx-9 [001] ..s1. 1234.567890: tcp_send_reset: skbaddr=0 skaddr=0 src=10.0.0.2:443 dest=10.0.0.1:40000"
                + " state=TCP_CLOSE reason=NO_SOCKET")).get(0);
        assertTrue(text.contains("its clock tied to the capture's by 1 reset") && text.contains("reason=NO_SOCKET"), text);
    }

    @Test
    void haproxysStateIsSaidInWords() throws IOException {
        String text = found(log(format(at, "MMM d HH:mm:ss' lb haproxy[9]: 10.0.0.1:40000 ['dd/MMM/yyyy:HH:mm:ss.SSS'] in out/s1 0/0/2 212 CD 1/1/0/0/0'")))
                .get(0);
        assertTrue(text.contains("(the client aborted while data passed)"), text);
    }

    @ParameterizedTest
    @CsvSource({ "3600, true", "-19800, true", "4, true", "1234, false" })
    void aClockMayBeAZoneAwayButNotJustAnywhere(long seconds, boolean believed) throws IOException {
        Path log = log(format(at.plusSeconds(seconds), "yyyy/MM/dd HH:mm:ss' [error] 7#7: *1 reset by 10.0.0.1:40000'"));
        List<String> found = texts(EndpointLogs.join(analysis, List.of(log), null).resets().get(0));
        assertEquals(believed, !found.isEmpty());
        assertTrue(!believed || found.get(0).contains(seconds < 0 ? " behind" : " ahead"), found.toString());
    }

    @Test
    void severalResetsTieAnyClock() throws IOException {
        CaptureBuilder two = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").handshake().client("a").serverAbort().end()
                .afterMillis(60_000).flow("10.0.0.1:40001", "10.0.0.2:443").handshake().client("a").serverAbort().end();
        analysis = analyze(two.write(directory, "two.pcap"));
        List<String> lines = new ArrayList<>();
        for (Reset r : analysis.resets()) {
            lines.add(format(time(r).plusSeconds(1234), "yyyy/MM/dd HH:mm:ss' [error] 7#7: *1 reset by 10.0.0.1:'") + r.flow().client().port());
        }
        Analysis joined = EndpointLogs.join(analysis, List.of(log(lines.toArray(String[]::new))), null);
        joined.resets().forEach(r -> assertEquals(1, texts(r).size(), r.id()));
        assertTrue(joined.problems().isEmpty(), joined.problems().toString());
    }

    @Test
    void otherConnectionsAndTimesAreNotJoined() throws IOException {
        assertEquals(List.of(), found(log(format(at, "yyyy/MM/dd HH:mm:ss' [error] 7#7: *1 reset by 10.0.0.1:40001'"),
                format(at, "yyyy/MM/dd HH:mm:ss' [error] 7#7: *1 reset by 110.0.0.1:40000'"),
                format(at, "yyyy/MM/dd HH:mm:ss' [notice] 7#7: *1 welcome, client: 10.0.0.1, server: x'"))));
    }

    @Test
    void gzipAndHostileLinesDoNoHarm() throws IOException {
        Path file = directory.resolve("big.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] ten = "10.0.0.1:40000 1:2:3:4::".repeat(440_000).getBytes(StandardCharsets.UTF_8);
            out.write(format(at, "MMM d HH:mm:ss' h a: '").getBytes(StandardCharsets.UTF_8));
            out.write(ten);
            out.write(("\n\u0000\u001b[2J" + "{\"a\":".repeat(5000) + "\n").getBytes(StandardCharsets.UTF_8));
            out.write(format(at, "MMM d HH:mm:ss' h a: 10.0.0.1:40000 \u001b[31m<script>'").getBytes(StandardCharsets.UTF_8));
        }
        List<String> found = found(file);
        assertEquals(2, found.size(), found.toString());
        assertTrue(found.stream().allMatch(t -> t.length() < 600 && t.chars().noneMatch(Character::isISOControl)), found.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1" })
    void encodingsAndByteOrderMarksDoNotMatter(String encoding) throws IOException {
        String mark = encoding.startsWith("UTF") ? "\ufeff" : "";
        String line = format(at, "yyyy-MM-dd HH:mm:ss,SSS' ERROR [main] M\u00fcller: lost 10.0.0.1:40000'");
        Path log = Files.write(directory.resolve("app.log"), (mark + line + "\r\n" + "x".repeat(100_000) + "\r\n").getBytes(Charset.forName(encoding)));
        assertEquals(1, found(log).size());
    }

    /** Neither of NULs, nor of one line without an end, nor of many that nearly are addresses. */
    @Test
    void linesThatAreNoneAreReadInAFlatAmountOfMemory() throws IOException {
        Path log = directory.resolve("app.log");
        byte[] nothing = new byte[1 << 20];
        byte[] nearly = "1.2.3. 10.0.0. 10.0.0 255.255.255.255.255 10.0.0.999 :::: ::1:".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(log)) {
            for (int i = 0; i < 64; i++) {
                out.write(nothing);
                out.write(nearly);
            }
            out.write(format(at, "'\n'yyyy-MM-dd HH:mm:ss,SSS' lost 10.0.0.1:40000\n'").getBytes(StandardCharsets.UTF_8));
            out.write(nearly);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(1, found(log).size());
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 16 << 20, "128 MB are read with less than 16");
    }

    @Test
    void randomBytesAreNoLogAndHarmless() throws IOException {
        byte[] noise = new byte[1 << 18];
        new Random(7).nextBytes(noise);
        noise[0] = 'x';
        Path file = Files.write(directory.resolve("noise"), noise);
        Analysis joined = EndpointLogs.join(analysis, List.of(file), null);
        assertTrue(joined.problems().get(0).text().contains("no line is of a known log format"), joined.problems().toString());
    }

    @Test
    void aBrokenGzipIsToldAndWhatCouldBeReadCounts() throws IOException {
        Path file = Files.write(directory.resolve("cut.gz"), new byte[] { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1 });
        assertTrue(EndpointLogs.join(analysis, List.of(file), null).problems().stream().anyMatch(p -> p.text().contains("cannot be read")));
    }
}
