package org.resetscope.cli.internal;

import java.io.PrintStream;

import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of plug-ins. Only the one that is called is loaded; of the others, help tells what their plugin.xml says. */
final class ContributedCommands {

    static final String POINT = "org.resetscope.cli.commands";

    private ContributedCommands() {
    }

    /**
     * Adds them to a command line.
     *
     * @param called the command that the user calls
     * @return false where the plug-in of the command called is broken; it has been told
     */
    static boolean add(CommandLine line, String called, CommandContext context) {
        Extensions<ContributedCommand> commands = Extensions.read(POINT, ContributedCommand.class);
        boolean usable = true;
        for (Contribution<ContributedCommand> command : commands.all()) {
            String name = command.id();
            if (line.getSubcommands().containsKey(name)) {
                context.err().println("resetscope: " + command + " is ignored: there is a command of that name");
            } else if (name.equals(called)) {
                CommandLine loaded = command.call(c -> load(c, context), null);
                usable = loaded != null;
                line.addSubcommand(name, usable ? loaded : new CommandLine(CommandSpec.create()));
            } else {
                CommandSpec shown = CommandSpec.create();
                shown.usageMessage().description(String.valueOf(command.attribute("description")));
                line.addSubcommand(name, shown);
            }
        }
        tell(commands, context.err());
        return usable;
    }

    private static CommandLine load(ContributedCommand command, CommandContext context) {
        command.init(context);
        return CommonOptions.add(new CommandLine(command), context.version());
    }

    private static void tell(Extensions<ContributedCommand> commands, PrintStream err) {
        commands.problems().forEach(problem -> err.println("resetscope: " + problem.text()));
    }
}
