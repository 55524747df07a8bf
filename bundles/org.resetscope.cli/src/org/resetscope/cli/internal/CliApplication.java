package org.resetscope.cli.internal;

import java.util.Arrays;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The command line as an Equinox application: its integer result becomes the exit code of the process. */
public final class CliApplication implements IApplication {

    /**
     * The start script puts this before each of the user's arguments, so that Equinox, which takes what it knows
     * (-data, -clean, -debug, ...) out of the command line, passes every one of them on untouched.
     */
    private static final String MARK = "+";

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        String[] own = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(MARK))
                .map(argument -> argument.substring(MARK.length()))
                .toArray(String[]::new);
        return Cli.run(own);
    }

    @Override
    public void stop() {
        // the process ends with the command
    }
}
