package org.resetscope.core.internal.weights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of the built-in signals, read once from {@code weights.tsv}, which the calibration writes. Every start reads it: plain loops,
 * since the first lambdas and streams of a process cost more than the reading.
 */
public final class Weights {

    private static final Weights BUILT_IN = read();

    private final Map<String, Signal> signals = new HashMap<>();

    /**
     * @param group signals of one group depend on each other
     * @param decibans by hypothesis
     */
    public record Signal(String group, Map<String, Integer> decibans) {
    }

    public Weights(List<Weight> weights) {
        Map<String, Map<String, Integer>> decibans = new HashMap<>();
        for (Weight w : weights) {
            Map<String, Integer> own = decibans.get(w.signal());
            if (own == null) {
                own = new HashMap<>();
                decibans.put(w.signal(), own);
            }
            if (!w.hypothesis().equals(Weight.NOTHING)) {
                own.put(w.hypothesis(), w.decibans());
            }
        }
        for (Weight w : weights) {
            if (!signals.containsKey(w.signal())) {
                signals.put(w.signal(), new Signal(w.group(), Map.copyOf(decibans.get(w.signal()))));
            }
        }
    }

    public static Weights builtIn() {
        return BUILT_IN;
    }

    public boolean knows(String id) {
        return signals.containsKey(id);
    }

    /** @throws IllegalArgumentException if the table does not have it */
    public Signal signal(String id) {
        Signal signal = signals.get(id);
        if (signal == null) {
            throw new IllegalArgumentException("No weights for the signal " + id);
        }
        return signal;
    }

    /** Lines that begin with # are comments. */
    public static List<Weight> parse(BufferedReader table) throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (String line = table.readLine(); line != null; line = table.readLine()) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                weights.add(Weight.parse(line));
            }
        }
        return weights;
    }

    private static Weights read() {
        try (InputStream in = Weights.class.getResourceAsStream("weights.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Weights(parse(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
