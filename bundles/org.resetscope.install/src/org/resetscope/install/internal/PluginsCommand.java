package org.resetscope.install.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.FormatOption;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** resetscope plugins. */
@Command(name = "plugins", sortOptions = false,
        description = "Lists what is installed, and plug-ins that are there but cannot be used.",
        footer = { "", "Exit codes: 0, or 4 where a plug-in cannot be used." })
public final class PluginsCommand implements ContributedCommand {

    private CommandContext context;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void init(CommandContext to) {
        context = to;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        Installation installation;
        try {
            installation = Installation.running(new Trust(false, context.err()));
        } catch (InstallationException e) {
            context.err().println("resetscope: " + e.getMessage());
            return e.exit();
        }
        Charset charset = json ? StandardCharsets.UTF_8 : context.charset();
        PrintWriter out = new PrintWriter(new OutputStreamWriter(context.out(), charset));
        List<IInstallableUnit> roots = installation.roots();
        if (json) {
            out.println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(array(roots)));
        } else {
            int width = roots.stream().mapToInt(u -> Installation.shortId(u).length()).max().orElse(0);
            roots.forEach(u -> out.printf("%-" + Math.max(1, width) + "s  %s  %s%n", Installation.shortId(u), u.getVersion(), Installation.name(u)));
        }
        out.flush();
        List<Problem> unusable = Extensions.unusable();
        unusable.forEach(problem -> context.err().println("resetscope: " + problem.text()));
        return unusable.isEmpty() ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    private static JsonArray array(List<IInstallableUnit> roots) {
        JsonArray array = new JsonArray();
        for (IInstallableUnit root : roots) {
            JsonObject object = new JsonObject();
            object.addProperty("id", Installation.shortId(root));
            object.addProperty("version", root.getVersion().toString());
            object.addProperty("name", Installation.name(root));
            array.add(object);
        }
        return array;
    }
}
