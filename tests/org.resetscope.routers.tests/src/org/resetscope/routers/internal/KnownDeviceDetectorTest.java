package org.resetscope.routers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.ProfileFile;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

/** What is said of devices that the user states. */
class KnownDeviceDetectorTest {

    @TempDir
    private Path directory;

    private static DeviceProfile device(String id, long seconds, String then) {
        return device(id, seconds, then, "set idle N");
    }

    private static DeviceProfile device(String id, long seconds, String then, String change) {
        return new ProfileFile("test", p -> {
            throw new AssertionError(p.text());
        }).parse("vendor: Acme\nprofile: " + id + "\ndevice: " + id + "\nsetting: idle time-out\ndefault: " + seconds + "\nseconds: " + seconds
                + "\ntimer: established\nthen: " + then + "\nchange: " + change + "\nsource: its manual\nconfidence: high\n").get(0);
    }

    private static FlowBuilder flow() {
        return flow(CaptureBuilder.pcap());
    }

    private static FlowBuilder flow(CaptureBuilder capture) {
        return capture.flow("10.0.0.1:40000", "10.0.0.2:443").ttl(64, 61).handshake().client("hello").server("hello").clientAck();
    }

    private static FlowBuilder late(long millis) {
        return late(flow(), millis);
    }

    private static FlowBuilder late(FlowBuilder flow, long millis) {
        return flow.afterMillis(millis).client("more").with(p -> p.ttl(63)).serverRst();
    }

