package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.UnclearQuestionException;

/** What ufw 0.36 and Shorewall 5.2 write: the same rules as iptables-save prints once they have loaded them. */
class FrontEndsTest {

    private static String[] texts(String... names) throws IOException {
        String[] texts = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            texts[i] = NftReadTest.resource(names[i]);
        }
        return texts;
    }

    /** What becomes of some packets, and of the connections they belong to. */
    private static List<String> fates(Rules rules, String in, Circumstances circumstances) throws UnclearQuestionException {
        List<String> fates = new ArrayList<>();
        for (String port : List.of("22", "80", "113", "2222", "8080")) {
            for (String packet : List.of("syn", "over-window", "conntrack-lost-segment-from-client", "stray-A", "stray-SA")) {
                fates.add(packet + " to " + port + ": " + rules.trace(packet, null, in, "10.9.0.2:" + port, "host", circumstances).verdict());
            }
        }
        return fates;
    }

    private static List<String> checks(Rules rules) {
        return rules.findings().stream().map(ConfigurationFinding::check).sorted().toList();
    }

    @Test
    void ufwsThreeFilesAreWhatItLoads() throws IOException, UnclearQuestionException {
        Rules files = Rules.of(texts("ufw/before.rules", "ufw/user.rules", "ufw/after.rules"));
        Rules loaded = Rules.of(texts("ufw/iptables-save"));
        assertEquals(List.of(), files.problems());
        assertEquals(List.of(), loaded.problems());
        assertEquals(fates(loaded, "eth0", Circumstances.USUAL), fates(files, "eth0", Circumstances.USUAL));
        assertEquals(checks(loaded), checks(files));
        assertTrue(fates(files, "eth0", Circumstances.USUAL).containsAll(List.of("syn to 22: accept", "syn to 113: reset", "syn to 8080: drop", "over-window to 113: drop")));
    }

    @Test
    void ufwsFilesAreOneMachinesInWhateverOrder() throws IOException {
        List<ConfigurationText> files = new ArrayList<>();
        for (String name : List.of("user.rules", "before.rules", "after.rules", "before6.rules", "after6.rules", "user6.rules")) {
            files.add(ConfigurationText.of(name, NftReadTest.resource("ufw/" + name)));
        }
        List<ConfiguredDevice> devices = new Configurations().devices(files);
        assertEquals(1, devices.size());
        assertEquals(List.of(), devices.get(0).problems());
    }

    @Test
    void aPartOfUfwsFilesIsTold() throws IOException {
        for (String name : List.of("ufw/before.rules", "ufw/user.rules", "ufw/after.rules", "ufw/user6.rules")) {
            assertEquals(List.of("not-told"), Rules.of(texts(name)).problems().stream().map(ConfigurationProblem::code).toList(), name);
        }
    }

    @Test
    void aFaultOfUfwsRulesIsMendedInItsFile() throws IOException {
        String[] texts = texts("ufw/user.rules", "ufw/before.rules", "ufw/after.rules");
        texts[1] = texts[1].replaceAll("(?m)^-A ufw-before-input .*INVALID.*\n", "");
        Rules rules = Rules.of(texts);
        ConfigurationFinding reset = rules.findings().stream().filter(f -> f.check().startsWith("RST-00") && f.file().equals("rules.v4")
                && f.level() == Level.ERROR).findFirst().orElseThrow();
        String line = "-A ufw-user-input -p tcp --dport 113 -j REJECT --reject-with tcp-reset\n";
        texts[0] = reset.fixes().get(0).applied("rules.v4", texts[0]);
        assertTrue(texts[0].contains("-A ufw-user-input -m conntrack --ctstate INVALID -j DROP\n" + line), texts[0]);
        assertFalse(Rules.of(texts).findings().stream().anyMatch(f -> f.check().equals(reset.check())));
    }

    @Test
    void shorewallsCompiledRulesAndItsSavedOnesAreTheSame() throws IOException, UnclearQuestionException {
        Rules compiled = Rules.of(texts("shorewall/iptables-restore-input"));
        Rules saved = Rules.of(texts("shorewall/restore-iptables"));
        assertEquals(List.of(), compiled.problems());
        assertEquals(List.of(), saved.problems());
        assertEquals(checks(saved), checks(compiled));
        List<String> fates = fates(compiled, "eth0", Circumstances.USUAL);
        assertEquals(fates(saved, "eth0", Circumstances.USUAL), fates);
        assertTrue(fates.containsAll(List.of("syn to 22: accept", "syn to 113: reset", "syn to 80: drop")), fates::toString);
    }

    @Test
    void listingsThatLeaveOutHalfAreToldWithWhatToGiveInstead() {
        Rules ufw = Rules.of("Status: active\nLogging: on (low)\nDefault: deny (incoming), allow (outgoing), disabled (routed)\nNew profiles: skip\n\n"
                + "To                         Action      From\n--                         ------      ----\n22/tcp                     ALLOW IN    Anywhere\n");
        assertEquals(List.of("listing"), ufw.problems().stream().map(ConfigurationProblem::code).toList());
        assertTrue(ufw.problems().get(0).text().contains("before.rules"), ufw.problems()::toString);
        Rules listed = Rules.of("Shorewall 5.2.8 filter Table at gw - Thu Nov 26 06:27:40 UTC 2026\n\nCounters reset Thu Nov 26 06:27:40 UTC 2026\n\n"
                + "Chain INPUT (policy DROP 0 packets, 0 bytes)\n pkts bytes target     prot opt in     out     source               destination\n"
                + "    0     0 net-fw     0    --  eth0   *       0.0.0.0/0            0.0.0.0/0\n");
        assertTrue(listed.problems().get(0).text().contains("iptables-save"), listed.problems()::toString);
    }
}
