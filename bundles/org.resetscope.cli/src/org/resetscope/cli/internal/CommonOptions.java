package org.resetscope.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What every command takes, whoever wrote it: {@code --help}, {@code --version}, {@code --debug}. */
final class CommonOptions {

    private static final String DEBUG = "--debug";

    private CommonOptions() {
    }

    /** Adds those that the command has not got itself. */
    static CommandLine add(CommandLine command, String version) {
        CommandSpec spec = command.getCommandSpec().version(version);
        if (spec.findOption("--help") == null) {
            spec.mixinStandardHelpOptions(true);
        }
        if (spec.findOption(DEBUG) == null) {
            spec.addOption(OptionSpec.builder(DEBUG).type(boolean.class).description("Show where an internal error comes from.").build());
        }
        return command;
    }

    static boolean debug(ParseResult parsed) {
        return parsed.hasMatchedOption(DEBUG) || parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption(DEBUG);
    }
}
