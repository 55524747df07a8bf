package org.resetscope.routers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.device.Confidence;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.device.Timer;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;

/** The profile files hold the collected facts, all of them, as they are, and nothing else. */
class FactsTest {

    /** vendor, device, name, default, what happens, change, source, confidence */
    private record Fact(String vendor, String device, String name, String value, String atExpiry, String change, String source,
            String confidence) {
    }

    private static final DeviceProfiles PROFILES = DeviceProfiles.read();

    private static List<Fact> collected() throws IOException {
        List<Fact> facts = new ArrayList<>();
        String[] before = null;
        try (InputStream in = FactsTest.class.getResourceAsStream("facts.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList()) {
                String[] f = line.split("\t", -1);
                for (int column : new int[] { 5, 6 }) { // "same" there is that of the line above
                    if (f[column].equals("same") || f[column].startsWith("same (")) {
                        f[column] = before[column] + f[column].substring(4);
                    }
                }
                facts.add(new Fact(f[0], f[1], f[2], f[3], known(f[4]), known(f[5]), known(f[6]), f[7]));
                before = f;
            }
        }
        return facts;
    }

    private static String known(String text) {
        return text.equals("-") ? null : text;
    }

    private static List<Fact> inProfiles() {
        return PROFILES.all().stream().flatMap(p -> p.settings().stream().map(s -> new Fact(p.vendor(), p.device(), s.name(), s.defaultText(),
                s.atExpiry(), s.change(), s.source(), s.confidence().id()))).toList();
    }

    @Test
    void allFactsAreCarriedOverAsTheyAre() throws IOException {
        assertEquals(List.of(), PROFILES.problems());
        List<Fact> collected = collected();
        assertEquals(155, collected.size());
        List<Fact> ours = inProfiles();
        assertEquals(155, ours.size());
        assertEquals(new HashSet<>(collected), new HashSet<>(ours));
    }

    @Test
    void noNumberIsInvented() {
        for (DeviceProfile p : PROFILES.all()) {
            for (DeviceSetting s : p.settings()) {
                Set<String> numbers = new HashSet<>(Pattern.compile("\\d+").matcher(s.defaultText()).results().map(MatchResult::group).toList());
                s.seconds().forEach(n -> assertTrue(numbers.contains(n.toString()), p.id() + " " + s));
                assertTrue(s.timer() == Timer.NONE || s.defaultSeconds() == null || s.defaultSeconds() > 0, p.id() + " " + s);
                assertTrue(s.timer() != Timer.NONE || s.expiry() == Expiry.UNKNOWN, p.id() + " " + s);
            }
        }
    }

    @Test
    void hearsayIsMarkedWhereverItAppears() throws IOException {
        List<String> hearsay = List.of("recollection", "general knowledge", "unverified", "not found", "unknown");
        int marked = 0;
        for (DeviceProfile p : PROFILES.all()) {
            for (DeviceSetting s : p.settings()) {
                String said = (s.source() + s.atExpiry() + s.defaultText()).toLowerCase();
                if (s.confidence() == Confidence.LOW || s.source() == null || hearsay.stream().anyMatch(said::contains)) {
                    marked++;
                    assertFalse(s.verified(), p.id() + " " + s);
                    StringWriter text = new StringWriter();
                    new ProfileText(text, 200).show(new DeviceProfile(p.id(), p.vendor(), p.device(), List.of(s)));
                    assertTrue(text.toString().contains(", unverified"), text::toString);
                } else {
                    assertTrue(s.verified(), p.id() + " " + s);
                }
            }
        }
        assertEquals(12, marked);
    }

