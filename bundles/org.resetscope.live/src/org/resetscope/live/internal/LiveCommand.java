package org.resetscope.live.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.FormatOption;
import org.resetscope.cli.RouterOption;
import org.resetscope.cli.Watch;
import org.resetscope.cli.WatchOptions;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.live.FollowedCapture;
import org.resetscope.core.live.LiveReset;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.live.CaptureFailure;
import org.resetscope.live.CaptureFailure.Kind;
import org.resetscope.live.CaptureInterface;
import org.resetscope.live.CaptureRing;
import org.resetscope.live.InterfaceCapture;

import com.google.gson.stream.JsonWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Watches an interface, or lists those that there are. */
@Command(name = "live", sortOptions = false,
        description = "Watches an interface and explains resets as they happen, until Ctrl+C, which gives a summary. Without INTERFACE, lists"
                + " the interfaces.",
        footer = { "",
                "A reset is told within a second, and once more if what follows changes the verdict. Times are UTC. JSON: an object a line.",
                "Exit codes: 0 done (also by Ctrl+C), 2 wrong usage or filter, 3 the interface cannot be watched, 4 it went down, or a plug-in"
                        + " failed; what passed until then is reported" })
public final class LiveCommand implements ContributedCommand {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG])?");

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "INTERFACE", arity = "0..1",
            description = "Its name, \"any\" for all, or \"-\" for a capture on standard input (ssh host tcpdump -U -w - | resetscope live -).")
    private String name;

    @Option(names = "--filter", paramLabel = "BPF", defaultValue = "",
            description = "What to capture, as for tcpdump: \"host 10.0.0.1 and tcp port 443\". Less is lost on a busy interface.")
    private String filter;

    @Option(names = "--snapshot-length", paramLabel = "BYTES", defaultValue = "262144",
            description = "Bytes of each packet to look at; 128 are enough for verdicts. Default: ${DEFAULT-VALUE}.")
    private int snapLength;

    @Mixin
    private WatchOptions limits = new WatchOptions();

    @Option(names = "--ring", paramLabel = "DIR",
            description = "Keep packets in a ring of pcap files in DIR: when it is full, the oldest go, those around resets (named -resets) last."
                    + " A later run goes on with the ring.")
    private Path ring;

    @Option(names = "--ring-size", paramLabel = "SIZE", defaultValue = "1G", description = "Of all files together: 500M, 1G. Default: ${DEFAULT-VALUE}.")
    private String ringSize;

    @Mixin
    private RouterOption router = new RouterOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void init(CommandContext surroundings) {
        context = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        if (snapLength < 1) {
            throw wrong("--snapshot-length: takes 1 or more");
        }
        if ("-".equals(name) && !filter.isEmpty()) {
            throw wrong("--filter: standard input is captured already; give the filter to the program that captures");
        }
        limits.count();
        limits.seconds();
        long bytes = bytes(ringSize);
        try {
            return name == null ? list(json) : watch(json, bytes);
        } catch (CaptureFailure e) {
            context.err().println("resetscope: " + e.getMessage());
            return e.kind() == Kind.BAD_FILTER ? ExitCodes.USAGE : ExitCodes.UNREADABLE;
        } catch (CaptureException e) {
            context.err().println("resetscope: " + e.getMessage());
            return ExitCodes.UNREADABLE;
        }
    }

    private int watch(boolean json, long bytes) throws IOException {
        try (PacketFeed packets = open(); CaptureRing kept = ring(packets, bytes)) {
            context.err().println("resetscope: watching " + packets.name() + "; Ctrl+C ends it");
            Consumer<LiveReset> also = kept == null ? news -> {
            } : kept::keep;
            return new Watch(context, limits, json, r -> true, null).run(kept == null ? packets : kept, router.devices(), also);
        }
    }

    private PacketFeed open() throws IOException {
        Consumer<String> notes = note -> context.err().println("resetscope: " + note);
        return name.equals("-") ? FollowedCapture.open(name, notes) : InterfaceCapture.open(name, filter, snapLength, notes);
    }

    private CaptureRing ring(PacketFeed packets, long bytes) {
        try {
            return ring == null ? null : new CaptureRing(packets, ring, bytes);
        } catch (IOException e) {
            throw wrong("--ring: " + e.getMessage());
        }
    }

    private long bytes(String size) {
        Matcher parts = SIZE.matcher(size);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw wrong("--ring-size: '" + size + "' is no size such as 500M or 1G");
        }
        int shift = parts.group(2) == null ? 0 : 10 * ("KMG".indexOf(parts.group(2)) + 1);
        return Long.parseLong(parts.group(1)) << shift;
    }

    private int list(boolean json) throws IOException {
        List<CaptureInterface> all = CaptureInterface.all();
        Writer out = new BufferedWriter(new OutputStreamWriter(context.out(), json ? StandardCharsets.UTF_8 : context.charset()));
        if (json) {
            write(all, out);
        } else {
            int width = all.stream().mapToInt(i -> i.name().length()).max().orElse(0);
            for (CaptureInterface i : all) {
                String what = String.join(", ", i.addresses());
                out.write(String.format(Locale.ROOT, "%-" + (width + 2) + "s%-6s%s%n", i.name(), i.up() ? "up" : "down",
                        what.isEmpty() || i.description().isEmpty() ? what + i.description() : what + "  " + i.description()));
            }
            if (all.isEmpty()) {
                context.err().println("resetscope: there is no interface that you are permitted to capture on");
            }
        }
        out.flush();
        return ExitCodes.OK;
    }

    private static void write(List<CaptureInterface> all, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginArray();
        for (CaptureInterface i : all) {
            json.beginObject();
            json.name("name").value(i.name());
            json.name("description").value(i.description().isEmpty() ? null : i.description());
            json.name("addresses").beginArray();
            for (String address : i.addresses()) {
                json.value(address);
            }
            json.endArray();
            json.name("up").value(i.up());
            json.name("loopback").value(i.loopback());
            json.endObject();
        }
        json.endArray();
        json.flush();
        out.write('\n');
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
