package org.resetscope.console.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

/** Writes analyses in the formats that are there. */
final class Reports {

    private final Extensions<Reporter> reporters = Extensions.read(Extensions.REPORTERS, Reporter.class);

    /** @param format id, or null: as the file's extension says */
    void export(Analysis analysis, String file, String format) throws IOException {
        Contribution<Reporter> reporter = format != null ? byId(format) : byExtension(file);
        Path target = Path.of(file).toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                write(analysis, reporter, out);
            }
            // an older file stays until the new one is complete
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The report on one reset, for a person. */
    String explain(Analysis of, Reset reset) throws IOException {
        StringBuilder text = new StringBuilder();
        write(new Analysis(of.captures(), List.of(reset), List.of(), false), byId("text"), text);
        return text.toString();
    }

    String json(Analysis analysis) throws IOException {
        StringBuilder text = new StringBuilder();
        write(analysis, byId("json"), text);
        return text.toString();
    }

    private void write(Analysis analysis, Contribution<Reporter> reporter, Appendable out) throws IOException {
        reporter.callIo(r -> {
            r.write(analysis, out, ReportOptions.PLAIN);
            return null;
        }, null);
        if (reporter.failed()) {
            throw new VerbException(reporters.problems().get(reporters.problems().size() - 1).text());
        }
    }

    private Contribution<Reporter> byId(String id) {
        return reporters.find(id).orElseThrow(() -> new VerbException("export: '" + id + "' is none of "
                + reporters.all().stream().map(Contribution::id).collect(Collectors.joining(", "))));
    }

    private Contribution<Reporter> byExtension(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return reporters.all().stream().filter(r -> extension.equals(r.attribute("extension"))).findFirst()
                .orElseThrow(() -> new VerbException("export: which format? The file's name should end with one of "
                        + reporters.all().stream().map(r -> "." + r.attribute("extension")).collect(Collectors.joining(", "))));
    }
}
