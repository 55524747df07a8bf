package org.resetscope.routers.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.model.Endpoint;

/** What is advised is read without complaint by the programs that it is for, where they are installed. */
class SyntaxTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    private static String advised(String target) {
        return Templates.read().all().stream().filter(t -> t.target().equals(target)).findFirst().orElseThrow()
                .fill(Timing.within(181.5, 181.5), List.of(new Endpoint("192.0.2.7", 5432))).text() + "\n";
    }

    private static String installed(String program) {
        String path = Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin").map(d -> Path.of(d, program)).filter(Files::isExecutable)
                .map(Path::toString).findFirst().orElse(null);
        assumeTrue(path != null, program + " is not installed");
        return path;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** @return what the program said */
    private String read(String... command) throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), command[0] + " does not end");
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    @Test
    void java() throws IOException {
        Path source = file("J.java", "import java.net.*;\nimport jdk.net.ExtendedSocketOptions;\nclass J {\nvoid f(Socket socket) throws Exception {\n"
                + advised("java") + "}\n}\n");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Werror", "-d", directory.toString(), source.toString()));
    }

    @Test
    void c() throws IOException, InterruptedException {
        Path source = file("c.c", "#include <sys/socket.h>\n#include <netinet/in.h>\n#include <netinet/tcp.h>\nvoid f(int fd) {\n" + advised("sockets") + "}\n");
        read(installed("cc"), "-fsyntax-only", "-Wall", "-Werror", source.toString());
    }

    @Test
    void python() throws IOException, InterruptedException {
        Path source = file("p.py", "import socket\nsock = socket.socket()\n" + advised("python")
                + "print(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE))\n");
        assertEquals("90", read(installed("python3"), source.toString()).strip());
    }

    @Test
    void go() throws IOException, InterruptedException {
        Path source = file("g.go", "package main\n\nfunc main() {\n" + advised("go") + "}\n");
        read(installed("gofmt"), "-e", source.toString());
    }

    @Test
    void nginx() throws IOException, InterruptedException {
        Path file = file("nginx.conf", "pid " + directory + "/pid;\nevents {}\nhttp {\naccess_log off;\nserver {\n" + advised("nginx") + "}\n}\n");
        read(installed("nginx"), "-t", "-e", "stderr", "-p", directory.toString(), "-c", file.toString());
    }

    @Test
    void haproxy() throws IOException, InterruptedException {
        Path file = file("haproxy.cfg", "defaults\nmode tcp\ntimeout connect 5s\ntimeout client 10s\ntimeout server 10s\n" + advised("haproxy")
                + "frontend f\nbind :18081\ndefault_backend b\nbackend b\nserver s 127.0.0.1:1\n");
        read(installed("haproxy"), "-c", "-f", file.toString());
    }

    /** Client and server have files of their own: each takes its part. */
    @Test
    void openSsh() throws IOException, InterruptedException {
        String[] parts = advised("openssh").split("(?m)^(?=# server)");
        String client = read(installed("ssh"), "-G", "-F", file("ssh", parts[0]).toString(), "example.invalid");
        assertTrue(client.contains("serveraliveinterval 90\n") && client.contains("serveralivecountmax 4\n"), client);
        read(installed("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", directory.resolve("key").toString());
        String server = read(installed("sshd"), "-T", "-h", directory.resolve("key").toString(), "-f", file("sshd", parts[1]).toString());
        assertTrue(server.contains("clientaliveinterval 90\n") && server.contains("clientalivecountmax 4\n"), server);
    }

    @Test
    void systemd() throws IOException, InterruptedException {
        file("t@.service", "[Service]\nExecStart=/bin/true\n");
        Path socket = file("t.socket", advised("systemd") + "ListenStream=1234\nAccept=yes\n");
        String said = read(installed("systemd-analyze"), "verify", socket.toString());
        assertTrue(!said.contains("t.socket"), said);
    }
}
