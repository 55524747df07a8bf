package org.resetscope.routers.internal.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

/**
 * The templates of all plug-ins, in the order of their ids' declaration. One that cannot be used is left out and told.
 *
 * @param problems what was wrong with contributions
 */
record Templates(List<Template> all, List<Problem> problems) {

    static final String POINT = "org.resetscope.routers.adviceTemplates";
    private static final int MOST_BYTES = 1 << 16;

    static Templates read() {
        Extensions<Object> files = Extensions.read(POINT, Object.class);
        List<Problem> problems = new ArrayList<>(files.problems());
        List<Template> templates = new ArrayList<>();
        for (Contribution<Object> file : files.all()) {
            try {
                templates.add(TemplateFile.parse(file.id(), file.text("file", MOST_BYTES)));
            } catch (IOException | RuntimeException e) {
                problems.add(Problem.of("contributor-failed", "The advice for " + file.id() + " of plug-in " + file.contributor()
                        + " is missing: " + e.getMessage()));
            }
        }
        return new Templates(List.copyOf(templates), List.copyOf(problems));
    }

    List<String> targets() {
        return all.stream().map(Template::target).toList();
    }
}
