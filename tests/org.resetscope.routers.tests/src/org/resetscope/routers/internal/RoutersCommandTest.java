package org.resetscope.routers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import picocli.CommandLine;

/** resetscope routers. */
class RoutersCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Answers what the command asks, and nothing else. */
    private CommandContext context() {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Map<String, Object> answers = Map.of("out", out, "err", errors, "width", 100, "charset", StandardCharsets.UTF_8);
        return (CommandContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { CommandContext.class },
                (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private int run(String... arguments) {
        ContributedCommand command = new RoutersCommand();
        command.init(context());
        return new CommandLine(command).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itIsACommandOfTheCommandLine() {
        assertTrue(Extensions.read("org.resetscope.cli.commands", ContributedCommand.class).all().stream().map(Contribution::id).toList()
                .contains("routers"));
    }

    @Test
    void allAreListed() {
        assertEquals(0, run());
        List<String> lines = shown().lines().toList();
        assertTrue(lines.get(0).matches("ID +VENDOR +DEVICE +SETTINGS"), lines.get(0));
        assertEquals(94, lines.stream().takeWhile(l -> !l.isEmpty()).count() - 1);
        assertTrue(shown().contains("94 profiles, 155 settings."));
        assertEquals("", err.toString());
    }

    @Test
    void wordsNarrowTheList() {
        assertEquals(0, run("--search", "CISCO", "--search", "half-closed"));
        assertEquals(List.of("cisco-asa"), shown().lines().skip(1).takeWhile(l -> !l.isEmpty()).map(l -> l.split(" ")[0]).toList());
    }

    @Test
    void aListWithoutHitsSaysSo() {
        assertEquals(0, run("--search", "nonesuch"));
        assertEquals("", shown());
        assertTrue(err.toString().contains("no profile has all of these words: nonesuch"), err::toString);
    }

    @Test
    void oneIsShown() {
        assertEquals(0, run("azure-nat-gateway"));
        assertEquals("""
                Azure NAT Gateway (azure-nat-gateway)

                  idleTimeoutInMinutes
                    default     240 s = 4 min
                    at expiry   RST to the sender when a packet arrives on an expired flow
                    standard    shorter than the 2 h 4 min that RFC 5382, REQ-5, asks of a NAT
                    change      az network nat gateway update --idle-timeout 4..120
                    source      MicrosoftDocs azure-docs: nat-gateway-resource, "Idle Timeout Timers" and
                                "Connection timeouts and timers"
                    confidence  high
                """, shown().replace("\r\n", "\n"));
    }

    @Test
    void whatNobodyVerifiedIsMarked() {
        assertEquals(0, run("asuswrt-merlin"));
        assertTrue(shown().contains("asks of a NAT, if it is so"), shown());
        assertTrue(shown().contains("confidence  low, unverified"), shown());
    }

    @Test
    void longTextsAreWrapped() {
        assertEquals(0, run("linux-conntrack"));
        shown().lines().forEach(l -> assertTrue(l.length() <= 100, l));
    }

    @Test
    void anUnknownIdIsWrongUsageAndNamesNearOnes() {
        assertEquals(2, run("mikrotik"));
        assertEquals("", shown());
        assertTrue(err.toString().startsWith("there is no profile 'mikrotik'; did you mean mikrotik-routeros?"), err::toString);
    }

    @Test
    void timeoutsThatFitASilenceAreRanked() {
        assertEquals(0, run("--idle", "351.2"));
        assertTrue(shown().startsWith("351.2 s of silence: these time-outs fit, the likeliest first.\n\n1. 350 s (5 min 50 s), over 1.2 s before\n"),
                shown());
        assertTrue(shown().contains("- aws-nat-gateway: AWS NAT Gateway, "), shown());
        assertTrue(shown().contains("to confirm: a connection left silent for 315 s survives, one for 385 s does not"), shown());
        assertTrue(shown().contains("\nNot: any longer one, such as "), shown());
    }

    @Test
    void aSilenceThatFitsNothingSaysSo() {
        assertEquals(0, run("--idle", "1.5"));
        assertTrue(shown().startsWith("1.5 s of silence: no time-out that is known fits."), shown());
        for (String bad : List.of("0", "-3", "NaN", "1e20", "soon")) {
            assertEquals(2, run("--idle", bad), bad);
        }
    }

    @Test
    void wrongOptionsAreWrongUsage() {
        assertEquals(2, run("--idle", "10", "pf"));
        assertEquals(2, run("--format", "xml"));
        assertEquals(2, run("pf", "--search", "x"));
        assertEquals(2, run("pf", "ipvs"));
    }

    @Test
    void jsonFulfilsTheContract() {
        assertEquals(0, run("--format", "json"));
        JsonArray profiles = JsonParser.parseString(shown()).getAsJsonArray();
        assertEquals(94, profiles.size());
        int settings = 0;
        for (JsonElement p : profiles) {
            assertEquals(Set.of("id", "vendor", "device", "steps", "settings"), p.getAsJsonObject().keySet());
            for (JsonElement s : p.getAsJsonObject().getAsJsonArray("settings")) {
                settings++;
                JsonObject setting = s.getAsJsonObject();
                assertTrue(setting.keySet().containsAll(Set.of("name", "defaultSeconds", "atExpiry", "change", "source", "confidence")));
                assertTrue(setting.get("defaultSeconds").isJsonNull() || setting.get("defaultSeconds").getAsLong() > 0);
                assertTrue(Set.of("high", "medium", "low").contains(setting.get("confidence").getAsString()));
                assertFalse(setting.get("confidence").getAsString().equals("low") && setting.get("verified").getAsBoolean());
            }
        }
        assertEquals(155, settings);
    }

    @Test
    void oneAsJsonIsAnObject() {
        assertEquals(0, run("--format", "json", "aws-nlb"));
        JsonObject profile = JsonParser.parseString(shown()).getAsJsonObject();
        assertEquals(350, profile.getAsJsonArray("settings").get(0).getAsJsonObject().get("defaultSeconds").getAsLong());
    }

    @Test
    void switchesAreNoSeconds() {
        assertEquals(0, run("--format", "json", "linux-conntrack-switches"));
        for (JsonElement s : JsonParser.parseString(shown()).getAsJsonObject().getAsJsonArray("settings")) {
            assertTrue(s.getAsJsonObject().get("defaultSeconds").isJsonNull(), s.toString());
        }
    }
}
