package org.resetscope.ui.internal.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.Reporter;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Writes reports in any format that a plug-in offers; the ending of the file tells which. */
public final class Exports {

    private static final String FIRST = "html";

    private Exports() {
    }

    /** Those that name what their files end with; the one that people want most comes first. */
    static List<Contribution<Reporter>> formats() {
        return Extensions.read(Extensions.REPORTERS, Reporter.class).all().stream()
                .filter(f -> f.attribute("extension") != null && f.attribute("label") != null)
                .sorted((a, b) -> Boolean.compare(b.id().equals(FIRST), a.id().equals(FIRST))).toList();
    }

    static String ending(Contribution<Reporter> format) {
        return "." + format.attribute("extension");
    }

    /** Whether there is anything to report on. */
    static boolean any() {
        return !all().isEmpty();
    }

    /** Everything that is open. @return what writes it in the background */
    public static Job all(Path file) {
        Map<OpenCapture, List<Reset>> all = all();
        return start(() -> Joined.of(all), file);
    }

    /** Some resets. @return what writes them in the background */
    public static Job of(List<OpenReset> resets, Path file) {
        return start(() -> Joined.of(resets), file);
    }

    private static Job start(Supplier<Analysis> analysis, Path file) {
        Contribution<Reporter> format = formats().stream().filter(f -> file.toString().endsWith(ending(f))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format for " + file));
        ExportJob job = new ExportJob(analysis, format, file);
        job.schedule();
        return job;
    }

    private static Map<OpenCapture, List<Reset>> all() {
        Map<OpenCapture, List<Reset>> all = new LinkedHashMap<>();
        Session.captures().counted().stream().filter(c -> !c.captures().isEmpty()).forEach(c -> all.put(c, c.analysis().resets()));
        return all;
    }
}
