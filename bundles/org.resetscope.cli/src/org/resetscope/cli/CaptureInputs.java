package org.resetscope.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.CaptureFile;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The captures that a command reads, each on its own or as points of the same traffic; a mixin for commands. */
public final class CaptureInputs {

    /** Reads standard input. */
    public static final String STDIN = "-";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*",
            description = "Captures, each judged on its own. \"-\" reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--point", paramLabel = "NAME=FILE",
            description = "A capture of the same traffic at one of several points (repeatable): the points are compared. NAME is client or server"
                    + " for a capture taken on that host, or any other.")
    private List<String> points = new ArrayList<>();

    /**
     * @param join whether several captures of one point are parts of one
     * @throws ParameterException where there are none, or they make no sense together
     */
    public List<CaptureFile> inputs(boolean join) {
        List<CaptureFile> inputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String point : points) {
            int equal = point.indexOf('=');
            if (equal < 1 || equal == point.length() - 1) {
                throw wrong("--point: expected NAME=FILE but got '" + point + "'");
            }
            String name = point.substring(0, equal);
            if (!names.add(name) && !join) {
                throw wrong("--point: there are two captures of point '" + name + "' (--join takes them as parts of one)");
            }
            inputs.add(new CaptureFile(point.substring(equal + 1), name));
        }
        files.forEach(file -> inputs.add(CaptureFile.of(file)));
        if (inputs.isEmpty()) {
            throw wrong("Missing FILE: which captures?");
        }
        if (inputs.stream().filter(i -> i.file().equals(STDIN)).count() > 1) {
            throw wrong("\"-\" is there twice, but there is one standard input");
        }
        return inputs;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
