package org.resetscope.live.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.live.tests.Namespace.Command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The command against the running kernel. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "interfaces to watch are made of Linux network namespaces")
@Timeout(180)
class LiveCommandTest {

    @TempDir
    private Path folder;
    private Namespace namespace;

    @BeforeEach
    void open() throws Exception {
        namespace = Namespace.open();
    }

    @AfterEach
    void close() throws Exception {
        if (namespace != null) {
            namespace.close();
        }
    }

    private static JsonObject json(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }

    @Test
    void listsInterfaces() throws Exception {
        namespace.ip("link", "add", "veth0", "type", "veth", "peer", "name", "veth1");
        Command list = namespace.live();
        String out = list.out();
        list.endsWith(0);
        assertTrue(out.matches("(?s).*lo +up +127\\.0\\.0\\.1, ::1.*"), out);
        assertTrue(out.matches("(?s).*veth0 +down.*"), out);
    }

    @Test
    void tellsAResetAsItHappensAndASummaryWhenStopped() throws Exception {
        Command live = namespace.live("lo", "--format", "json").watching();
        namespace.refuse();
        JsonObject reset = json(live.line());
        assertEquals("reset", reset.get("event").getAsString());
        assertEquals("endpoint.refused", reset.getAsJsonObject("cause").get("id").getAsString());
        assertEquals(9, reset.getAsJsonObject("flow").getAsJsonObject("server").get("port").getAsInt());
        assertTrue(live.process().isAlive());
        JsonObject summary = json(live.stop().line());
        assertEquals("summary", summary.get("event").getAsString());
        assertEquals(1, summary.get("resets").getAsInt());
        assertEquals(2, summary.get("packets").getAsInt());
        assertEquals(0, summary.get("kernelDrops").getAsInt());
        live.endsWith(0);
    }

    @Test
    void endsByItself() throws Exception {
        namespace.live("lo", "--duration", "1s").endsWith(0);
        Command counted = namespace.live("lo", "--count", "2", "--filter", "tcp port 9").watching();
        namespace.refuse();
        counted.endsWith(0);
    }

    @Test
    void theRingKeepsWhatLedToAResetAndGoesOn() throws Exception {
        for (int run = 1; run <= 2; run++) {
            Command live = namespace.live("lo", "--ring", folder.resolve("ring")).watching();
            namespace.refuse();
            live.line();
            live.stop().endsWith(0);
        }
        List<Path> files;
        try (Stream<Path> ring = Files.list(folder.resolve("ring"))) {
            files = ring.sorted().toList();
        }
        assertEquals(2, files.size());
        for (int i = 0; i < files.size(); i++) {
            assertTrue(files.get(i).getFileName().toString().matches("resetscope-\\d{8}T\\d{6}Z-00000" + (i + 1) + "-resets\\.pcap"), files::toString);
            Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(files.get(i).toString())), Settings.DEFAULT, null);
            assertFalse(analysis.partial());
            assertEquals("endpoint.refused", analysis.resets().get(0).verdict().cause());
        }
    }

    @Test
    void standardInputIsWatchedToo() throws Exception {
        Command live = namespace.live("-", "--format", "json").watching();
        try (InputStream sample = Files.newInputStream(Path.of("..", "..", "samples", "unread-data.pcap"))) {
            sample.transferTo(live.process().getOutputStream());
        }
        live.process().getOutputStream().flush();
        assertEquals("reset", json(live.line()).get("event").getAsString());
        live.process().getOutputStream().close();
        live.endsWith(0);
    }

    @Test
    void anInterfaceThatIsNotThere() throws Exception {
        namespace.live("eth77").endsWith(3, "There is no interface eth77; 'resetscope live' lists those that there are.");
    }

    @Test
    void anInterfaceThatIsDown() throws Exception {
        namespace.ip("link", "set", "lo", "down");
        namespace.live("lo").endsWith(3, "The interface lo is down; switch it on: sudo ip link set lo up.");
    }

    @Test
    void anInterfaceThatGoesDownAndComesUpAgain() throws Exception {
        Command live = namespace.live("lo", "--format", "json").watching();
        namespace.ip("link", "set", "lo", "down");
        live.says("The interface lo is down");
        namespace.ip("link", "set", "lo", "up");
        live.says("The interface lo is up again.");
        namespace.refuse();
        assertEquals("reset", json(live.line()).get("event").getAsString());
        live.stop().endsWith(0);
    }

    @Test
    void anInterfaceThatIsRemoved() throws Exception {
        namespace.ip("link", "add", "veth0", "type", "veth", "peer", "name", "veth1");
        namespace.ip("link", "set", "veth0", "up");
        Command live = namespace.live("veth0", "--format", "json").watching();
        namespace.ip("link", "del", "veth0");
        assertEquals("summary", json(live.line()).get("event").getAsString());
        live.endsWith(4, "The interface veth0 went down or was removed");
    }

    @Test
    void aFilterThatIsNone() throws Exception {
        namespace.live("lo", "--filter", "port of entry").endsWith(2, "'port of entry' is no capture filter", "man pcap-filter");
    }

    @Test
    void withoutPermission() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv (util-linux) is not installed");
        namespace.liveUnder(List.of("setpriv", "--bounding-set=-net_raw,-net_admin", "--inh-caps=-net_raw,-net_admin"), "lo")
                .endsWith(3, "not permitted to capture on lo", "sudo", "setcap cap_net_raw,cap_net_admin=eip", "tcpdump");
    }

    /** In a file system in which libpcap cannot be read. */
    @Test
    void withoutLibpcap() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "unshare (util-linux) is not installed");
        String hide = "for f in $(ldconfig -p | sed -n 's/.*libpcap.* => //p'); do mount --bind /dev/null $(readlink -f $f) || exit 77; done; exec \"$@\"";
        namespace.liveUnder(List.of("unshare", "-m", "sh", "-c", hide, "sh"), "lo")
                .endsWith(3, "libpcap, is not there", "libpcap0.8");
    }

    @Test
    void wrongUsage() throws Exception {
        namespace.live("lo", "--duration", "soon").endsWith(2, "--duration: 'soon'");
        namespace.live("lo", "--count", "-1").endsWith(2, "--count");
        namespace.live("lo", "--ring-size", "much", "--ring", folder).endsWith(2, "--ring-size: 'much'");
        namespace.live("lo", "--ring", Files.writeString(folder.resolve("file"), "")).endsWith(2, "--ring: ");
        namespace.live("-", "--filter", "tcp").endsWith(2, "--filter: standard input");
    }
}
