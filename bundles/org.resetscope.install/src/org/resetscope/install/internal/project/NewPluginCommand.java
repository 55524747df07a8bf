package org.resetscope.install.internal.project;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.core.ResetScope;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** resetscope new-plugin. */
@Command(name = "new-plugin", sortOptions = false,
        description = "Writes the project of a new plug-in into a folder: a detector and a device profile, a test, and a repository to install"
                + " from. It builds with Maven against this ResetScope.",
        footer = { "", "docs/plugin-guide.md goes through it step by step." })
public final class NewPluginCommand implements ContributedCommand {

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "A word in lower case: of the folder, the detector, the profile.")
    private String name;

    @Option(names = "--id", paramLabel = "ID", description = "Of the plug-in and its Java package. Default: com.example.NAME.")
    private String id;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to write it; must not be there yet. Default: NAME.")
    private String folder;

    @Override
    public void init(CommandContext to) {
        context = to;
    }

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z][a-z0-9]*")) {
            throw new ParameterException(spec.commandLine(), "NAME: '" + name + "' is no word in lower case (a-z, 0-9)");
        }
        String bundle = id == null ? "com.example." + name : id;
        if (!bundle.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
            throw new ParameterException(spec.commandLine(), "--id: '" + bundle + "' is no name of a Java package with a point in it");
        }
        Path target = new File(folder == null ? name : folder).toPath();
        if (Files.exists(target)) {
            throw new ParameterException(spec.commandLine(), "there is a " + target + " already");
        }
        new Template(Map.of(
                "id", bundle,
                "path", bundle.replace('.', '/'),
                "name", name,
                "Name", Character.toUpperCase(name.charAt(0)) + name.substring(1),
                "home", home().toString(),
                "version", "0.1.0")).write(target);
        context.err().println("Written to " + target + ". Next:\n  cd " + target + "\n  ./mvnw verify\n  resetscope install --trust " + bundle
                + ".repository/target/repository");
        return ExitCodes.OK;
    }

    /** Of the installation: the folder that has the plug-ins, of which this is one. */
    private static Path home() throws IOException {
        URL core = ResetScope.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            Path home = Path.of(core.toURI()).toAbsolutePath().getParent().getParent();
            if (Files.isDirectory(home.resolve("plugins"))) {
                return home;
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // then the user has to say it
        }
        return Path.of("/path/to/resetscope");
    }
}
