package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

/** Rules of a device count for resets that were made where it stands, and for no others. */
class PlacedRulesTest {

    private static final String CLIENT_HOST = "10.1.0.2";
    private static final String SERVER = "203.0.113.2:80";
    private static final String RULES = "*filter\n:FORWARD ACCEPT\n"
            + "-A FORWARD -p tcp -m string --algo bm --string SECRET -j REJECT --reject-with tcp-reset\nCOMMIT\n";

    @TempDir
    private Path directory;

    private final CaptureBuilder all = CaptureBuilder.pcap();
    private final Set<PacketBuilder> inside = new HashSet<>();
    private final Set<PacketBuilder> outside = new HashSet<>();

    /** A router between lan and wan keeps what a rule forbids and resets the client; the server knows of nothing and goes on. */
    @BeforeEach
    void rejected() {
        for (int port = 50_000; port < 50_003; port++) {
            all.flow(CLIENT_HOST + ":" + port, SERVER).ttl(64, 62).handshake().client(100).server(100).clientAck().close();
        }
        FlowBuilder flow = all.flow(CLIENT_HOST + ":40000", SERVER).ttl(64, 62).handshake().client(100).serverAck().client("a SECRET");
        seen(inside);
        flow.with(p -> p.ttl(64)).serverRst();
        seen(inside);
        flow.with(p -> p.ack(p.ack() - 8)).server(10);
        seen(outside);
    }

    private void seen(Set<PacketBuilder> side) {
        side.add(all.packets().get(all.packets().size() - 1));
    }

    private CaptureBuilder lan() {
        CaptureBuilder lan = CaptureBuilder.pcap();
        all.packets().stream().filter(p -> !outside.contains(p)).forEach(p -> lan.packets().add(p));
        return lan;
    }

    private CaptureBuilder wan() {
        CaptureBuilder wan = CaptureBuilder.pcap();
        for (PacketBuilder p : all.packets()) {
            if (!inside.contains(p)) {
                boolean forth = p.from().startsWith(CLIENT_HOST);
                wan.packets().add(p.copy().laterMicros(forth ? 20 : -20).ttl(p.ttl() + (forth ? -1 : 1)));
            }
        }
        return wan;
    }

    private static PathDevice firewall(int after) {
        return new PathDevice("FW", after, List.of("rules"));
    }

    private Analysis compared(PathDevice... path) {
        return analyze(List.of(new CaptureFile(lan().write(directory, "lan.pcap").toString(), "lan"),
                new CaptureFile(wan().write(directory, "wan.pcap").toString(), "wan")), path);
    }

    private static Analysis analyze(List<CaptureFile> files, PathDevice... path) {
        return new ResetScope().analyze(files, new Settings(false, null, List.of(ConfigurationText.of("rules", RULES)), Circumstances.USUAL, List.of(),
                List.of(), List.of(path)), null).withDevices(List.of(path));
    }

    private static Reset only(Analysis analysis) {
        assertEquals(List.of(), analysis.problems());
        assertEquals(1, analysis.resets().size());
        return analysis.resets().get(0);
    }

    private static boolean held(Reset reset) {
        return reset.verdict().evidence().stream().anyMatch(e -> e.detector().equals("firewall-replay"));
    }

    @Test
    void theDeviceWhereTheResetWasMadeIsNamedWithItsRule() {
        Reset reset = only(compared(firewall(1), new PathDevice("other", 2, List.of())));
        assertEquals("between lan and wan (FW)", reset.verdict().location());
        assertTrue(reset.verdict().summary().contains("between lan and wan (FW)"), reset.verdict().summary());
        assertNotNull(reset.rule());
        assertEquals(3, reset.rule().line());
    }

    @Test
    void rulesOfADeviceOnEitherSideOfItAreNotHeldAgainstTheReset() {
        for (int elsewhere : new int[] {0, 2}) {
            Reset reset = only(compared(firewall(elsewhere)));
            assertEquals("between lan and wan", reset.verdict().location());
            assertNull(reset.rule(), reset.verdict().summary());
            assertFalse(held(reset), reset.verdict().explanation());
        }
    }

    @Test
    void theSameRulesOnTwoDevicesCountForTheOneThatMayHaveMadeIt() {
        Reset reset = only(compared(new PathDevice("home", 0, List.of("rules")), firewall(1)));
        assertEquals("between lan and wan (FW)", reset.verdict().location());
        assertNotNull(reset.rule());
    }

    @Test
    void rulesThatAreNobodysCountEverywhere() {
        assertNotNull(only(compared()).rule());
        assertNotNull(only(compared(new PathDevice("FW", 0, List.of("other rules")))).rule());
    }

    @Test
    void aCaptureAloneTellsFromWhichSideTheResetCame() {
        List<CaptureFile> lan = List.of(CaptureFile.of(lan().write(directory, "lan.pcap").toString()));
        assertNotNull(only(analyze(lan, firewall(1))).rule());
        Reset reset = only(analyze(lan, firewall(0)));
        assertNull(reset.rule());
        assertFalse(held(reset), reset.verdict().explanation());
    }
}
