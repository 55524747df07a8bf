package org.resetscope.core.tests.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.device.Confidence;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.TimeSpan;
import org.resetscope.core.device.Timer;
import org.resetscope.core.device.ProfileFile;
import org.resetscope.core.model.Problem;

/** Profile files, good and bad. */
class ProfileFileTest {

    private static final String HEAD = "vendor: Example\nprofile: example-9\ndevice: Router 9\n";
    private static final String GOOD = "setting: good\ndefault: 5\nconfidence: high\n";

    private final List<String> told = new ArrayList<>();

    private List<DeviceProfile> parse(String text) {
        return new ProfileFile("x.profile", (Problem p) -> told.add(p.code() + " " + p.text())).parse(text);
    }

    private List<String> settingsOf(String text) {
        return parse(text).stream().flatMap(p -> p.settings().stream()).map(DeviceSetting::name).toList();
    }

    @Test
    void stepsBelongToAProfileAndStandBeforeItsSettings() {
        List<DeviceProfile> profiles = parse(HEAD + "step: open it\nstep: close it: again\n" + GOOD + GOOD + "step: late\nprofile: b\ndevice: B\n" + GOOD);
        assertEquals(List.of("open it", "close it: again"), profiles.get(0).steps());
        assertEquals(List.of(), profiles.get(1).steps());
        assertTrue(told.get(0).contains("line 12: 'step' belongs to a profile, before its settings"), told.toString());
    }

