package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start script promises: the user's arguments arrive, the exit code returns, nothing else is written. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {

    private static final Path PRODUCT = Path.of(System.getProperty("resetscope.product")).normalize();

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) { }

    private Result run(boolean osgi, String... arguments) throws IOException, InterruptedException {
        return run(osgi ? Map.of("RESETSCOPE_OSGI", "1") : Map.of(), arguments);
    }

    private Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PRODUCT.resolve("resetscope").toString()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile("resetscope", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", Path.of("target", "cache").toAbsolutePath().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream stream = process.getInputStream()) {
            String out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            return new Result(process.exitValue(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }

    @ParameterizedTest(name = "with OSGi: {0}")
    @ValueSource(booleans = { false, true })
    void versionGoesToStandardOutputAlone(boolean osgi) throws Exception {
        Result result = run(osgi, "--version");
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("resetscope "), result.out());
        assertEquals(1, result.out().lines().count(), result.out());
        assertEquals(0, result.code());
    }

    @ParameterizedTest(name = "with OSGi: {0}")
    @ValueSource(booleans = { false, true })
    void wrongUsageIsExitCode2(boolean osgi) throws Exception {
        Result result = run(osgi, "--no-such-option");
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().contains("--no-such-option"), result.err());
    }

    /** Equinox would take each of these for itself, and the shell might split or expand the others. */
    @ParameterizedTest(name = "with OSGi: {0}")
    @ValueSource(booleans = { false, true })
    void argumentsArriveUntouched(boolean osgi) throws Exception {
        List<String> arguments = List.of("--no-such-option", "-data", "-clean", "-console", "-application", "-vmargs", "-ü", "-two words",
                "-*", "-+", "-'\"$HOME\\", "-名前");
        Result result = run(osgi, arguments.toArray(String[]::new));
        assertEquals(2, result.code());
        for (String argument : arguments) {
            assertTrue(result.err().contains("'" + argument + "'"), argument + " not in " + result.err());
        }
    }

    @ParameterizedTest(name = "with OSGi: {0}")
    @ValueSource(booleans = { false, true })
    void manyArguments(boolean osgi) throws Exception {
        String[] arguments = Stream.iterate(0, i -> i + 1).limit(5000).map(i -> "--no-such-option-" + i).toArray(String[]::new);
        Result result = run(osgi, arguments);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("--no-such-option-4999"));
    }

    @ParameterizedTest(name = "with OSGi: {0}")
    @ValueSource(booleans = { false, true })
    void leavesNothingBesideTheUsersFiles(boolean osgi) throws Exception {
        run(osgi, "--version");
        run(osgi, "--no-such-option");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void laterRunsTellTheSameWithoutReadingXml() throws Exception {
        Map<String, String> cache = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
        String capture = PRODUCT.resolve("lib/training.pcap").toString();
        Result first = run(Map.of("RESETSCOPE_OSGI", "1"), "analyze", "--format", "json", capture);
        Map<String, String> train = new HashMap<>(cache);
        train.put("RESETSCOPE_TRAIN", "1");
        assertEquals(new Result(0, "", ""), run(train, "analyze", capture));
        Map<String, String> watched = new HashMap<>(cache);
        Path classes = folder.resolve("classes.log");
        watched.put("RESETSCOPE_JAVA_OPTS", "-Xlog:class+load:file=" + classes);
        assertEquals(first, run(watched, "analyze", "--format", "json", capture));
        List<String> loaded = Files.readAllLines(classes);
        assertTrue(loaded.stream().anyMatch(l -> l.contains("org.resetscope.core.extension.ClassPathRegistry ")), "nothing was logged");
        assertEquals(List.of(), loaded.stream().filter(l -> l.contains(".xerces.")).toList());
    }

    /** What the fast start takes for its class path (headless.xml) is what the headless feature holds. */
    @Test
    void classPathIsTheHeadlessFeature() throws Exception {
        Path features = PRODUCT.resolve("features");
        Set<String> expected = new TreeSet<>();
        try (Stream<Path> found = Files.list(features)) {
            Path feature = found.filter(path -> path.getFileName().toString().startsWith("org.resetscope.feature_")).findFirst().orElseThrow();
            Matcher plugin = Pattern.compile("<plugin\\s+id=\"([^\"]+)\"").matcher(Files.readString(feature.resolve("feature.xml")));
            while (plugin.find()) {
                expected.add(plugin.group(1));
            }
        }
        Set<String> actual = new TreeSet<>();
        for (String part : new String[] { "resetscope.jar", "scripting.jar", "capturing.jar" }) {
            try (JarFile jar = new JarFile(PRODUCT.resolve("lib").resolve(part).toFile())) {
                for (String entry : jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ")) {
                    assertTrue(Files.exists(PRODUCT.resolve("lib").resolve(entry)), entry);
                    actual.add(Path.of(entry).getFileName().toString().replaceFirst("(_\\d.*)?\\.jar$", ""));
                }
            }
        }
        actual.removeAll(Set.of("org.eclipse.osgi", "org.eclipse.equinox.common", "org.eclipse.equinox.registry"));
        assertEquals(expected, actual);
    }
}
