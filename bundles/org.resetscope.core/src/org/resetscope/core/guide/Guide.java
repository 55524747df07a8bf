package org.resetscope.core.guide;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.Severity;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Where somebody stands whose connections get reset.
 *
 * @param known what was said
 * @param analysis of the captures that were taken, with all that is known; null where there are none
 */
public record Guide(Answers known, Analysis analysis) {

    /** From here on the sender is taken for known. */
    private static final double DECIDED = 0.95;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final double CAUSE_KNOWN = 0.8;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final long AROUND_SECONDS = 60;

    /** How a step stands. */
    public enum State {
        /** What it gives is known. */
        DONE,
        /** It would tell most now. */
        NEXT,
        /** Another one comes first. */
        LATER,
        /** Said to be impossible, or of no use here. */
        LEFT_OUT
    }

    /** The reset to be explained first: of the connections that were asked about, where one is; the gravest, of these the surest; or null. */
    public Reset gravest() {
        if (analysis == null) {
            return null;
        }
        Reset asked = gravest(analysis.resets().stream().filter(this::askedAbout).toList());
        return asked != null ? asked : gravest(analysis.resets());
    }

    /** Whether resets were found, but none of the connections that were asked about, as far as their addresses tell. */
    public boolean onlyOthers() {
        return gravest() != null && !askedAbout(gravest());
    }

    /** Behind a NAT one of the two addresses is another; a server that was given by its name may have any. */
    private boolean askedAbout(Reset r) {
        Ends ends = known.ends();
        boolean server = ends.server() != null && (!ADDRESS.matcher(ends.server()).matches() || ends.server().equalsIgnoreCase(r.flow().server().address()));
        boolean client = ends.client() != null && ends.client().equalsIgnoreCase(r.flow().client().address());
        boolean anyone = ends.server() == null && ends.client() == null;
        return (anyone || server || client) && (ends.port() == 0 || ends.port() == r.flow().server().port());
    }

    /** Of many, likewise. */
    public static Reset gravest(List<Reset> resets) {
        return resets.stream()
                .max(Comparator.comparing((Reset r) -> Severity.of(r)).thenComparing(r -> r.primary() == null)
                        .thenComparingDouble(r -> r.verdict().senderConfidence())).orElse(null);
    }

    /** Whether it is known who sent it. */
    private boolean decided(Reset r) {
        return r.verdict().sender() != Sender.UNDETERMINED && r.verdict().senderConfidence() >= DECIDED;
    }

    /** The step that would tell most. */
    public Step next() {
        Reset r = gravest();
        if (r == null) {
            return Step.HERE;
        }
        boolean between = r.verdict().sender() == Sender.INTERMEDIARY || r.verdict().fault() == Sender.INTERMEDIARY || !decided(r);
        if (!decided(r) && open(Step.THERE)) {
            return Step.THERE;
        } else if (between && r.rule() == null && open(Step.RULES)) {
            return Step.RULES;
        } else if (r.idle() != null && open(Step.ROUTER)) {
            return Step.ROUTER;
        } else if ((!decided(r) || r.verdict().causeProbability() < CAUSE_KNOWN) && open(Step.LOGS)) {
            return Step.LOGS;
        }
        return Step.CURE;
    }

    private boolean open(Step step) {
        return !done(step) && !known.impossible().contains(step);
    }

    private boolean done(Step step) {
        return switch (step) {
            case HERE -> gravest() != null;
            case THERE -> known.points() > 1;
            case RULES -> !known.rules().isEmpty();
            case ROUTER -> !known.routers().isEmpty();
            case LOGS -> !known.logs().isEmpty();
            case CURE -> false;
        };
    }

    /** How a step stands by what is known. */
    public State state(Step step) {
        if (step == next()) {
            return State.NEXT;
        }
        return done(step) ? State.DONE : known.impossible().contains(step) || step.compareTo(next()) < 0 ? State.LEFT_OUT : State.LATER;
    }

    /** What a step that was taken says about the reset; empty where it says nothing. */
    public List<String> findings(Step step) {
        Reset r = gravest();
        if (r == null || !done(step)) {
            return List.of();
        }
        return switch (step) {
            case RULES -> r.rule() == null ? List.of()
                    : List.of("Made by " + r.rule().file() + " line " + r.rule().line() + ": " + r.rule().text());
            case ROUTER -> stated(r, false);
            case LOGS -> stated(r, true);
            default -> List.of();
        };
    }

    private static List<String> stated(Reset r, boolean log) {
        return r.verdict().evidence().stream().filter(e -> e.group().equals(Evidence.STATED) && e.detector().equals(Evidence.LOG) == log)
                .map(Evidence::text).distinct().toList();
    }

