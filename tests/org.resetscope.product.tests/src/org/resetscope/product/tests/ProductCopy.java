package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the built product that a test may change. */
final class ProductCopy {

    static final Path PRODUCT = Path.of(System.getProperty("resetscope.product")).normalize();

    private final Path home;
    private final Path cache;

    /** What a run ended with. */
    record Result(int code, String out, String err) {
    }

    /** @param directory gets the copy, and the caches of its runs */
    ProductCopy(Path directory) throws IOException {
        home = directory.resolve("resetscope");
        cache = Files.createDirectories(directory.resolve("cache"));
        Files.walkFileTree(PRODUCT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(home.resolve(PRODUCT.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // with its times: the start script compares them
                Files.copy(file, home.resolve(PRODUCT.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path home() {
        return home;
    }

    /** The jars of bundles of that name; in the product there is at most one. */
    static List<Path> bundles(Path product, String name) throws IOException {
        try (Stream<Path> files = Files.list(product.resolve("plugins"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(name + "_")).toList();
        }
    }

    /** Takes a bundle out of the installation, as if it had never been there. */
    void remove(String bundle) throws IOException {
        for (Path jar : bundles(home, bundle)) {
            Files.delete(jar);
        }
        Path list = home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Files.write(list, Files.readAllLines(list).stream().filter(line -> !line.startsWith(bundle + ",")).toList());
    }

    /** Runs the start script. */
    Result run(Object... arguments) throws IOException, InterruptedException {
        return start(command(home.resolve("resetscope").toString(), arguments));
    }

    /** As {@link #run}, in a framework whatever is installed. */
    Result runInFramework(Object... arguments) throws IOException, InterruptedException {
        return start(command(home.resolve("resetscope").toString(), arguments), "RESETSCOPE_OSGI=1");
    }

    /** Runs a command that has to succeed. */
    String succeed(Object... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        assertEquals(0, result.code(), () -> result.out() + result.err());
        return result.out() + result.err();
    }

    /** Opens the workbench; the caller ends it by {@link #end}. */
    Process open(String javaOptions, Path capture) throws IOException {
        return builder(command(home.resolve("resetscope").toString(), capture), "RESETSCOPE_JAVA_OPTS=" + javaOptions)
                .redirectErrorStream(true).redirectOutput(cache.resolve("workbench.log").toFile()).start();
    }

    /** Ends a workbench without asking. */
    static void end(Process workbench) throws InterruptedException {
        List<ProcessHandle> java = workbench.descendants().toList();
        workbench.destroy();
        java.forEach(ProcessHandle::destroy);
        assertTrue(workbench.waitFor(1, TimeUnit.MINUTES));
    }

    private static List<String> command(String first, Object... rest) {
        List<String> command = new ArrayList<>(List.of(first));
        Stream.of(rest).map(Object::toString).forEach(command::add);
        return command;
    }

    private Result start(List<String> command, String... environment) throws IOException, InterruptedException {
        Path err = Files.createTempFile(cache, "run", ".err");
        Process process = builder(command, environment).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), command::toString);
            return new Result(process.exitValue(), text, Files.readString(err));
        }
    }

    private ProcessBuilder builder(List<String> command, String... environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(cache.toFile());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put("XDG_DATA_HOME", cache.resolve("data").toString());
        for (String variable : environment) {
            builder.environment().put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        return builder;
    }
}
