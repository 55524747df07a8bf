package org.resetscope.live.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A network namespace of a test's own, whose loopback interface nobody else uses. */
final class Namespace implements AutoCloseable {

    private static int made;

    private final String name = "resetscope-" + ProcessHandle.current().pid() + "-" + ++made;

    private Namespace() {
    }

    /** Skips the test where namespaces are not allowed, and says so. */
    static Namespace open() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/sbin/ip")) || Files.isExecutable(Path.of("/usr/sbin/ip")) || Files.isExecutable(Path.of("/bin/ip")),
                "no interfaces to watch here: ip (iproute2) is not installed");
        Namespace namespace = new Namespace();
        assumeTrue(run("ip", "netns", "add", namespace.name) == 0, "no interfaces to watch here: network namespaces need root");
        namespace.ip("link", "set", "lo", "up");
        return namespace;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    void ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip", "-n", name));
        command.addAll(List.of(arguments));
        assertEquals(0, run(command.toArray(String[]::new)), command::toString);
    }

    /** A connection that is refused: two packets. */
    void refuse() throws IOException, InterruptedException {
        run("ip", "netns", "exec", name, "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9");
    }

    /** "resetscope live ..." in this namespace. */
    Command live(Object... arguments) throws IOException {
        return start(List.of("ip", "netns", "exec", name), arguments);
    }

    /** As {@link #live}, through a program that takes something away. */
    Command liveUnder(List<String> program, Object... arguments) throws IOException {
        List<String> prefix = new ArrayList<>(List.of("ip", "netns", "exec", name));
        prefix.addAll(program);
        return start(prefix, arguments);
    }

    private static Command start(List<String> prefix, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "org.resetscope.cli.internal.Main", "live"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path err = Files.createTempFile("resetscope-live", ".err");
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        return new Command(process, err);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("ip", "netns", "del", name);
    }

    /** A run of the command line. */
    record Command(Process process, Path errors) {

        /** Returns when packets are captured. */
        Command watching() throws IOException, InterruptedException {
            return says("watching ");
        }

        Command says(String words) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!err().contains(words)) {
                assertTrue(process.isAlive() && System.nanoTime() < deadline, () -> "it did not say \"" + words + "\": " + errQuietly());
                Thread.sleep(20);
            }
            return this;
        }

        /** The next line of its report. */
        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = process.getInputStream().read(); c >= 0 && c != '\n'; c = process.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }

        /** As Ctrl+C does, but also where interrupts are ignored. */
        Command stop() throws IOException, InterruptedException {
            assertEquals(0, run("kill", "-TERM", Long.toString(process.pid())));
            return this;
        }

        /** The rest of its report. */
        String out() throws IOException {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        String err() throws IOException {
            return Files.readString(errors);
        }

        private String errQuietly() {
            try {
                return err();
            } catch (IOException e) {
                return e.toString();
            }
        }

        /** Ends with this exit code and tells that, and nothing that looks like a stack trace. */
        void endsWith(int code, String... words) throws IOException, InterruptedException {
            out();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            String said = err();
            for (String word : words) {
                assertTrue(said.contains(word), said);
            }
            assertTrue(!said.contains("Exception") && !said.contains("\tat "), said);
            assertEquals(code, process.exitValue(), said);
            Files.delete(errors);
        }
    }
}
