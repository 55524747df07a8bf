package org.resetscope.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Sender;

/** In a running framework, a plug-in that comes, breaks and goes costs nothing but its own contribution. */
class BrokenPluginTest {

    private static final String PLUGIN = "com.example.broken";

    private static List<String> detectors() {
        return Extensions.read(Extensions.DETECTORS, Detector.class).all().stream().map(d -> d.id()).toList();
    }

    @Test
    void aBrokenPluginIsDisabledAndToldWhileItIsThere(@TempDir Path directory) throws Exception {
        List<CaptureFile> capture = List.of(CaptureFile.of(refusedConnection(directory).toString()));
        Analysis before = new ResetScope().analyze(capture, Settings.DEFAULT, null);
        assertEquals(1, before.resets().size());
        assertEquals(List.of(), before.problems());
        assertFalse(detectors().contains("broken"));

        Bundle bundle = install("""
                <detector id="broken" group="x" class="%s"/>
                <detector id="missing" group="x" class="com.example.Nowhere"/>
                <detector id="ttl" group="x" class="com.example.Nowhere"/>
                """.formatted(BrokenDetector.class.getName()), "org.resetscope.core", BrokenDetector.class);
        try {
            bundle.start();
            assertTrue(detectors().contains("broken"), "a bundle that comes is noticed");
            Analysis with = new ResetScope().analyze(capture, Settings.DEFAULT, null);
            assertEquals(before.resets().get(0).verdict().cause(), with.resets().get(0).verdict().cause());
            List<String> told = with.problems().stream().map(Problem::text).toList();
            assertEquals(3, told.size(), told::toString);
            assertTrue(told.stream().anyMatch(t -> t.startsWith("detector \"broken\" of plug-in " + PLUGIN
                    + " failed and is disabled: java.lang.IllegalStateException: never tested (at ")), told::toString);
            assertTrue(told.stream().anyMatch(t -> t.startsWith("detector \"missing\" of plug-in " + PLUGIN
                    + " failed and is disabled: java.lang.ClassNotFoundException: com.example.Nowhere")), told::toString);
            assertTrue(told.contains("detector \"ttl\" of plug-in " + PLUGIN
                    + " is ignored: plug-in org.resetscope.core has the same id"), told::toString);
            assertTrue(with.partial());
        } finally {
            bundle.uninstall();
        }
        assertFalse(detectors().contains("broken"), "a bundle that goes is noticed");
        assertEquals(List.of(), new ResetScope().analyze(capture, Settings.DEFAULT, null).problems());
    }

    @Test
    @Timeout(120)
    void aDetectorThatHangsIsLeftAlone(@TempDir Path directory) throws Exception {
        List<CaptureFile> capture = List.of(CaptureFile.of(refusedConnection(directory).toString()));
        Analysis before = new ResetScope().analyze(capture, Settings.DEFAULT, null);
        Bundle bundle = install("""
                <detector id="hangs" group="x" class="%s"/>
                """.formatted(HangingDetector.class.getName()), "org.resetscope.core", HangingDetector.class);
        try {
            bundle.start();
            Analysis with = new ResetScope().analyze(capture, Settings.DEFAULT, null);
            assertEquals(before.resets(), with.resets());
            assertEquals(1, with.problems().size(), () -> with.problems().toString());
            String told = with.problems().get(0).text();
            assertTrue(told.startsWith("detector \"hangs\" of plug-in " + PLUGIN + " has not answered for 2 s and is disabled (it is at "
                    + HangingDetector.class.getName()), told);
            assertTrue(with.partial());
        } finally {
            System.setProperty("resetscope.test.release", "");
            bundle.uninstall();
            System.clearProperty("resetscope.test.release");
        }
    }

    /** One capture has the beginning, so that client and server are known; the other has the reset, and by its ports alone takes one for the other. */
    @Test
    @Timeout(120)
    void aDetectorThatHangsOverWhatOnlyTheComparisonOfPointsKnowsIsLeftAlone(@TempDir Path directory) throws Exception {
        List<CaptureFile> captures = List.of(new CaptureFile(connection(directory.resolve("a.pcap"), 0, 6).toString(), "A"),
                new CaptureFile(connection(directory.resolve("b.pcap"), 3, 8).toString(), "B"));
        Analysis before = new ResetScope().analyze(captures, Settings.DEFAULT, null);
        assertEquals(List.of(), before.problems());
        assertEquals(Sender.SERVER, before.resets().get(0).claimedSender());
        assertEquals(Sender.CLIENT, new ResetScope().analyze(captures.subList(1, 2), Settings.DEFAULT, null).resets().get(0).claimedSender());
        Bundle bundle = install("""
                <detector id="hangs" group="x" class="%s"/>
                """.formatted(HangingDetector.class.getName()), "org.resetscope.core", HangingDetector.class);
        try {
            bundle.start();
            Analysis with = new ResetScope().analyze(captures, Settings.DEFAULT, null);
            assertEquals(before.resets(), with.resets());
            assertEquals(List.of("contributor-failed"), with.problems().stream().map(Problem::code).toList());
        } finally {
            System.setProperty("resetscope.test.release", "");
            bundle.uninstall();
            System.clearProperty("resetscope.test.release");
        }
    }

