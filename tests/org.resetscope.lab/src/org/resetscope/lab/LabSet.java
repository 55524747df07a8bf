package org.resetscope.lab;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;

/**
 * What the lab made: captures of four points for each scenario, and every reset in them with the truth about it.
 *
 * @param directory of the captures
 */
record LabSet(Path directory, List<Scenario> scenarios) {

    /** @param points capture point to its file */
    record Scenario(String name, Map<String, PointFile> points, List<Label> rsts) { }

    record PointFile(String file) { }

    /**
     * @param origin client, server or intermediary: who built it
     * @param effective whether its receiver gave up because of it; null where nobody can tell
     * @param seen one for each point that saw it
     */
    record Label(String id, String origin, String cause, Boolean effective, List<Seen> seen) { }

    record Seen(String point, long frame) { }

    private record Document(List<Scenario> scenarios) { }

    static LabSet read(Path directory) throws IOException {
        try (Reader reader = Files.newBufferedReader(directory.resolve("labels.json"))) {
            return new LabSet(directory, new Gson().fromJson(reader, Document.class).scenarios());
        }
    }

    String file(Scenario scenario, String point) {
        return directory.resolve(scenario.points().get(point).file()).toString();
    }
}
