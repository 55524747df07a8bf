package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.tests.build.CaptureBuilder;

/** A plug-in that does not fit leaves a working product and a message. */
@DisabledOnOs(OS.WINDOWS)
class PluginTroubleTest {

    @TempDir
    private Path folder;

    private Path misfit() throws IOException {
        Path jar = folder.resolve("com.example.misfit_1.0.0.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
            out.write("""
                    Manifest-Version: 1.0
                    Bundle-ManifestVersion: 2
                    Bundle-SymbolicName: com.example.misfit;singleton:=true
                    Bundle-Version: 1.0.0
                    Require-Bundle: org.resetscope.core;bundle-version="[0.1.0,1)",com.example.nowhere
                    """.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }

    @Test
    void whatNeedsAMissingBundleIsRefusedOrToldAndHarmsNothing() throws Exception {
        ProductCopy product = new ProductCopy(folder);
        Path capture = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end().write(folder, "refused.pcap");
        String base = product.succeed("analyze", capture);
        Path misfit = misfit();

        ProductCopy.Result refused = product.run("install", "--trust", misfit);
        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains("com.example.nowhere") && refused.err().contains("Nothing was changed."), refused.err());
        assertEquals(base, product.succeed("analyze", capture));
        assertEquals(3, product.run("install", folder.resolve("nothing")).code());

        Files.copy(misfit, Files.createDirectories(product.home().resolve("dropins")).resolve(misfit.getFileName().toString()));
        ProductCopy.Result told = product.run("analyze", capture);
        assertEquals(4, told.code(), told.err());
        assertTrue(told.out().contains("endpoint.refused"), told.out());
        assertEquals("resetscope: The plug-in com.example.misfit cannot be used: it needs com.example.nowhere, which is not installed\n", told.err());
    }
}
