package org.resetscope.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which cause ids answer a label of the lab, from a table: label, TAB, id. */
final class LabelledCauses {

    private final Map<String, Set<String>> ids = new HashMap<>();

    LabelledCauses(Path table) throws IOException {
        for (String line : Files.readAllLines(table)) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                String[] cells = line.split("\t");
                ids.computeIfAbsent(cells[0], l -> new LinkedHashSet<>()).add(cells[1]);
            }
        }
    }

    /** @throws IllegalArgumentException for a label that the table does not have */
    Set<String> of(String label) {
        Set<String> known = ids.get(label);
        if (known == null) {
            throw new IllegalArgumentException("The label " + label + " has no line in the table of labels");
        }
        return known;
    }
}