    /** What to type, for the addresses and ports that are known; a line that begins with # says something about the others. */
    public List<String> commands(Step step) {
        return switch (step) {
            case HERE -> here();
            case THERE -> there();
            case RULES -> List.of("sudo iptables-save > rules.v4; sudo ip6tables-save > rules.v6", "sudo nft list ruleset > rules.nft",
                    "sudo sysctl -a > kernel.sysctl", "# What each firewall has of these.");
            case ROUTER -> router();
            case LOGS -> logs();
            case CURE -> cure();
        };
    }

    private List<String> here() {
        List<String> commands = new ArrayList<>();
        if (analysis != null && gravest() == null) {
            commands.add("# There is no reset in the capture: let it run for longer, or keep only what is around resets:");
            commands.add("sudo resetscope live " + device() + " --filter '" + filter() + "' --ring resets");
        }
        commands.add("sudo tcpdump -i " + device() + " -s 256 -U -w client.pcap '" + filter() + "'");
        commands.add("# On the client; on the server, name the file server.pcap.");
        return commands;
    }

    private List<String> there() {
        String missing = known.captures().stream().anyMatch(c -> "server".equals(c.point())) ? "client" : "server";
        List<String> commands = new ArrayList<>();
        commands.add("sudo tcpdump -i any -s 256 -U -w " + missing + ".pcap '" + thereFilter(missing) + "'");
        commands.add("# On the " + missing + ", while the capture on the other side runs again.");
        return commands;
    }

    private List<String> router() {
        Reset r = gravest();
        List<String> commands = new ArrayList<>();
        if (r != null && r.idle() != null) {
            commands.add(String.format(Locale.ROOT, "resetscope routers --idle %.1f", Math.max(1, r.idle().nanos() / 1e9)));
        }
        commands.add("resetscope routers --search 'VENDOR MODEL'");
        return commands;
    }

    private List<String> logs() {
        Reset r = gravest();
        String since = "";
        if (r != null) {
            long seconds = Math.floorDiv(r.packets().get(0).time().nanos(), 1_000_000_000L);
            since = " --utc --since '" + CLOCK.format(Instant.ofEpochSecond(seconds - AROUND_SECONDS)) + " UTC' --until '"
                    + CLOCK.format(Instant.ofEpochSecond(seconds + AROUND_SECONDS)) + " UTC'";
        }
        return List.of("journalctl -o json" + since + " > journal.json",
                "# And the logs of nginx, HAProxy, PostgreSQL, ... from that time.");
    }

    private List<String> cure() {
        List<String> commands = new ArrayList<>();
        Reset r = gravest();
        if (r != null && r.idle() != null && !known.captures().isEmpty()) {
            commands.add(inputs(routers(new StringBuilder("resetscope advise --for all"))).toString());
        }
        if (r != null) {
            r.verdict().remedy().forEach(remedy -> commands.add("# " + remedy));
        }
        commands.add("sudo resetscope live " + device() + " --filter '" + filter() + "' --ring resets");
        return commands;
    }

    private String device() {
        return known.ends().networkInterface() == null ? "any" : known.ends().networkInterface();
    }

    /** Of what is between client and server, and what routers say about it. */
    private String filter() {
        String server = server();
        return withIcmp(server != null ? "host " + server : known.ends().client() != null ? "host " + known.ends().client() : "");
    }

    /** As said, else as seen. */
    private String server() {
        return known.ends().server() != null || gravest() == null ? known.ends().server() : gravest().flow().server().address();
    }

    private int port() {
        return known.ends().port() != 0 || gravest() == null ? known.ends().port() : gravest().flow().server().port();
    }

    /** At the other end, a NAT may have changed the address of this one. */
    private String thereFilter(String point) {
        return withIcmp(point.equals("client") && server() != null ? "host " + server() : "");
    }

    private String withIcmp(String hosts) {
        String tcp = port() == 0 ? "tcp" : "tcp port " + port();
        return (hosts.isEmpty() ? tcp : "(" + hosts + " and " + tcp + ")") + " or icmp or icmp6";
    }

    /** The analysis that uses all that is known, as a command. */
    public String analyze() {
        StringBuilder command = new StringBuilder("resetscope analyze");
        known.rules().forEach(f -> command.append(" --firewall ").append(quoted(f)));
        routers(command);
        known.logs().forEach(f -> command.append(" --log ").append(quoted(f)));
        return inputs(command).toString();
    }

    private StringBuilder routers(StringBuilder command) {
        known.routers().forEach(r -> command.append(" --router ").append(quoted(r)));
        return command;
    }

    private StringBuilder inputs(StringBuilder command) {
        for (CaptureFile c : known.captures()) {
            command.append(c.point() == null ? " " + quoted(c.file()) : " --point " + quoted(c.point() + "=" + c.file()));
        }
        return command;
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
