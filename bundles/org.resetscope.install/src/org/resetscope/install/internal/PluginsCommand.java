package org.resetscope.install.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

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
        List<IInstallableUnit> dropped = installation.dropped();
        if (json) {
            out.println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(array(roots, dropped)));
        } else {
            int width = Stream.concat(roots.stream(), dropped.stream()).mapToInt(u -> Installation.shortId(u).length()).max().orElse(1);
            roots.forEach(u -> out.println(line(u, width)));
            dropped.forEach(u -> out.println(line(u, width) + " (dropped in)"));
        }
        out.flush();
        List<Problem> unusable = Extensions.unusable();
        unusable.forEach(problem -> context.err().println("resetscope: " + problem.text()));
        return unusable.isEmpty() ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    private static String line(IInstallableUnit unit, int width) {
        return String.format("%-" + width + "s  %s  %s", Installation.shortId(unit), unit.getVersion(), Installation.name(unit));
    }

    private static JsonArray array(List<IInstallableUnit> roots, List<IInstallableUnit> dropped) {
        JsonArray array = new JsonArray();
        roots.forEach(unit -> array.add(object(unit, false)));
        dropped.forEach(unit -> array.add(object(unit, true)));
        return array;
    }

    private static JsonObject object(IInstallableUnit unit, boolean dropped) {
        JsonObject object = new JsonObject();
        object.addProperty("id", Installation.shortId(unit));
        object.addProperty("version", unit.getVersion().toString());
        object.addProperty("name", Installation.name(unit));
        object.addProperty("droppedIn", dropped);
        return object;
    }
}