    @Test
    void everythingIsCarriedOver() {
        List<DeviceProfile> profiles = parse("""
                # facts on Example's devices

                vendor: Example
                profile: example-9
                device: Router 9

                setting: tcp idle: open
                default: 1800 (30 min)
                seconds: 1800
                timer: established
                then: may-reset
                at-expiry: silent; RST with `reset`
                change: set nat tcp-timeout = N
                source: manual, https://example.com/a#b
                confidence: medium
                setting: loose
                default: yes
                confidence: low
                profile: example-10
                device: Router 10
                setting: two
                default: 75 / 60
                seconds: 75, 60
                timer: half-closed
                then: closes
                confidence: high
                """);
        assertEquals(List.of(), told);
        assertEquals(List.of("example-9", "example-10"), profiles.stream().map(DeviceProfile::id).toList());
        assertEquals(new DeviceSetting("tcp idle: open", "1800 (30 min)", List.of(1800L), Timer.ESTABLISHED, Expiry.MAY_RESET,
                "silent; RST with `reset`", "set nat tcp-timeout = N", "manual, https://example.com/a#b", Confidence.MEDIUM),
                profiles.get(0).settings().get(0));
        assertEquals(new DeviceSetting("loose", "yes", List.of(), Timer.NONE, Expiry.UNKNOWN, null, null, null, Confidence.LOW),
                profiles.get(0).settings().get(1));
        assertEquals(List.of(75L, 60L), profiles.get(1).settings().get(0).seconds());
        assertNull(profiles.get(1).settings().get(0).defaultSeconds());
        assertEquals("Example", profiles.get(1).vendor());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "setting: bad;default: 5                                | line 4: setting 'bad' is left out: it has no confidence",
            "setting: bad;confidence: high                          | line 4: setting 'bad' is left out: it has no default",
            "setting: bad;default: 5;confidence: sure               | line 4: setting 'bad' is left out: 'sure' is no value of 'confidence'",
            "setting: bad;default: 5;timer: idle;confidence: high   | line 4: setting 'bad' is left out: 'idle' is no value of 'timer'",
            "setting: bad;default: 5;then: x;confidence: high       | line 4: setting 'bad' is left out: 'x' is no value of 'then'",
            "setting: bad;default: 5;seconds: -1;confidence: high   | line 4: setting 'bad' is left out: '-1' is no number of seconds",
            "setting: bad;default: 5;seconds: 1 h;confidence: high  | line 4: setting 'bad' is left out: '1 h' is no number of seconds",
            "setting: bad;default: 5;seconds: 999999999;confidence: high"
                    + " | line 4: setting 'bad' is left out: '999999999' is longer than ten years",
            "setting: bad;default: 5;default: 6;confidence: high    | line 6: 'default' is given twice; setting 'bad' is left out",
            "setting: bad;default: 5;defualt: 6;confidence: high    | line 6: there is no key 'defualt'; setting 'bad' is left out",
            "setting: bad;default: 5;so what;confidence: high       | line 6: 'so what' is no \"key: value\"; setting 'bad' is left out",
            "setting: bad;default:;confidence: high                 | line 5: 'default:' is no \"key: value\"; setting 'bad' is left out" })
    void aBadLineCostsItsSetting(String lines, String reason) {
        assertEquals(List.of("good", "good"), settingsOf(HEAD + lines.replace(';', '\n') + "\n" + GOOD + GOOD));
        assertEquals(List.of("bad-profile x.profile, " + reason), told);
    }

    @Test
    void aBadProfileCostsItsSettings() {
        assertEquals(List.of("good"), settingsOf("vendor: Example\nprofile: No Id\ndevice: x\n" + GOOD + HEAD + GOOD));
        assertEquals(List.of("bad-profile x.profile, line 2: 'No Id' is no id (lower case letters, digits, dots, hyphens)",
                "bad-profile x.profile, line 4: setting 'good' belongs to no profile and is left out"), told);
    }

    @Test
    void aProfileWithoutVendorDeviceOrSettingIsTold() {
        assertEquals(List.of(), parse("profile: a\ndevice: x\n" + GOOD));
        assertEquals(List.of(), parse("vendor: V\nprofile: a\n" + GOOD));
        assertEquals(List.of(), parse("vendor: V\nprofile: a\ndevice: x\n"));
        assertEquals(3, told.size(), told::toString);
    }

    @Test
    void whatIsNoProfileFileDoesNoHarm() {
        assertEquals(List.of(), parse(""));
        assertEquals(List.of(), parse("\u0000\u0001\ufffd\n{\"vendor\": 1}\n" + "x".repeat(100_000)));
        assertEquals(List.of(), parse("default: 5\n"));
        assertEquals(10_000, settingsOf(HEAD + GOOD.repeat(10_050)).size());
        assertTrue(told.get(told.size() - 1).contains("more than 10000 settings"), told::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "5 | manual | high | true", "5 | manual | low | false", "5 | - | high | false",
            "unknown | manual | high | false", "5 | General knowledge | high | false", "5 | manual; port recollection | medium | false",
            "unverified 512 | manual | medium | false" })
    void hearsayIsUnverified(String value, String source, String confidence, boolean verified) {
        String origin = source.equals("-") ? "" : "source: " + source + "\n";
        DeviceSetting s = parse(HEAD + "setting: s\ndefault: " + value + "\n" + origin + "confidence: " + confidence).get(0).settings().get(0);
        assertEquals(verified, s.verified());
        assertEquals(!verified, s.confidenceText().endsWith(", unverified"));
    }

    @ParameterizedTest
    @CsvSource({ "0,0 s", "50,50 s", "350,5 min 50 s", "900,15 min", "7440,2 h 4 min", "86400,1 day", "432000,5 days",
            "262144,3 days 49 min 4 s" })
    void spansReadWell(long seconds, String text) {
        assertEquals(text, TimeSpan.text(seconds));
    }

    @Test
    void aValueIsShownAsGivenAndAsASpan() {
        String rest = "\nconfidence: high\n";
        List<DeviceSetting> s = parse(HEAD + "setting: a\ndefault: 432000\nseconds: 432000" + rest + "setting: b\ndefault: 350 (fixed)\nseconds: 350"
                + rest + "setting: c\ndefault: yes" + rest + "setting: d\ndefault: 45\nseconds: 45" + rest).get(0).settings();
        assertEquals(List.of("432000 s = 5 days", "350 (fixed) = 5 min 50 s", "yes", "45 s"),
                s.stream().map(DeviceSetting::valueText).toList());
    }

    @Test
    void wordsAreFoundAnywhere() {
        DeviceProfile p = parse(HEAD + "setting: tcp idle\ndefault: 350\nchange: set NAT timeout\nconfidence: high\n").get(0);
        for (String words : new String[] { "", "  ", "example", "ROUTER 9", "350", "nat idle", "high" }) {
            assertTrue(p.matches(words), words);
        }
        assertFalse(p.matches("example cisco"));
    }
}
