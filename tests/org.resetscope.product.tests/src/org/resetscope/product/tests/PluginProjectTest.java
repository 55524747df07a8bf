package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** docs/plugin-guide.md, done: the project that new-plugin writes is built, installed, used, updated and removed. Needs Maven and a display. */
@DisabledOnOs(OS.WINDOWS)
class PluginProjectTest {

    private static final String ID = "com.example.acme";
    private static final String CAUSE = "middlebox.idle.acme";
    /** Where a detector is asked: the workbench has a workspace, the command line has none. */
    private static final String PROBE = """
                    if (System.getProperty("acme.probe") != null && System.getProperty("osgi.instance.area") != null) {
                        try {
                            java.nio.file.Files.writeString(java.nio.file.Path.of(System.getProperty("acme.probe")), "asked");
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
            """;

    @TempDir
    private Path folder;
    private Path project;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void fromAnEmptyFolderToAnInstalledPluginAndBack() throws Exception {
        ProductCopy product = new ProductCopy(folder);
        project = folder.resolve("acme");
        product.succeed("new-plugin", "acme", "--folder", project);
        Path capture = project.resolve(ID).resolve("test/acme.pcap");
        String base = analyze(product, capture);
        assertFalse(base.contains(CAUSE), base);
        replace(ID + "/src/com/example/acme/AcmeDetector.java", "        if (d.reset()", PROBE + "        if (d.reset()");
        build("verify");

        Path repository = project.resolve(ID + ".repository/target/repository");
        product.succeed("install", "--trust", repository);
        assertTrue(analyze(product, capture).contains(CAUSE), "on the command line");
        assertTrue(product.succeed("routers", "acme-gateway").contains("tcp idle time-out"));
        inTheWorkbench(product, capture);

        for (String file : List.of("pom.xml", ID + "/pom.xml", ID + ".feature/pom.xml", ID + ".repository/pom.xml")) {
            replace(file, "1.0.0-SNAPSHOT", "1.1.0-SNAPSHOT");
        }
        replace(ID + "/META-INF/MANIFEST.MF", "1.0.0.qualifier", "1.1.0.qualifier");
        replace(ID + ".feature/feature.xml", "1.0.0.qualifier", "1.1.0.qualifier");
        replace(ID + "/src/com/example/acme/AcmeDetector.java", "Its window is", "The newer one says: its window is");
        build("verify", "-DskipTests");
        assertTrue(product.succeed("update", "--trust").contains("Updated " + ID + ".feature 1.0.0"));
        assertTrue(analyze(product, capture).contains("The newer one says"));
        assertEquals("Everything is up to date.\n", product.succeed("update"));

        product.succeed("uninstall", ID + ".feature");
        assertEquals(base, analyze(product, capture));
    }

    private void inTheWorkbench(ProductCopy product, Path capture) throws Exception {
        Path asked = folder.resolve("asked");
        Process workbench = product.open("-Dacme.probe=" + asked, capture);
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            while (!Files.exists(asked)) {
                assertTrue(workbench.isAlive(), "the workbench has ended; is there a display?");
                assertTrue(System.nanoTime() < end, "the workbench never asked the detector");
                Thread.sleep(100);
            }
        } finally {
            ProductCopy.end(workbench);
        }
    }

    private static String analyze(ProductCopy product, Path capture) throws Exception {
        return product.succeed("analyze", "--format", "json", capture);
    }

    private void replace(String file, String old, String by) throws IOException {
        Path path = project.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(old), file);
        Files.writeString(path, text.replace(old, by));
    }

    private void build(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "-q"));
        Stream.of(arguments).forEach(command::add);
        Path log = folder.resolve("build.log");
        Process maven = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(maven.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, maven.exitValue(), () -> {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }
}
