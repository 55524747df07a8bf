package org.resetscope.vendors.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.log.LogEntry;

/** Lines as the firewalls write them. */
class LogFormatsTest {

    private static final String FORTIGATE = "date=2026-01-01 time=01:00:01 devname=\"fw1\" eventtime=1767225600500000000 tz=\"+0100\" type=\"traffic\""
            + " subtype=\"forward\" level=\"notice\" srcip=10.0.0.1 srcport=40000 dstip=10.0.0.2 dstport=443 proto=6 action=\"server-rst\""
            + " policyid=7 duration=1";
    private static final String PAN_OS = "<14>Jan  1 00:00:01 fw2 1,2026/01/01 00:00:01,0123456789,TRAFFIC,end,2305,2026/01/01 00:00:01,10.0.0.1,"
            + "10.0.0.2,0.0.0.0,0.0.0.0,allow-web,,,ssl,vsys1,trust,untrust,ethernet1/1,ethernet1/2,default,2026/01/01 00:00:01,4711,1,40000,443,"
            + "0,0,0x0,tcp,allow,1000,500,500,7,2026/01/01 00:00:00,1,any,0,12345,0x0,10.0.0.0-10.255.255.255,Reserved,0,4,3,tcp-rst-from-server";

    @TempDir
    private Path directory;

    @Test
    void fortiGateTellsWhoReset() {
        LogEntry entry = new FortiGateFormat().read(FORTIGATE);
        assertEquals(1_767_225_600_500_000_000L, entry.nanos());
        assertEquals("FortiGate session 10.0.0.1:40000 -> 10.0.0.2:443, policy 7: the server ended it by a reset (action server-rst, after 1 s)",
                entry.message());
    }

    @Test
    void panOsTellsWhoReset() {
        LogEntry entry = new PanOsFormat().read(PAN_OS);
        assertEquals(1_767_225_601_000_000_000L, entry.nanos());
        assertEquals(LogEntry.Clock.LOCAL, entry.clock());
        assertEquals("PAN-OS session 10.0.0.1:40000 -> 10.0.0.2:443, rule allow-web: the server ended it by a reset"
                + " (session end reason tcp-rst-from-server)", entry.message());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "date=2026-01-01 type=\"traffic\" srcip=10.0.0.1", "eventtime=99999999999999999999 srcip=10.0.0.1 type=\"traffic\""
            + " srcport=1 dstip=10.0.0.2 dstport=2", "1,2026/01/01 00:00:01,x,TRAFFIC,end,0,yesterday", "x,TRAFFIC,end,",
            "Jan  1 00:00:01 host sshd[1]: Connection reset by 10.0.0.1 port 40000" })
    void otherLinesAreLeftToOthers(String line) {
        assertNull(new FortiGateFormat().read(line));
        assertNull(new PanOsFormat().read(line));
    }

    @ParameterizedTest
    @ValueSource(strings = { FORTIGATE, PAN_OS })
    void theLineStandsBesideItsReset(String line) throws Exception {
        String capture = Verdicts.flow().serverAbort().end().write(directory, "x.pcap").toString();
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(capture)), Settings.DEFAULT, null);
        Path log = Files.writeString(directory.resolve("fw.log"), line + "\n");
        Analysis joined = EndpointLogs.join(analysis, List.of(log), null);
        assertEquals(List.of(), joined.problems());
        assertTrue(joined.resets().get(0).verdict().evidence().stream().anyMatch(e -> e.text().contains("the server ended it by a reset")),
                joined.resets().get(0).verdict().explanation());
    }

    @Test
    void profilesAreRead() {
        DeviceProfiles profiles = DeviceProfiles.read();
        assertEquals(List.of(), profiles.problems());
        assertEquals("F5 BIG-IP", profiles.find("f5-big-ip").orElseThrow().title());
        assertEquals(List.of(9000L), profiles.find("citrix-adc").orElseThrow().settings().get(0).seconds());
    }
}
