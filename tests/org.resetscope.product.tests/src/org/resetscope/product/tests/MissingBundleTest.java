package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.tests.build.CaptureBuilder;

/** Every plug-in can be left out: the rest works without it, and without a word about it. */
@DisabledOnOs(OS.WINDOWS)
class MissingBundleTest {

    @TempDir
    private Path folder;

    private Path capture() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end().write(folder, "refused.pcap");
    }

    private static void works(ProductCopy.Result analysis, ProductCopy.Result help) {
        assertEquals("", analysis.err());
        assertEquals(0, analysis.code());
        assertTrue(analysis.out().contains("endpoint.refused"), analysis.out());
        assertEquals("", help.err());
        assertEquals(0, help.code());
        assertTrue(help.out().contains("analyze"), help.out());
    }

    /** With what cannot be without it: that would be told. */
    private static void remove(ProductCopy product, String bundle) throws IOException {
        product.remove(bundle);
        if (bundle.equals("org.resetscope.console")) {
            product.remove("org.resetscope.console.ui");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "firewall", "routers", "visual", "console", "install", "vendors" })
    void withoutAPluginTheRestWorks(String name) throws Exception {
        String bundle = "org.resetscope." + name;
        assumeFalse(ProductCopy.bundles(ProductCopy.PRODUCT, bundle).isEmpty(), bundle + " is not part of the product");
        ProductCopy product = new ProductCopy(folder);
        remove(product, bundle);
        works(product.run("analyze", capture()), product.run("--help"));
        works(product.runInFramework("analyze", capture()), product.runInFramework("--help"));
    }

    @Test
    void withoutAnyOfThemTheRestWorks() throws IOException, InterruptedException {
        ProductCopy product = new ProductCopy(folder);
        for (String name : new String[] { "firewall", "routers", "visual", "console", "install", "vendors" }) {
            remove(product, "org.resetscope." + name);
        }
        works(product.run("analyze", capture()), product.run("--help"));
        works(product.runInFramework("analyze", capture()), product.runInFramework("--help"));
    }
}