    /** By more than one word: a document and its section, a site and its page, a repository and its file. */
    @Test
    void whatIsVerifiedNamesItsSource() {
        List<String> hearsay = List.of("recollection", "general knowledge", "unverified", "not found", "unknown");
        List<DeviceSetting> verified = PROFILES.all().stream().flatMap(p -> p.settings().stream()).filter(DeviceSetting::verified).toList();
        for (DeviceSetting s : verified) {
            assertTrue(s.source().matches("\\S+[ /].+|rfc\\d+"), s.toString());
            assertTrue(hearsay.stream().noneMatch(s.source().toLowerCase(Locale.ROOT)::contains), s.toString());
            assertTrue(s.confidence() != Confidence.LOW, s.toString());
        }
        assertEquals(143, verified.size());
        assertTrue(PROFILES.all().stream().filter(p -> p.settings().stream().anyMatch(DeviceSetting::verified)).count() >= 40);
    }

    /** Where neither a value nor a source is known, it says so. */
    @Test
    void everySettingSaysWhereItComesFrom() {
        PROFILES.all().forEach(p -> p.settings().forEach(s -> assertTrue(s.source() != null && s.confidence() != null, p.id() + " " + s)));
    }

    @Test
    void thereIsOneFileForEachVendor() {
        Extensions<Object> files = Extensions.read(Extensions.DEVICE_PROFILES, Object.class);
        List<String> ours = files.all().stream().filter(f -> f.contributor().equals("org.resetscope.routers")).map(Contribution::id).toList();
        assertEquals(PROFILES.all().stream().map(DeviceProfile::vendor).distinct().count(), ours.size());
        files.all().forEach(f -> assertEquals("profiles/" + f.id() + ".profile", f.attribute("file")));
    }

    @Test
    void profilesAreNamedApart() {
        assertEquals(94, PROFILES.all().size());
        assertEquals(94, PROFILES.all().stream().map(p -> p.vendor() + "\n" + p.device()).distinct().count());
        for (DeviceProfile p : PROFILES.all()) {
            assertEquals(p.settings().size(), p.settings().stream().map(DeviceSetting::name).distinct().count(), p.id());
        }
    }

    @Test
    void timersOfOpenConnectionsAreKnown() {
        assertEquals(Set.of(60L, 65L, 75L, 240L, 300L, 350L, 600L, 610L, 900L, 1200L, 1800L, 2400L, 3600L, 7200L, 7440L, 8000L, 10_800L,
                21_600L, 28_800L, 43_200L, 86_400L, 262_144L, 432_000L), new HashSet<>(IdleTimeout.of(PROFILES.all(), Timer.ESTABLISHED).stream()
                        .map(IdleTimeout::seconds).toList()));
        assertEquals(Set.of(10L, 60L, 90L, 120L, 600L, 900L, 3600L), new HashSet<>(IdleTimeout.of(PROFILES.all(), Timer.HALF_CLOSED).stream()
                .map(IdleTimeout::seconds).toList()));
    }

    @ParameterizedTest
    @CsvSource({ "5,true", "30,true", "60,true", "75,false", "90,true", "240,true", "300,true", "350,false", "900,true", "7200,true",
            "7440,false", "8000,false", "86400,true", "262144,false", "432000,true" })
    void someNumbersAreEverybodys(long seconds, boolean round) {
        assertEquals(round, new IdleTimeout(seconds, List.of()).round());
    }

    /** The firmwares of the WRT54G say what to do, and no number of seconds that is no sourced setting of theirs. */
    @ParameterizedTest
    @CsvSource({ "linksys-wrt54g", "dd-wrt", "tomato", "openwrt-conntrack" })
    void theWrt54gAndItsFirmwaresHaveSteps(String id) {
        DeviceProfile profile = PROFILES.find(id).orElseThrow();
        assertTrue(profile.steps().size() >= 3, profile.steps().toString());
        assertTrue(profile.steps().stream().noneMatch(step -> step.matches(".*\\d{2,}.*")), profile.steps().toString());
        assertTrue(profile.matches("capture again"));
    }

    /** Its sources say so: a number for it would be hearsay, to which no silence is held. */
    @Test
    void noSilenceIsHeldAgainstTheStockFirmwareOfTheWrt54g() {
        assertTrue(PROFILES.find("linksys-wrt54g").orElseThrow().settings().stream().allMatch(s -> s.seconds().isEmpty()));
    }
}
