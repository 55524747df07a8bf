package org.resetscope.cli.internal.guide;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.RouterOption;
import org.resetscope.cli.internal.configuration.ConfigurationFiles;
import org.resetscope.core.Analysis;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.guide.Answers;
import org.resetscope.core.guide.Guide;
import org.resetscope.core.model.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what to record next; asks for it on a terminal. */
@Command(name = "guide", sortOptions = false,
        description = "\"My connections get reset\": says step by step what to record and to look at, with the commands for your addresses, and"
                + " what is known so far. On a terminal it asks; elsewhere it prints the steps.",
        footer = { "", "Exit codes: 0 done, 2 wrong usage, 3 a file could not be read at all, 4 partial: a file is damaged, or Ctrl+C" })
public final class GuideCommand implements ContributedCommand {

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CAPTURE", arity = "0..*", description = "Captures taken so far, of which it does not matter where.")
    private List<String> captures = new ArrayList<>();

    @Option(names = "--client", paramLabel = "ADDRESS", description = "The side that connects.")
    private String client;

    @Option(names = "--server", paramLabel = "ADDRESS[:PORT]", description = "The side that it connects to.")
    private String server;

    @Option(names = "--interface", paramLabel = "NAME", description = "On which the traffic passes here.")
    private String device;

    @Option(names = "--point", paramLabel = "NAME=FILE", description = "A capture taken at a point (repeatable): client, server, or another.")
    private List<String> points = new ArrayList<>();

    @Option(names = "--firewall", paramLabel = "FILE", description = "Rules of a firewall in the path (repeatable).")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--router", paramLabel = "PROFILE", description = "A device in the path, by its id in 'resetscope routers' (repeatable).")
    private List<String> routers = new ArrayList<>();

    @Option(names = "--log", paramLabel = "FILE", description = "A log of one of the ends (repeatable).")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "STEP", split = ",", description = "A step that cannot be taken: there, rules, router, logs.")
    private List<String> skipped = new ArrayList<>();

    @Option(names = "--answers", paramLabel = "FILE",
            description = "Keeps what was said: read first where it is there, and written at the end.")
    private Path answersFile;

    @Override
    public void init(CommandContext surroundings) {
        context = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Notes notes = new Notes();
        read(notes);
        notes.addAll(given());
        PrintWriter out = new PrintWriter(new OutputStreamWriter(context.out(), context.charset()));
        Guide guide;
        if (context.terminal() && System.console() != null) {
            guide = new Dialogue(new BufferedReader(new InputStreamReader(System.in, context.charset())), out, context.width(), this::look)
                    .hold(notes);
        } else {
            guide = look(notes);
            new GuideText(out, context.width()).all(guide);
        }
        out.flush();
        if (answersFile != null) {
            notes.write(answersFile);
        }
        return exitCode(guide);
    }

    private void read(Notes notes) {
        if (answersFile != null && Files.exists(answersFile)) {
            try {
                notes.read(answersFile);
            } catch (IOException e) {
                throw wrong("--answers: " + answersFile + " cannot be read: " + e.getMessage());
            }
        }
    }

    private Map<String, List<String>> given() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("client", client == null ? List.of() : List.of(client));
        all.put("server", server == null ? List.of() : List.of(server));
        all.put("interface", device == null ? List.of() : List.of(device));
        all.put("capture", captures);
        all.put("point", points);
        all.put("firewall", rules);
        all.put("router", routers);
        all.put("log", logs);
        all.put("skip", skipped);
        return all;
    }

    /** What is known, with an analysis of all of it. */
    private Guide look(Notes notes) {
        Answers known;
        try {
            known = notes.answers();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        List<Path> logFiles = new ArrayList<>();
        for (String file : Stream.of(known.logs(), known.rules()).flatMap(List::stream).toList()) {
            Path path = new File(file).toPath();
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw wrong("'" + file + "' cannot be read");
            }
            if (known.logs().contains(file)) {
                logFiles.add(path);
            }
        }
        DeviceProfiles profiles = DeviceProfiles.read();
        List<DeviceProfile> devices = known.routers().stream().map(id -> RouterOption.find(profiles, id, "--router: ", spec)).toList();
        if (known.captures().isEmpty()) {
            return new Guide(known, null);
        }
        Configurations configurations = new Configurations();
        ConfigurationFiles files = new ConfigurationFiles(context.err());
        files.read(known.rules(), configurations);
        for (ConfiguredDevice configured : configurations.devices(files.texts())) {
            files.tell(configured.problems());
        }
        files.finish();
        Settings settings = new Settings(false, null, files.texts(), Circumstances.USUAL, devices);
        Analysis analysis = context.cancellable(monitor -> {
            SubMonitor progress = SubMonitor.convert(monitor, logFiles.isEmpty() ? 1 : 2);
            Analysis seen = new ResetScope().analyze(known.captures(), settings, progress.newChild(1));
            return logFiles.isEmpty() ? seen : EndpointLogs.join(seen, logFiles, progress.newChild(1));
        });
        Stream.concat(analysis.problems().stream(), analysis.captures().stream().flatMap(c -> c.problems().stream())).map(Problem::text).distinct()
                .forEach(text -> context.err().println("resetscope: " + text.replaceAll("[\\p{Cntrl}&&[^\\t]]", "?")));
        return new Guide(known, analysis);
    }

    private static int exitCode(Guide guide) {
        Analysis analysis = guide.analysis();
        return analysis == null ? ExitCodes.OK : analysis.captures().stream().anyMatch(c -> !c.readable()) && !analysis.cancelled()
                ? ExitCodes.UNREADABLE : analysis.partial() ? ExitCodes.PARTIAL : ExitCodes.OK;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
