package org.resetscope.routers.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import picocli.CommandLine;

/** resetscope advise, and the section of reports. */
class AdviseCommandTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @SuppressWarnings("unchecked")
    private int run(Object... arguments) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Map<String, Object> answers = Map.of("out", out, "err", errors, "width", 100, "charset", StandardCharsets.UTF_8);
        ContributedCommand command = new AdviseCommand();
        command.init((CommandContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { CommandContext.class },
                (proxy, method, given) -> method.getName().equals("cancellable") ? ((Function<IProgressMonitor, Object>) given[0]).apply(null)
                        : answers.get(method.getName())));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new CommandLine(command).setErr(new PrintWriter(err, true)).execute(words);
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FlowBuilder flow() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:5432").ttl(64, 61).handshake().client("hello").server("hello").clientAck();
    }

    private Path late(long millis) {
        return flow().afterMillis(millis).client("more").with(p -> p.ttl(63)).serverRst().end().write(directory, "late.pcap");
    }

    private String section(Path capture, String format, String... routers) throws IOException {
        DeviceProfiles profiles = DeviceProfiles.read();
        Settings settings = Settings.DEFAULT.withDevices(Stream.of(routers).map(id -> profiles.find(id).orElseThrow()).toList());
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(capture.toString())), settings, null);
        StringBuilder report = new StringBuilder();
        Extensions.read(Extensions.REPORTERS, Reporter.class).find(format).orElseThrow().callIo(r -> {
            r.write(analysis, report, new ReportOptions(false, 2000));
            return null;
        }, null);
        return report.toString();
    }

    @Test
    void theTimerTheMarginAndTheConfigurationAreTold() {
        assertEquals(0, run("--for", "linux,windows", late(212_000)));
        assertTrue(shown().startsWith("1. 1 connection with 10.0.0.2:5432 cut after 212.0 s of silence, by a timer of at most 212.0 s (it may be"
                + " shorter: the silence only bounds it).\n"), shown());
        assertTrue(shown().contains("the first probe after 105 s of silence (half of 212.0 s), the others every 26 s; 3 may get lost"), shown());
        assertTrue(shown().contains("net.ipv4.tcp_keepalive_time = 105\n"), shown());
        assertTrue(shown().contains("/v KeepAliveTime /t REG_DWORD /d 105000 /f\n"), shown());
        assertTrue(shown().contains("--- trade-off: ") && shown().contains("--- source: "), shown());
        assertTrue(shown().contains("Also for (--for): freebsd, macos"), shown());
    }

    @Test
    void aKnownTimeoutThatFitsIsTakenWhereItIsShorter() {
        run(late(365_000));
        assertTrue(shown().contains("by a timer of at most 350.0 s (as by default AWS "), shown());
        assertTrue(shown().contains("tcp_keepalive_time = 150\n"), shown());
    }

    @Test
    void aStatedDeviceThatFitsGivesTheTimer() {
        assertEquals(0, run("--router", "aws-nat-gateway", late(2_000_000)));
        assertTrue(shown().contains("by a timer of 350.0 s (as AWS NAT Gateway has it as delivered)"), shown());
    }

    /** As the command does: what was stated counts in every report. */
    @Test
    void reportsKnowTheStatedDeviceToo() throws IOException {
        Path capture = late(2_000_000);
        for (String format : List.of("text", "markdown", "html", "json")) {
            String report = section(capture, format, "aws-nat-gateway").replaceAll("\\s+", " ");
            assertTrue(report.contains("by a timer of 350.0 s (as AWS NAT Gateway has it as delivered)"), report);
            assertFalse(section(capture, format).replaceAll("\\s+", " ").contains("by a timer of 350.0 s"), format);
        }
    }

    @Test
    void noTimerNoAdvice() throws IOException {
        Path capture = flow().client("more").with(p -> p.ttl(63)).serverRst().end().write(directory, "busy.pcap");
        assertEquals(0, run(capture));
        assertEquals(Words.NO_TIMER + "\n", shown());
        assertFalse(section(capture, "text").contains("Advice"));
    }

    @Test
    void reportsForPeopleHaveASection() throws IOException {
        Path capture = late(212_000);
        for (String format : List.of("text", "markdown", "html")) {
            String report = section(capture, format);
            assertTrue(report.contains("Advice") && report.contains("the first probe after 105 s of silence"), report);
        }
    }

    @Test
    void programsGetValuesAndConfigurations() throws IOException {
        JsonObject report = JsonParser.parseString(section(late(212_000), "json")).getAsJsonObject();
        JsonObject advice = report.getAsJsonArray("advice").get(0).getAsJsonObject();
        assertEquals(5432, advice.getAsJsonArray("servers").get(0).getAsJsonObject().get("port").getAsInt());
        assertEquals("{\"keepalive\":105,\"interval\":26,\"probes\":4,\"timeout\":7440}", advice.get("values").toString());
        assertEquals(212, advice.getAsJsonObject("limit").get("seconds").getAsDouble(), 0.1);
        assertFalse(advice.getAsJsonObject("limit").get("exact").getAsBoolean());
        JsonObject linux = advice.getAsJsonArray("configurations").get(0).getAsJsonObject();
        assertEquals("linux", linux.get("target").getAsString());
        assertTrue(linux.get("text").getAsString().startsWith("net.ipv4.tcp_keepalive_time = 105\n"), linux.toString());
        assertFalse(linux.get("tradeOff").getAsString().isEmpty());
    }

    @Test
    void capturesOfSeveralPointsAreCompared() {
        Path capture = late(212_000);
        assertEquals(0, run("--point", "lan=" + capture, "--point", "wan=" + capture));
        assertTrue(shown().startsWith("1. 1 connection with 10.0.0.2:5432"), shown());
    }

    @Test
    void aTargetThatDoesNotExistIsWrongUsage() {
        assertEquals(2, run("--for", "linux,plan9", late(212_000)));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("'plan9' is none of linux, freebsd"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aCaptureThatCannotBeReadIsToldAndTheOthersCount() {
        assertEquals(3, run(directory.resolve("none.pcap"), late(212_000)));
        assertTrue(shown().contains("212.0 s"), shown());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("none.pcap"));
    }
}
