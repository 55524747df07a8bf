package org.resetscope.cli;

import java.util.concurrent.Callable;

/**
 * A command that a plug-in adds through the extension point {@code org.resetscope.cli.commands}. Its class carries picocli's annotations:
 * {@code @Command} for its help, {@code @Option} and {@code @Parameters} for what it takes; {@code --help}, {@code --version} and
 * {@code --debug} are added. The answer of {@code call()} is one of {@link ExitCodes}. For wrong usage it throws picocli's
 * {@code ParameterException}; any other exception is an internal error, but for the one that tells that nobody reads standard output any
 * more.
 */
public interface ContributedCommand extends Callable<Integer> {

    /** Called once, before the arguments are parsed. */
    void init(CommandContext context);
}