    private Reset judge(FlowBuilder flow, DeviceProfile... devices) {
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(flow.end().write(directory, "x.pcap").toString())),
                Settings.DEFAULT.withDevices(Arrays.asList(devices)), null);
        assertEquals(List.of(), analysis.problems());
        return analysis.resets().get(0);
    }

    private List<Evidence> stated(FlowBuilder flow, DeviceProfile... devices) {
        return judge(flow, devices).verdict().evidence().stream().filter(e -> e.group().equals(Evidence.STATED)).toList();
    }

    private Evidence only(FlowBuilder flow, DeviceProfile... devices) {
        List<Evidence> evidence = stated(flow, devices);
        assertEquals(1, evidence.size(), evidence.toString());
        return evidence.get(0);
    }

    @Test
    void aTimeoutThatFitsExplainsTheReset() {
        Evidence e = only(late(181_500), device("box", 180, "forgets"));
        assertEquals("181.5 s of silence: idle time-out of Acme box, as delivered 3 min, had run out 1.5 s before frame 7. A NAT must keep an"
                + " idle connection for at least 2 h 4 min (RFC 5382, REQ-5).", e.text());
        assertEquals(Map.of(Causes.DEVICE_STATE_EXPIRED, 8, Causes.REMAPPED, 8), e.decibans());
    }

    @Test
    void aLongerOneIsNotThisSetting() {
        Reset reset = judge(late(181_500), device("box", 900, "forgets"));
        String text = "Not this setting: idle time-out of Acme box, as delivered 15 min; that had not passed. The silence was 181.5 s."
                + " It fits only where it was changed on the device (how: set idle N).";
        assertTrue(reset.verdict().explanation().endsWith(text), reset.verdict().explanation());
        assertEquals(Causes.DEVICE_STATE_EXPIRED, reset.verdict().cause());
    }

    @Test
    void whatCannotBeChangedWasNot() {
        assertTrue(only(late(181_500), device("box", 900, "forgets", "not configurable")).text().endsWith(" It cannot be changed there: not configurable."));
    }

    @Test
    void whatRanOutLongBeforeExplainsItTooButLess() {
        Evidence e = only(late(3_000_000), device("box", 180, "forgets"));
        assertEquals(4, e.decibans().get(Causes.DEVICE_STATE_EXPIRED));
        assertTrue(e.text().contains("any shorter time-out of another device fits as well"), e.text());
        assertEquals(6, only(late(190_000), device("box", 180, "forgets")).decibans().get(Causes.DEVICE_STATE_EXPIRED));
    }

    @Test
    void aDeviceThatOnlyForgetsCutsNothing() {
        FlowBuilder cut = flow().afterMillis(180_200).serverAbort();
        assertTrue(only(cut, device("box", 180, "forgets")).text().contains("it sends nothing when it runs out"));
        assertEquals(8, only(flow().afterMillis(180_200).serverAbort(), device("lb", 180, "closes")).decibans().get(Causes.IDLE));
        assertTrue(only(flow().afterMillis(400_000).serverAbort(), device("lb", 180, "closes")).text().startsWith("Not this setting"));
    }

    @Test
    void aDeviceThatClosesDoesNotForgetFirst() {
        assertTrue(only(late(181_500), device("lb", 180, "closes")).text().contains("it ends the connection itself"));
    }

    @Test
    void aKeepaliveThatComesTooLateIsExplained() {
        assertTrue(only(flow().afterMillis(7_200_500).clientKeepAlive().with(p -> p.ttl(63)).serverRst(), device("box", 3600, "forgets"))
                .text().contains("had run out"));
    }

    @Test
    void noSilenceNoTimeout() {
        Evidence e = only(flow().client("more").serverRst(), device("box", 180, "forgets"));
        assertEquals(Map.of(), e.decibans());
        assertTrue(e.text().contains("not its time-outs"), e.text());
    }

    @Test
    void aTimeoutThatKeepsTheStandardIsNotBlamed() {
        assertFalse(only(late(7_441_000), device("box", 7440, "forgets")).text().contains("RFC 5382"));
    }

    @Test
    void eachStatedDeviceIsAnsweredAndNoneWithoutStatement() {
        assertEquals(2, stated(late(181_500), device("a", 180, "forgets"), device("b", 900, "forgets")).size());
        assertEquals(List.of(), stated(late(181_500)));
    }

    private static PacketBuilder there(PacketBuilder p) {
        boolean forth = p.from().startsWith("10.0.0.1:");
        return p.copy().laterMicros(forth ? 20 : -20).ttl(p.ttl() + (forth ? -1 : 1));
    }

    /** What is said of it where it stands in a place of a path on which the reset was made between two points. */
    private List<Evidence> placed(int after) {
        CaptureBuilder all = CaptureBuilder.pcap();
        for (int port = 50_000; port < 50_003; port++) {
            all.flow("10.0.0.1:" + port, "10.0.0.2:443").ttl(64, 61).handshake().client(100).server(100).clientAck().close();
        }
        late(flow(all), 181_500).server("still there");
        List<PacketBuilder> packets = all.packets();
        PacketBuilder beyond = packets.get(packets.size() - 1);
        PacketBuilder rst = packets.get(packets.size() - 2);
        PacketBuilder more = packets.get(packets.size() - 3);
        CaptureBuilder lan = CaptureBuilder.pcap();
        packets.stream().filter(p -> p != beyond).forEach(p -> lan.packets().add(p));
        CaptureBuilder wan = CaptureBuilder.pcap();
        packets.stream().filter(p -> p != rst && p != more).forEach(p -> wan.packets().add(there(p)));
        List<CaptureFile> points = List.of(new CaptureFile(lan.write(directory, "lan.pcap").toString(), "lan"),
                new CaptureFile(wan.write(directory, "wan.pcap").toString(), "wan"));
        Analysis analysis = new ResetScope().analyze(points, new Settings(false, null, List.of(), Circumstances.USUAL, List.of(device("box", 180, "forgets")),
                List.of(), List.of(new PathDevice("home", after, List.of("box")))), null);
        assertEquals("between lan and wan", analysis.resets().get(0).verdict().location());
        return analysis.resets().get(0).verdict().evidence().stream().filter(e -> e.group().equals(Evidence.STATED)).toList();
    }

    @Test
    void theTimeoutsOfADeviceCountWhereItStands() {
        assertEquals(1, placed(1).size());
        assertEquals(List.of(), placed(0));
        assertEquals(List.of(), placed(2));
    }

    @Test
    void aDeviceThatForgetsMayStandAnywhereAsFarAsOneCaptureTells() {
        List<CaptureFile> lan = List.of(CaptureFile.of(late(181_500).end().write(directory, "lan.pcap").toString()));
        for (int after : new int[] {0, 1}) {
            Analysis analysis = new ResetScope().analyze(lan, new Settings(false, null, List.of(), Circumstances.USUAL, List.of(device("box", 180, "forgets")),
                    List.of(), List.of(new PathDevice("home", after, List.of("box")))), null);
            assertEquals(1, analysis.resets().get(0).verdict().evidence().stream().filter(e -> e.group().equals(Evidence.STATED)).count());
        }
    }
}
