package org.resetscope.core.tests.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.extension.ClassPathRegistry;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

/** Profiles that a plug-in on the class path brings. */
class DeviceProfilesTest {

    @TempDir
    private Path plugin;

    private static String profile(String id) {
        return "profile: " + id + "\ndevice: D " + id + "\nsetting: s\ndefault: 5\nconfidence: high\n";
    }

    private DeviceProfiles read(String... files) throws IOException {
        StringBuilder xml = new StringBuilder("<plugin><extension point='org.resetscope.core.deviceProfiles'>");
        for (String file : files) {
            xml.append("<deviceProfiles id='").append(file.hashCode()).append("' file='").append(file).append("'/>");
        }
        Files.createDirectories(plugin.resolve("META-INF"));
        Files.writeString(plugin.resolve("META-INF/MANIFEST.MF"), "Bundle-SymbolicName: com.example.profiles\n");
        Files.writeString(plugin.resolve("plugin.xml"), xml.append("</extension></plugin>"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] { plugin.toUri().toURL() }, getClass().getClassLoader())) {
            return DeviceProfiles.of(new ClassPathRegistry(loader).read(Extensions.DEVICE_PROFILES, Object.class));
        }
    }

    private Path file(String name, String text) throws IOException {
        Path file = plugin.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void filesAreReadAndSortedByVendor() throws IOException {
        file("p/z.profile", "vendor: zeta\n" + profile("z1") + profile("a1"));
        file("p/a.profile", "vendor: Alpha\n" + profile("y2"));
        DeviceProfiles profiles = read("p/z.profile", "p/a.profile");
        assertEquals(List.of(), profiles.problems());
        assertEquals(List.of("y2", "z1", "a1"), profiles.all().stream().map(DeviceProfile::id).toList());
        assertEquals("zeta D z1", profiles.find("Z1").orElseThrow().title());
        assertEquals(List.of("y2"), profiles.search("alpha").stream().map(DeviceProfile::id).toList());
    }

    @Test
    void whatCannotBeReadIsToldAndTheOthersStand() throws IOException {
        file("good.profile", "vendor: V\n" + profile("good"));
        file("twice.profile", "vendor: V\n" + profile("good") + "oops\n");
        file("huge.profile", "#".repeat((1 << 20) + 1));
        Files.createDirectories(plugin.resolve("directory"));
        DeviceProfiles profiles = read("good.profile", "twice.profile", "huge.profile", "gone.profile", "../secret.profile", "/etc/passwd",
                "file:/etc/passwd");
        assertEquals(List.of("good"), profiles.all().stream().map(DeviceProfile::id).toList());
        List<String> texts = profiles.problems().stream().map(Problem::text).toList();
        assertEquals(7, texts.size(), texts::toString);
        assertEquals("twice.profile of plug-in com.example.profiles, line 7: 'oops' is no \"key: value\"; setting 's' is left out",
                texts.get(0));
        assertTrue(texts.get(2).endsWith("huge.profile of plug-in com.example.profiles are missing: the file is longer than 1048576 bytes"),
                texts::toString);
        assertTrue(texts.get(4).contains("is no path within plug-in"), texts::toString);
    }

    @Test
    void anUnknownIdHasNearOnes() throws IOException {
        file("a.profile", "vendor: Cisco\n" + profile("cisco-asa") + profile("cisco-ios-nat") + "vendor: Juniper\n" + profile("juniper-srx"));
        DeviceProfiles profiles = read("a.profile");
        assertEquals(List.of("cisco-asa"), profiles.near("csico-asa"));
        assertEquals(List.of("cisco-asa", "cisco-ios-nat"), profiles.near("cisco"));
        assertEquals(List.of("juniper-srx"), profiles.near("srx"));
        assertEquals(List.of(), profiles.near("mikrotik"));
        assertEquals(List.of(), profiles.near(""));
    }
}
