package org.resetscope.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.console.Cells;
import org.resetscope.console.ScriptOutput;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.LintResult;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.TraceQuestion;
import org.resetscope.core.configuration.UnclearQuestionException;

/** The files of firewall rules that a script names, and what it asks of them. */
final class Rules {

    private static final List<String> QUESTIONS = List.of("packet", "from", "in", "out", "source", "destination", "state", "topology", "kernel");

    private final String verb;
    private final ScriptOutput output;
    private final Configurations configurations = new Configurations();
    private final List<ConfigurationText> texts;
    private final Map<String, String> named = new TreeMap<>();

    /** @param arguments file names, and a map of what is named */
    Rules(String verb, Object[] arguments, ScriptOutput output) {
        this.verb = verb;
        this.output = output;
        List<Object> files = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> map) {
                map.forEach((name, value) -> named.put(String.valueOf(name), String.valueOf(value)));
            } else {
                files.add(argument);
            }
        }
        texts = texts(verb, files);
        for (ConfigurationText text : texts) {
            if (!configurations.recognises(text)) {
                throw new VerbException(verb + ": " + text.name() + " is no configuration that ResetScope knows");
            }
        }
    }

    /** Reads files: a name, or several. */
    static List<ConfigurationText> texts(String verb, Object files) {
        List<ConfigurationText> texts = new ArrayList<>();
        for (String file : Inputs.names(verb, files)) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                texts.add(ConfigurationText.read(file, in));
            } catch (IOException e) {
                throw new VerbException(verb + ": " + file + " cannot be read" + (Files.exists(Path.of(file)) ? ": " + e.getMessage() : ": there is no such file"));
            }
        }
        if (texts.isEmpty()) {
            throw new VerbException(verb + ": which rules? Give their file name in quotes.");
        }
        return texts;
    }

    List<ConfigurationFinding> lint(IProgressMonitor monitor) {
        Circumstances circumstances = circumstances(List.of("kernel"));
        List<ConfigurationFinding> findings = new ArrayList<>();
        for (ConfiguredDevice device : configurations.devices(texts)) {
            tell(device.problems());
            LintResult result = device.lint(circumstances, monitor);
            tell(result.problems());
            findings.addAll(result.findings());
        }
        tellOfPlugins();
        return findings;
    }

    TraceAnswer trace() {
        Circumstances circumstances = circumstances(QUESTIONS);
        ConfiguredDevice device = configurations.device(texts).orElseThrow(() -> new VerbException(verb + ": these files are not one device's"));
        tell(device.problems());
        try {
            TraceAnswer answer = device.trace(new TraceQuestion(named.get("packet"), named.get("from"), named.get("in"), named.get("out"),
                    named.get("source"), named.get("destination"), named.get("state"), named.getOrDefault("topology", "host"), circumstances));
            tellOfPlugins();
            return answer;
        } catch (UnclearQuestionException e) {
            throw new VerbException(verb + ": " + e.getMessage());
        }
    }

    /** What is named and is no part of the question must be a kernel setting: {@code 'nf_conntrack_tcp_loose': 0}. */
    private Circumstances circumstances(List<String> known) {
        Map<String, String> settings = new TreeMap<>(named);
        settings.keySet().removeAll(known);
        settings.keySet().stream().filter(name -> name.indexOf('_') < 0).findFirst().ifPresent(name -> {
            throw new VerbException(verb + ": '" + name + "' is none of " + String.join(", ", known) + ", and no kernel setting");
        });
        return new Circumstances(settings, named.get("kernel"));
    }

    private void tell(List<ConfigurationProblem> problems) {
        problems.forEach(p -> output.problem(Cells.text(p.file() + ":" + p.line() + ":" + p.column() + ": " + p.text())));
    }

    private void tellOfPlugins() {
        configurations.problems().forEach(p -> output.problem(p.text()));
    }
}
