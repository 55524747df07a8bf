package org.resetscope.calibration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final LabelledCauses causes;
    private final ResetScope engine = new ResetScope();
    private final List<CaptureFormat> formats = ContributedFormats.of(Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class));
    private final List<Observation> observations = new ArrayList<>();
    private int notFound;

    /** @param flat with every TTL made the same */
    Corpus(String name, Path directory, LabelledCauses causes, boolean flat) throws IOException {
        this.name = name;
        this.directory = directory;
        this.flat = flat;
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
        Map<String, Map<Long, Reset>> seen = new HashMap<>();
        for (Map.Entry<String, JsonElement> point : scenario.getAsJsonObject("points").entrySet()) {
            seen.put(point.getKey(), analyse(directory.resolve(point.getValue().getAsJsonObject().get("file").getAsString())));
        }
        for (JsonElement label : scenario.getAsJsonArray("rsts")) {
            JsonObject reset = label.getAsJsonObject();
            Sender truth = Sender.valueOf(reset.get("origin").getAsString().toUpperCase(Locale.ROOT));
            String cause = reset.get("cause").getAsString();
            for (JsonElement at : reset.getAsJsonArray("seen")) {
                JsonObject packet = at.getAsJsonObject();
                Reset found = seen.get(packet.get("point").getAsString()).get(packet.get("frame").getAsLong());
                if (found == null) {
                    notFound++;
                    continue;
                }
                int ipId = packet.has("ipid") && !packet.get("ipid").isJsonNull() ? packet.get("ipid").getAsInt() : -1;
                observations.add(new Observation(name, flat, scenarioName, cause, causes.of(cause), truth, found, 1, packet.get("win").getAsInt(), ipId));
            }
        }
    }

    private Map<Long, Reset> analyse(Path capture) throws IOException {
        if (!flat) {
            return resets(capture);
        }
        Path copy = Files.createTempFile("flat", ".pcap");
        try {
            FlatTtl.copy(capture, copy, formats);
            return resets(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private Map<Long, Reset> resets(Path capture) {
        Analysis analysis = engine.analyze(List.of(CaptureFile.of(capture.toString())), Settings.DEFAULT, null);
        if (!analysis.problems().isEmpty()) {
            throw new IllegalStateException(analysis.problems().toString());
        }
        Map<Long, Reset> byFrame = new HashMap<>();
        analysis.resets().forEach(r -> r.packets().forEach(p -> byFrame.put(p.frame().frame(), r)));
        return byFrame;
    }
}
