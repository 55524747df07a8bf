package org.resetscope.ui.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.model.Problem;

/**
 * The rules that an input is held against, as far as they can be read.
 *
 * @param problems of files that cannot be read or that no plug-in knows, and of what is written in the others
 */
record Rules(List<ConfigurationText> texts, List<Problem> problems) {

    /** More would drown what matters; the editor of the rules tells all of them. */
    private static final int MOST_TOLD = 20;
    private static final String CODE = "rules";

    static Rules read(Input input) {
        if (input.rules().isEmpty()) {
            return new Rules(List.of(), List.of());
        }
        Configurations configurations = new Configurations();
        List<ConfigurationText> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : input.rules()) {
            try {
                ConfigurationText text = read(file, input.ruleName(file));
                if (configurations.recognises(text)) {
                    texts.add(text);
                } else {
                    problems.add(Problem.of(CODE, text.name() + " is no configuration that ResetScope knows: no reset is held against it."));
                }
            } catch (IOException e) {
                String reason = e instanceof NoSuchFileException ? "is not there" : "cannot be read (" + e.getMessage() + ")";
                problems.add(Problem.of(CODE, file + " " + reason + ": no reset is held against it."));
            }
        }
        List<ConfigurationProblem> wrong = configurations.devices(texts).stream().flatMap(d -> d.problems().stream()).toList();
        wrong.stream().limit(MOST_TOLD).forEach(p -> problems.add(Problem.of(CODE, p.file() + " line " + p.line() + ": " + p.text())));
        if (wrong.size() > MOST_TOLD) {
            problems.add(Problem.of(CODE, "The rules have " + (wrong.size() - MOST_TOLD) + " more problems; their editor tells them."));
        }
        return new Rules(texts, problems);
    }

    private static ConfigurationText read(Path file, String name) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ConfigurationText.read(name, in);
        }
    }

    /** What was found, with what was wrong with the rules. */
    Analysis told(Analysis analysis) {
        return problems.isEmpty() ? analysis
                : analysis.with(analysis.resets(), Stream.concat(problems.stream(), analysis.problems().stream()).toList(), analysis.cancelled());
    }
}
