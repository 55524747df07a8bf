package org.resetscope.calibration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.ContributedFormats;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A directory with captures and {@code labels.json}, as the lab writes it: analysed, and each labelled reset found again. */
final class Corpus {

    private final Path directory;
    private final String name;
    private final boolean flat;
    private final boolean together;
    private final LabelledCauses causes;
    private final ResetScope engine = new ResetScope();
    private final List<CaptureFormat> formats = ContributedFormats.of(Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class));
    private final List<Observation> observations = new ArrayList<>();
    private int notFound;

    /**
     * @param flat with every TTL made the same
     * @param together the captures of all points of a scenario compared, rather than each by itself
     */
    Corpus(String name, Path directory, LabelledCauses causes, boolean flat, boolean together) throws IOException {
        this.name = name;
        this.directory = directory;
        this.flat = flat;
        this.together = together;
        this.causes = causes;
        try (Reader labels = Files.newBufferedReader(directory.resolve("labels.json"))) {
            for (JsonElement scenario : JsonParser.parseReader(labels).getAsJsonObject().getAsJsonArray("scenarios")) {
                read(scenario.getAsJsonObject());
            }
        }
    }

    List<Observation> observations() {
        return observations;
    }

    /** Labelled packets that the analysis does not report as resets. */
    int notFound() {
        return notFound;
    }

    private void read(JsonObject scenario) throws IOException {
        String scenarioName = scenario.get("name").getAsString();
        Map<String, Path> points = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> point : scenario.getAsJsonObject("points").entrySet()) {
            points.put(point.getKey(), directory.resolve(point.getValue().getAsJsonObject().get("file").getAsString()));
        }
        Map<String, Map<Long, Reset>> seen = analyse(points);
        for (JsonElement label : scenario.getAsJsonArray("rsts")) {
            JsonObject reset = label.getAsJsonObject();
            Sender truth = Sender.valueOf(reset.get("origin").getAsString().toUpperCase(Locale.ROOT));
            String cause = reset.get("cause").getAsString();
            boolean judged = false;
            for (JsonElement at : reset.getAsJsonArray("seen")) {
                if (together && judged) {
                    break; // one verdict for all that saw it
                }
                JsonObject packet = at.getAsJsonObject();
                Reset found = seen.get(packet.get("point").getAsString()).get(packet.get("frame").getAsLong());
                judged = true;
                if (found == null) {
                    notFound++;
                    continue;
                }
                int ipId = packet.has("ipid") && !packet.get("ipid").isJsonNull() ? packet.get("ipid").getAsInt() : -1;
                observations.add(new Observation(name, together, flat, scenarioName, cause, causes.of(cause), truth, found, 1, packet.get("win").getAsInt(), ipId));
            }
        }
    }

    private Map<String, Map<Long, Reset>> analyse(Map<String, Path> points) throws IOException {
        Map<String, Path> captures = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Path> point : points.entrySet()) {
                captures.put(point.getKey(), flat ? flattened(point.getValue()) : point.getValue());
            }
            Map<String, Map<Long, Reset>> seen = new HashMap<>();
            if (together) {
                resets(captures.entrySet().stream().map(p -> new CaptureFile(p.getValue().toString(), p.getKey())).toList(), seen);
            } else {
                for (Map.Entry<String, Path> point : captures.entrySet()) {
                    Map<String, Map<Long, Reset>> own = new HashMap<>();
                    resets(List.of(CaptureFile.of(point.getValue().toString())), own);
                    seen.put(point.getKey(), own.getOrDefault(null, Map.of()));
                }
            }
            return seen;
        } finally {
            if (flat) {
                for (Path copy : captures.values()) {
                    Files.delete(copy);
                }
            }
        }
    }

    private Path flattened(Path capture) throws IOException {
        Path copy = Files.createTempFile("flat", ".pcap");
        FlatTtl.copy(capture, copy, formats);
        return copy;
    }

    /** By the point's name, null for one that has none, and frame. */
    private void resets(List<CaptureFile> files, Map<String, Map<Long, Reset>> seen) {
        Analysis analysis = engine.analyze(files, Settings.DEFAULT, null);
        if (analysis.problems().stream().anyMatch(p -> !p.code().equals("unrelated"))) {
            throw new IllegalStateException(analysis.problems().toString());
        }
        files.forEach(f -> seen.put(f.point(), new HashMap<>()));
        analysis.resets().forEach(r -> r.packets().forEach(p -> seen.get(analysis.capture(p.frame().capture()).point()).put(p.frame().frame(), r)));
    }
}
