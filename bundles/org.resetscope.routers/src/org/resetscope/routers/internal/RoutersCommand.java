package org.resetscope.routers.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.FormatOption;
import org.resetscope.cli.RouterOption;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists device profiles, or shows one. */
@Command(name = "routers", sortOptions = false,
        description = "Lists or shows what is known of routers, firewalls, NATs and load balancers: their time-outs as delivered, what"
                + " happens when these run out, and how they are changed.",
        footer = { "", "Facts that nobody has looked up in a source are marked unverified.", "",
                "Exit codes: 0 done, 2 wrong usage or no such profile, 4 a profile file of a plug-in is bad; the rest is shown" })
public final class RoutersCommand implements ContributedCommand {

    private static final int LONGEST_SILENCE = 100_000_000;

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The profile to show; without it, all are listed.")
    private String id;

    @Option(names = "--search", paramLabel = "WORDS",
            description = "List the profiles in which each of the words occurs: vendor, device, settings, seconds. Repeatable.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--idle", paramLabel = "SECONDS",
            description = "Rank the time-outs that fit a silence of that length, and say what would confirm each.")
    private Double idle;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void init(CommandContext surroundings) {
        context = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        if (id != null && !words.isEmpty()) {
            throw wrong("--search: there is nothing to search for in one profile");
        }
        if (idle != null && (id != null || !words.isEmpty() || json || !(idle >= 1 && idle <= LONGEST_SILENCE))) {
            throw wrong("--idle: takes 1 to " + LONGEST_SILENCE + " seconds, and neither ID, --search nor --format json");
        }
        DeviceProfiles profiles = DeviceProfiles.read();
        profiles.problems().forEach(problem -> context.err().println("resetscope: " + problem.text()));
        if (idle != null) {
            for (String line : SilenceFits.of(profiles.all(), idle).lines()) {
                context.out().write((line + "\n").getBytes(context.charset()));
            }
            return profiles.problems().isEmpty() ? ExitCodes.OK : ExitCodes.PARTIAL;
        }
        List<DeviceProfile> chosen = id == null ? list(profiles) : List.of(RouterOption.find(profiles, id, "", spec));
        Writer out = new BufferedWriter(new OutputStreamWriter(context.out(), json ? StandardCharsets.UTF_8 : context.charset()));
        if (json) {
            ProfileJson.write(chosen, id != null, out);
        } else if (id != null) {
            new ProfileText(out, context.width()).show(chosen.get(0));
        } else {
            new ProfileText(out, context.width()).list(chosen);
        }
        out.flush();
        return profiles.problems().isEmpty() ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    private List<DeviceProfile> list(DeviceProfiles profiles) {
        String all = String.join(" ", words);
        List<DeviceProfile> found = profiles.search(all);
        if (found.isEmpty()) {
            context.err().println(profiles.all().isEmpty() ? "resetscope: no router profiles are installed"
                    : "resetscope: no profile has all of these words: " + all);
        }
        return found;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
