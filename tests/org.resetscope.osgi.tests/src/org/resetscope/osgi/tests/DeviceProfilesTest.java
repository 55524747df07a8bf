package org.resetscope.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.model.Problem;

/** Profile files are found within the bundles of a running framework, and go with them. */
class DeviceProfilesTest {

    @Test
    void theFilesOfABundleAreRead() {
        DeviceProfiles profiles = DeviceProfiles.read();
        assertEquals(List.of(), profiles.problems());
        assertTrue(profiles.find("cisco-asa").isPresent());
    }

    @Test
    void aBundleThatComesAndGoesIsFollowed() throws Exception {
        int before = DeviceProfiles.read().all().size();
        Bundle bundle = FrameworkUtil.getBundle(getClass()).getBundleContext().installBundle("test:com.example.profiles",
                new ByteArrayInputStream(profileBundle()));
        try {
            bundle.start();
            DeviceProfiles with = DeviceProfiles.read();
            assertEquals(before + 1, with.all().size());
            assertEquals("Example Router 9", with.find("example-9").orElseThrow().title());
            List<String> told = with.problems().stream().map(Problem::text).toList();
            assertEquals(2, told.size(), told::toString);
            assertEquals("p/x.profile of plug-in com.example.profiles, line 8: 'bad line' is no \"key: value\"; setting 'bad' is left out", told.get(0));
            assertEquals("The device profiles in p/gone.profile of plug-in com.example.profiles are missing:"
                    + " plug-in com.example.profiles has no file p/gone.profile", told.get(1));
        } finally {
            bundle.uninstall();
        }
        assertEquals(before, DeviceProfiles.read().all().size());
    }

    private static byte[] profileBundle() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            entry(jar, "META-INF/MANIFEST.MF", """
                    Manifest-Version: 1.0
                    Bundle-ManifestVersion: 2
                    Bundle-SymbolicName: com.example.profiles;singleton:=true
                    Bundle-Version: 1.0.0
                    """);
            entry(jar, "plugin.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <?eclipse version="3.4"?>
                    <plugin>
                      <extension point="org.resetscope.core.deviceProfiles">
                        <deviceProfiles id="com.example.x" file="p/x.profile"/>
                        <deviceProfiles id="com.example.gone" file="p/gone.profile"/>
                      </extension>
                    </plugin>
                    """);
            entry(jar, "p/x.profile", """
                    vendor: Example
                    profile: example-9
                    device: Router 9
                    setting: idle
                    default: 5
                    confidence: high
                    setting: bad
                    bad line
                    """);
        }
        return bytes.toByteArray();
    }

    private static void entry(JarOutputStream jar, String name, String contents) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(contents.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
