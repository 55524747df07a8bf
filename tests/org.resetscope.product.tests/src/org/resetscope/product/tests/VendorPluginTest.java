package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.tests.build.CaptureBuilder;

/** The vendor plug-in comes from a repository of its own into the built product, is used, and goes again. */
@DisabledOnOs(OS.WINDOWS)
class VendorPluginTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("resetscope.vendors.repository")).normalize();
    private static final String FEATURE = "org.resetscope.vendors.feature";
    private static final String DECLARED = "An F5 BIG-IP built this reset and says why: ";

    @TempDir
    private Path folder;
    private ProductCopy product;
    private Path capture;

    @BeforeEach
    void copyTheProduct() throws IOException {
        product = new ProductCopy(folder);
        capture = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").ttl(64, 255).handshake().client("hello").server("hello").clientAck()
                .afterMillis(300_000).with(p -> p.noOptions().window(0).ipId(59_425)
                        .payload("BIG-IP: [0x2409a71:704] Flow expired (sweeper) (idle timeout)"))
                .serverAbort().end().write(folder, "f5.pcap");
    }

    private String analyze() throws IOException, InterruptedException {
        ProductCopy.Result result = product.run("analyze", "--format", "json", capture);
        assertEquals("", result.err());
        assertEquals(0, result.code());
        return result.out();
    }

    private static String cause(String report) {
        Matcher id = Pattern.compile("\"cause\":\\s*\\{\\s*\"id\":\\s*\"([^\"]*)\"").matcher(report);
        assertTrue(id.find(), report);
        return id.group(1);
    }

    private static Path vendorBundle() throws IOException {
        return ProductCopy.bundles(REPOSITORY, "org.resetscope.vendors").get(0);
    }

    @Test
    void theRepositoryHoldsThePluginAlone() throws IOException {
        try (Stream<Path> plugins = Files.list(REPOSITORY.resolve("plugins"))) {
            assertEquals(List.of(vendorBundle()), plugins.toList());
        }
        assertEquals(List.of(), ProductCopy.bundles(ProductCopy.PRODUCT, "org.resetscope.vendors"));
    }

    @Test
    void installedFromItsRepositoryItSpeaksUninstalledItIsGone() throws Exception {
        String base = analyze();
        assertFalse(base.contains(DECLARED), base);
        assertNotEquals("middlebox.idle.f5-big-ip", cause(base));

        assertEquals(1, product.run("install", REPOSITORY).code(), "nobody vouches for it, and nobody is there to be asked");
        assertEquals(base, analyze());
        product.succeed("install", "--trust", REPOSITORY);
        assertTrue(product.succeed("plugins").contains(FEATURE + " "));
        assertEquals(1, ProductCopy.bundles(product.home(), "org.resetscope.vendors").size());
        String with = analyze();
        assertTrue(with.contains(DECLARED), with);
        assertEquals("middlebox.idle.f5-big-ip", cause(with));

        product.succeed("uninstall", FEATURE);
        assertEquals(base, analyze());
    }

    @Test
    void droppedInItSpeaksTakenOutItIsGone() throws Exception {
        String base = analyze();
        Path dropins = Files.createDirectories(product.home().resolve("dropins"));
        Path dropped = Files.copy(vendorBundle(), dropins.resolve(vendorBundle().getFileName().toString()));
        assertEquals("middlebox.idle.f5-big-ip", cause(analyze()), "at the first start after");
        assertEquals("middlebox.idle.f5-big-ip", cause(analyze()), "at the second");
        assertTrue(product.succeed("plugins").contains("(dropped in)"));
        Files.delete(dropped);
        assertEquals(base, analyze());
        assertEquals(base, analyze());

        Files.copy(vendorBundle(), dropped);
        assertEquals("middlebox.idle.f5-big-ip", cause(analyze()));
        Files.delete(dropped);
        Files.delete(dropins);
        assertEquals(base, analyze(), "the folder itself is gone");
    }
}
