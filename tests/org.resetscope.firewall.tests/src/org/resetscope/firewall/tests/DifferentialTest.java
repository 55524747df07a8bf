package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.UnclearQuestionException;

/**
 * Random rules, loaded into the running kernel: does trace say what it does? {@code -Dresetscope.differential=1000} checks so many rule
 * sets instead of a few, {@code -Dresetscope.differential.seed} others.
 */
class DifferentialTest {

    private static final int COUNT = Integer.getInteger("resetscope.differential", 30);
    private static final long SEED = Long.getLong("resetscope.differential.seed", 1);
    /** Seconds that the kernel has to answer; a busy machine may need more. */
    private static final double QUICK = 0.12;
    private static final double PATIENT = 0.6;
    private static final int MOST_DRAWN = 5;
    private static final int WORKERS = Math.min(8, 4 * Runtime.getRuntime().availableProcessors());
    private static final List<String> PACKETS = List.of("syn", "in-order-data", "over-window", "in-window-reordered", "below-window", "ack-over",
            "conntrack-lost-segment-from-client", "bad-checksum", "out-of-window-rst", "stray-A", "stray-SA", "stray-R", "stray-FPU");

    @TempDir
    private Path folder;
    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    /** What disagrees, as a line for each packet; empty where nothing does. */
    private static List<String> disagreement(Kernel kernel, RandomRules rules, boolean nft, double quiet, AtomicInteger loaded, AtomicInteger opened) throws IOException {
        String text = nft ? rules.nft() : rules.iptables();
        Map<String, Kernel.Answer> real = kernel.ask(nft, text, rules.settings(), PACKETS, quiet);
        List<String> different = new ArrayList<>();
        if (real == null) {
            return different;
        }
        loaded.incrementAndGet();
        opened.addAndGet(real.containsKey("over-window") ? 1 : 0);
        Rules read = Rules.of(text);
        assertEquals(List.of(), read.problems(), text);
        for (Map.Entry<String, Kernel.Answer> entry : real.entrySet()) {
            Kernel.Answer predicted = predicted(read, entry.getKey(), rules.settings());
            if (!predicted.equals(entry.getValue()) && !unseen(predicted, entry.getValue())) {
                different.add(entry.getKey() + ": predicted " + predicted + ", the kernel says " + entry.getValue());
            }
        }
        return different;
    }

    /** A reset of the server's end alone: the prober is the client, for which the connection is silent then. */
    private static boolean unseen(Kernel.Answer predicted, Kernel.Answer real) {
        return !predicted.reset() && !real.reset() && "reset".equals(predicted.connection()) && "timeout".equals(real.connection());
    }

    private static Kernel.Answer predicted(Rules rules, String packet, Map<String, String> settings) {
        try {
            TraceAnswer answer = rules.trace(packet, null, "v0", null, "host", new Circumstances(settings, System.getProperty("os.version")));
            return new Kernel.Answer(answer.resetBy() != null, answer.connection());
        } catch (UnclearQuestionException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What this test found once, and the kernel did then. */
    @Test
    void whatDisagreedOnceIsKept() throws IOException {
        JsonArray cases = JsonParser.parseString(NftReadTest.resource("kernel-cases.json")).getAsJsonArray();
        for (JsonElement element : cases) {
            JsonObject c = element.getAsJsonObject();
            Map<String, String> settings = new TreeMap<>();
            c.getAsJsonObject("settings").entrySet().forEach(s -> settings.put(s.getKey(), s.getValue().getAsString()));
            Rules rules = Rules.of(c.get("rules").getAsString());
            c.getAsJsonObject("answers").entrySet().forEach(a -> {
                JsonObject answer = a.getValue().getAsJsonObject();
                assertEquals(new Kernel.Answer(answer.get("reset").getAsBoolean(), answer.get("connection").getAsString()),
                        predicted(rules, a.getKey(), settings), c.get("what").getAsString());
            });
        }
        assertFalse(cases.isEmpty());
    }

    /** The seeds from one on, with a kernel of its own. */
    private Map<String, List<String>> work(int first) throws IOException {
        Map<String, List<String>> failed = new TreeMap<>();
        try (Kernel kernel = Kernel.start(folder)) {
            // some rule sets contradict themselves and are not loaded: others take their place
            for (int i = first; checked.get() < COUNT && i < MOST_DRAWN * COUNT && failed.size() < 3; i += WORKERS) {
                RandomRules rules = new RandomRules(SEED * 1_000_003 + i);
                boolean nft = i % 2 == 0;
                if (!disagreement(kernel, rules, nft, QUICK, checked, opened).isEmpty() && !lasting(kernel, rules, nft).isEmpty()) {
                    RandomRules small = shrunk(kernel, rules, nft);
                    failed.put(small.settings() + "\n" + (nft ? small.nft() : small.iptables()), lasting(kernel, small, nft));
                }
            }
        }
        return failed;
    }

    /** What disagrees each of several times. */
    private static List<String> lasting(Kernel kernel, RandomRules rules, boolean nft) throws IOException {
        List<String> lasting = null;
        for (int i = 0; i < 3 && (lasting == null || !lasting.isEmpty()); i++) {
            List<String> now = disagreement(kernel, rules, nft, PATIENT, new AtomicInteger(), new AtomicInteger());
            if (lasting == null) {
                lasting = new ArrayList<>(now);
            } else {
                lasting.retainAll(now);
            }
        }
        return lasting;
    }

    private static RandomRules shrunk(Kernel kernel, RandomRules rules, boolean nft) throws IOException {
        for (int i = 0; i < rules.size(); i++) {
            RandomRules fewer = rules.without(i);
            if (!lasting(kernel, fewer, nft).isEmpty()) {
                return shrunk(kernel, fewer, nft);
            }
        }
        return rules;
    }

    @Test
    void traceSaysWhatTheRunningKernelDoes() throws InterruptedException, ExecutionException, IOException {
        try (Kernel first = Kernel.start(folder)) {
            first.ask(true, "table inet f {\n}\n", Map.of(), List.of(), QUICK);
        } catch (IOException e) {
            abort("not compared with the running kernel: " + e.getMessage());
        }
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        Map<String, List<String>> failed = new TreeMap<>();
        try {
            List<Callable<Map<String, List<String>>>> tasks = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                int own = i;
                tasks.add(() -> work(own));
            }
            for (Future<Map<String, List<String>>> future : workers.invokeAll(tasks)) {
                failed.putAll(future.get());
            }
        } finally {
            workers.shutdownNow();
        }
        System.out.println("compared with the kernel: " + checked + " rule sets, through " + opened + " of them connections were opened");
        StringBuilder told = new StringBuilder();
        failed.forEach((rules, why) -> told.append(rules).append(String.join("\n", why)).append("\n\n"));
        if (!failed.isEmpty()) {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("kernel-disagreements.txt"), told);
        }
        assertTrue(failed.isEmpty(), told::toString);
        assertTrue(checked.get() >= COUNT, () -> "only " + checked + " rule sets were loaded");
        assertTrue(opened.get() >= COUNT / 5, () -> "only " + opened + " let connections through");
    }
}
