package org.resetscope.routers.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.model.Endpoint;

/** The templates that are delivered, and the reading of them. */
class TemplateTest {

    private static final Endpoint V4 = new Endpoint("192.0.2.7", 5432);
    private static final Endpoint V6 = new Endpoint("2001:db8::7", 5432);
    private static final String HEAD = "title: T\nwhere: W\ntrade-off: C\nsource: S\n";

    static Stream<Template> delivered() {
        return Templates.read().all().stream();
    }

    @Test
    void allThatAreDeclaredCanBeRead() {
        assertEquals(List.of(), Templates.read().problems());
        assertEquals(Set.of("linux", "freebsd", "macos", "windows", "sockets", "systemd", "nginx", "haproxy", "envoy", "postgresql", "mysql", "openssh",
                "java", "go", "python", "openwrt", "nft", "iptables", "mikrotik", "cisco-asa", "pf", "aws", "azure", "gcp"),
                delivered().map(Template::target).collect(Collectors.toSet()));
    }

    /** The units are what matters: a value in the wrong one is off by a thousand. */
    @Test
    void filledInTheyAreWhatTheTargetsTake() throws IOException {
        StringBuilder all = new StringBuilder();
        delivered().forEach(t -> {
            Template.Filled filled = t.fill(Timing.within(181.5, 181.5), List.of(V4));
            all.append("== ").append(t.target()).append('\n').append(filled.text()).append('\n');
            filled.notes().forEach(n -> all.append("note: ").append(n).append('\n'));
        });
        try (InputStream in = getClass().getResourceAsStream("advice.txt")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), all.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void eachHasAValueASourceAndATradeOff(Template t) {
        assertTrue(Template.PLACEHOLDER.matcher(t.text()).find(), t.target());
        assertTrue(t.tradeOff().endsWith("."), t.target() + " needs a sentence on its cost");
        assertFalse(t.source().isBlank() || t.title().isBlank() || t.where().isBlank());
        assertTrue(t.text().chars().allMatch(c -> c == '\n' || c == '\t' || c >= ' ' && c < 127), t.target() + " is pasted into shells: ASCII only");
    }

    /** Who reads a template sees the unit: where the value is not in seconds, the words around say so. */
    @ParameterizedTest
    @MethodSource("delivered")
    void otherUnitsThanSecondsAreSaid(Template t) {
        String words = (t.where() + t.tradeOff() + t.source()).toLowerCase(Locale.ROOT);
        Matcher m = Template.PLACEHOLDER.matcher(t.text());
        while (m.find()) {
            String unit = m.group(1).substring(m.group(1).indexOf('.') + 1);
            String word = switch (unit) {
                case "ms" -> "milliseconds";
                case "min" -> "minutes";
                case "hms" -> "hours:minutes:seconds";
                default -> "";
            };
            assertTrue(words.contains(word), t.target() + " does not say " + word);
        }
    }

    @Test
    void whatATargetDoesNotTakeIsBoundedAndTold() {
        Template t = TemplateFile.parse("lb", HEAD + "range: timeout.min 4..100\nconfig:\nidle {timeout.min}\n");
        Template.Filled filled = t.fill(Timing.within(100, 100), List.of(V4));
        assertEquals("idle 100", filled.text());
        assertEquals(List.of("Time-out of 100 minutes: the most that it takes; 124 would be better."), filled.notes());
    }

    @Test
    void otherPortsOfTheSameTimerAreTold() {
        Template t = TemplateFile.parse("fw", HEAD + "config:\ndport {port}\n");
        Template.Filled filled = t.fill(Timing.within(100, 100), List.of(V4, new Endpoint("192.0.2.8", 8443), new Endpoint("192.0.2.9", 5432)));
        assertEquals("dport 5432", filled.text());
        assertEquals(List.of("For port 5432; likewise for 8443."), filled.notes());
        assertEquals(List.of(), TemplateFile.parse("host", HEAD + "config:\n{probes}\n").fill(Timing.within(100, 100), List.of(V4, V6)).notes());
    }

    @Test
    void serversOfIpv6GetRulesOfIpv6() {
        String rules = filled("iptables", V6).text();
        assertTrue(rules.contains("inet6 tcp") && rules.contains("ip6tables -t raw"), rules);
        String table = filled("nft", V6).text();
        assertTrue(table.contains("table ip6 ") && table.contains("l3proto ip6\n"), table);
        assertEquals(List.of("For IPv4; likewise for IPv6, with ip6 and inet6."), filled("nft", V4, V6).notes());
    }

    private static Template.Filled filled(String target, Endpoint... servers) {
        return delivered().filter(t -> t.target().equals(target)).findFirst().orElseThrow().fill(Timing.within(100, 100), List.of(servers));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "config:\nx\n", HEAD, HEAD + "config:\n\n", HEAD + "config:\n{keepalive}\n", HEAD + "config:\n{keepalive.m}\n",
            HEAD + "title: again\nconfig:\nx\n", HEAD + "colour: red\nconfig:\nx\n", HEAD + "range: probes 5\nconfig:\nx\n", "title\n" + HEAD })
    void badTemplatesSayWhatIsWrong(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> TemplateFile.parse("x", text));
        assertFalse(e.getMessage().isBlank());
    }
}
