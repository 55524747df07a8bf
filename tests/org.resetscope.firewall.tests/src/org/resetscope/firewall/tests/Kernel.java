package org.resetscope.firewall.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The running kernel in a network namespace of its own, asked through kernel.py. */
final class Kernel implements AutoCloseable {

    /**
     * What came of a packet.
     *
     * @param connection null where there is none
     */
    record Answer(boolean reset, String connection) {
    }

    private static final Gson GSON = new Gson();

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private Kernel(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @throws IOException where namespaces are not allowed, or a program is missing: says which */
    static Kernel start(Path folder) throws IOException {
        for (String program : List.of("unshare", "python3", "ip", "nft", "iptables-restore", "conntrack")) {
            boolean found = List.of(System.getenv("PATH").split(":")).stream().anyMatch(p -> Files.isExecutable(Path.of(p, program)));
            if (!found) {
                throw new IOException("there is no program '" + program + "'");
            }
        }
        Path script = folder.resolve("kernel.py");
        if (!Files.exists(script)) {
            try (InputStream source = Kernel.class.getResourceAsStream("kernel.py")) {
                Files.copy(source, script);
            }
        }
        Kernel kernel = new Kernel(new ProcessBuilder("unshare", "-n", "python3", script.toString())
                .redirectError(folder.resolve("errors-" + System.nanoTime()).toFile()).start());
        if (!"ready".equals(kernel.out.readLine())) {
            kernel.close();
            throw new IOException("a network namespace cannot be made");
        }
        return kernel;
    }

    /**
     * Loads rules and sends packets.
     *
     * @param quiet seconds without an answer that count as none
     * @return null where the rules were not loaded
     */
    Map<String, Answer> ask(boolean nft, String rules, Map<String, String> settings, List<String> packets, double quiet) throws IOException {
        in.write(GSON.toJson(Map.of("language", nft ? "nft" : "iptables", "rules", rules, "settings", settings, "packets", packets, "quiet", quiet)) + "\n");
        in.flush();
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the prober ended");
        }
        JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
        if (!answer.get("loaded").getAsBoolean()) {
            return null;
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : answer.getAsJsonObject("answers").entrySet()) {
            JsonObject o = entry.getValue().getAsJsonObject();
            JsonElement connection = o.get("connection");
            answers.put(entry.getKey(), new Answer(o.get("reset").getAsBoolean(), connection instanceof JsonNull ? null : connection.getAsString()));
        }
        return answers;
    }

    /**
     * Loads rules, which must answer what is INVALID by ICMP, and sends segments on one connection.
     *
     * @param scale of the window that the client offers; negative for none
     * @param segments flags, how far ahead of what is due, how much beyond it acknowledges, bytes of payload
     * @return all segments in their order: from the client, flags, sequence, acknowledgement, window, length, scale, SACK permitted, INVALID
     */
    JsonArray record(String rules, Map<String, String> settings, int scale, List<int[]> segments, double quiet) throws IOException {
        in.write(GSON.toJson(Map.of("language", "nft", "rules", rules, "settings", settings, "scale", scale, "segments", segments, "quiet", quiet)) + "\n");
        in.flush();
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the prober ended");
        }
        return JsonParser.parseString(line).getAsJsonObject().getAsJsonArray("frames");
    }

    @Override
    public void close() {
        try {
            in.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
