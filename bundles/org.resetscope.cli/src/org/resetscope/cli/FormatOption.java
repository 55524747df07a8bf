package org.resetscope.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Text for people or JSON for programs; a mixin for commands. */
public final class FormatOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format;

    /** @throws ParameterException where it is neither text nor JSON that was asked for */
    public boolean json() {
        if (!format.equals("text") && !format.equals("json")) {
            throw new ParameterException(spec.commandLine(), "--format: '" + format + "' is none of text, json");
        }
        return format.equals("json");
    }
}