    @Test
    void aPluginThatNeedsWhatIsNotThereIsTold(@TempDir Path directory) throws Exception {
        List<CaptureFile> capture = List.of(CaptureFile.of(refusedConnection(directory).toString()));
        Bundle bundle = install("""
                <detector id="unlucky" group="x" class="%s"/>
                """.formatted(BrokenDetector.class.getName()), "org.resetscope.core, com.example.nowhere", BrokenDetector.class);
        try {
            Analysis with = new ResetScope().analyze(capture, Settings.DEFAULT, null);
            assertEquals(1, with.resets().size());
            assertEquals(List.of("The plug-in " + PLUGIN + " cannot be used: it needs com.example.nowhere, which is not installed"),
                    with.problems().stream().map(Problem::text).toList());
        } finally {
            bundle.uninstall();
        }
    }

    /** @param detectors elements of its plugin.xml */
    private static Bundle install(String detectors, String required, Class<?> type) throws Exception {
        String manifest = """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: %s;singleton:=true
                Bundle-Version: 1.0.0
                Require-Bundle: %s
                """.formatted(PLUGIN, required);
        String plugin = """
                <?xml version="1.0" encoding="UTF-8"?>
                <?eclipse version="3.4"?>
                <plugin>
                  <extension point="org.resetscope.core.detectors">
                    %s
                  </extension>
                </plugin>
                """.formatted(detectors);
        String file = type.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes); InputStream in = type.getResourceAsStream("/" + file)) {
            entry(jar, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
            entry(jar, "plugin.xml", plugin.getBytes(StandardCharsets.UTF_8));
            entry(jar, file, in.readAllBytes());
        }
        return FrameworkUtil.getBundle(BrokenPluginTest.class).getBundleContext().installBundle("test:" + PLUGIN,
                new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static void entry(JarOutputStream jar, String name, byte[] contents) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(contents);
        jar.closeEntry();
    }

    private static final int HOST = 0x0a000001;
    private static final int OTHER = 0x0a000002;

    /** A SYN and the RST,ACK that answers it, as raw IPv4. */
    private static Path refusedConnection(Path directory) throws IOException {
        ByteBuffer file = file();
        packet(file, 1, HOST, 40000, OTHER, 80, 1000, 0, 0x02, 0);
        packet(file, 2, OTHER, 80, HOST, 40000, 0, 1001, 0x14, 0);
        return write(directory.resolve("refused.pcap"), file);
    }

    /** Some packets of a connection from port 80 to port 40000 that the server ends with a reset. */
    private static Path connection(Path path, int first, int end) throws IOException {
        ByteBuffer file = file();
        for (int i = first; i < end; i++) {
            switch (i) {
                case 0 -> packet(file, i, HOST, 80, OTHER, 40000, 1000, 0, 0x02, 0);
                case 1 -> packet(file, i, OTHER, 40000, HOST, 80, 5000, 1001, 0x12, 0);
                case 2 -> packet(file, i, HOST, 80, OTHER, 40000, 1001, 5001, 0x10, 0);
                case 3 -> packet(file, i, HOST, 80, OTHER, 40000, 1001, 5001, 0x18, 117);
                case 4 -> packet(file, i, OTHER, 40000, HOST, 80, 5001, 1118, 0x18, 331);
                case 5 -> packet(file, i, HOST, 80, OTHER, 40000, 1118, 5332, 0x10, 0);
                case 6 -> packet(file, i, HOST, 80, OTHER, 40000, 1118, 5332, 0x18, 73);
                default -> packet(file, i, OTHER, 40000, HOST, 80, 5332, 1191, 0x14, 0);
            }
        }
        return write(path, file);
    }

    private static ByteBuffer file() {
        return ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN).putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0)
                .putInt(65535).putInt(101);
    }

    private static Path write(Path path, ByteBuffer file) throws IOException {
        return Files.write(path, Arrays.copyOf(file.array(), file.position()));
    }

    private static void packet(ByteBuffer file, int micros, int from, int fromPort, int to, int toPort, int seq, int ack, int flags, int payload) {
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(1_767_225_600).putInt(micros).putInt(40 + payload).putInt(40 + payload);
        file.order(ByteOrder.BIG_ENDIAN).putInt(0x45000028 + payload).putInt(0x00004000).putInt(0x40060000).putInt(from).putInt(to);
        file.putShort((short) fromPort).putShort((short) toPort).putInt(seq).putInt(ack);
        file.put((byte) 0x50).put((byte) flags).putShort((short) 64240).putInt(0).put(new byte[payload]);
    }
}
