package org.resetscope.cli.internal.configuration;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.FormatOption;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.TraceQuestion;
import org.resetscope.core.configuration.UnclearQuestionException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows one packet through firewall rules. */
@Command(name = "trace", sortOptions = false,
        description = "Follows one packet through firewall rules as the kernel would: what they do with it, who resets, and whether the "
                + "connection lives on.",
        footer = {
                "",
                "Packets: syn, connect-and-data, syn-over-limit, port-reuse-syn, in-order-data, over-window,",
                "below-window, ack-over, in-window-reordered, bad-checksum, out-of-window-rst, data-over-rate,",
                "data-matching-string, conntrack-lost-segment-from-client (or -from-server), idle-expired-...,",
                "half-closed-expired-..., late-FLAGS, stray-FLAGS (letters of SAFPUR, or none).",
                "",
                "All FILEs together are one machine's rules.",
                "",
                "Exit codes:",
                "  0  answered",
                "  2  wrong usage",
                "  3  a file could not be read at all",
                "  4  partial: parts of a file could not be read, or a plug-in failed",
                "  5  internal error" })
public final class TraceCommand implements ContributedCommand {

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Firewall configurations. \"-\" reads standard input.")
    private List<String> files;

    @Option(names = "--packet", paramLabel = "CLASS", description = "The kind of packet; see below. Default: one that fits --state, or syn.")
    private String packet;

    @Option(names = "--from", paramLabel = "SIDE", description = "Who sends it: client or server. Default: as the packet's kind says.")
    private String from;

    @Option(names = "--in", paramLabel = "IFACE", description = "The interface it arrives on.")
    private String in;

    @Option(names = "--out", paramLabel = "IFACE", description = "The interface it leaves by.")
    private String out;

    @Option(names = "--source", paramLabel = "ADDRESS[:PORT]", description = "Its source; IPv6 with a port as [ADDRESS]:PORT.")
    private String source;

    @Option(names = "--destination", paramLabel = "ADDRESS[:PORT]", description = "Its destination.")
    private String destination;

    @Option(names = "--state", paramLabel = "STATE",
            description = "What conntrack is to say of it: new, established, related, invalid or untracked. Default: what it would say.")
    private String state;

    @Option(names = "--topology", paramLabel = "TOPOLOGY", defaultValue = "host",
            description = "host (the connection ends on the firewall's own host), outbound (it begins there), routed, snat, dnat, hairpin or "
                    + "asymmetric. Default: ${DEFAULT-VALUE}.")
    private String topology;

    @Mixin
    private CircumstancesOptions circumstances = new CircumstancesOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void init(CommandContext newContext) {
        context = newContext;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        Configurations configurations = new Configurations();
        ConfigurationFiles input = new ConfigurationFiles(context.err());
        input.read(files, configurations);
        Optional<ConfiguredDevice> device = input.unreadable() ? Optional.empty() : configurations.device(input.texts());
        if (device.isEmpty()) {
            return tell(configurations) ? ExitCodes.PARTIAL : ExitCodes.UNREADABLE;
        }
        input.tell(device.get().problems());
        input.finish();
        TraceAnswer answer = answer(device.get());
        if (answer != null) {
            Output.write(context, json ? TraceJson.of(answer) : TraceText.of(answer), !json);
        }
        return tell(configurations) || !device.get().problems().isEmpty() ? ExitCodes.PARTIAL : ExitCodes.OK;
    }

    private TraceAnswer answer(ConfiguredDevice device) {
        try {
            return device.trace(
                    new TraceQuestion(packet, from, in, out, source, destination, state, topology, circumstances.circumstances()));
        } catch (UnclearQuestionException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** @return whether a plug-in failed */
    private boolean tell(Configurations configurations) {
        configurations.problems().forEach(p -> context.err().println("resetscope: " + Plain.line(p.text())));
        return !configurations.problems().isEmpty();
    }
}
