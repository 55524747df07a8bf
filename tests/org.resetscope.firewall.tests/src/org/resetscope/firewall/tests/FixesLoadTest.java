package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fixes write is what the programs take that load rules, and lets the faults be gone in the JSON that nft makes of them too. */
class FixesLoadTest {

    @TempDir
    private Path folder;

    private Loaders loaders() {
        try {
            return Loaders.start(folder);
        } catch (IOException e) {
            Assumptions.abort("rules cannot be loaded here: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyFixIsTakenByTheLoaders() throws IOException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        try (Loaders loaders = loaders()) {
            for (CatalogTest.Case given : (Iterable<CatalogTest.Case>) CatalogTest.faulty()::iterator) {
                Loaders.Language language = given.rules().contains("table ") ? Loaders.Language.NFT : Loaders.Language.IPTABLES;
                String unloaded = loaders.refusal(language, given.rules());
                Rules fixed = given.decision() || unloaded != null ? null : CatalogTest.mended(Rules.of(given.rules()), given);
                if (fixed != null) {
                    checked++;
                    String refusal = loaders.refusal(language, fixed.text());
                    if (refusal != null) {
                        wrong.add(given + ": " + refusal + "\n" + fixed.text());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(checked > 50, checked + " fixes");
    }

    @Test
    void theSameFaultsAreMendedInJson() throws IOException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        try (Loaders loaders = loaders()) {
            for (CatalogTest.Case given : (Iterable<CatalogTest.Case>) CatalogTest.faulty()::iterator) {
                String json = given.rules().contains("table ") && !given.decision() ? loaders.json(given.rules()) : null;
                if (json != null) {
                    checked++;
                    Rules rules = Rules.of(json);
                    assertEquals(List.of(), rules.problems(), json);
                    assertTrue(rules.findings(given.circumstances()).stream().anyMatch(f -> f.check().equals(given.check())), given + "\n" + json);
                    Rules fixed = CatalogTest.mended(rules, given);
                    String refusal = fixed == null ? "no fix" : loaders.refusal(Loaders.Language.NFT_JSON, fixed.text());
                    if (refusal != null) {
                        wrong.add(given + ": " + refusal + "\n" + (fixed == null ? json : fixed.text()));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(checked > 25, checked + " fixes");
    }

    @Test
    void firewalldTakesTheFixesOfItsZones() throws IOException {
        String forward = "<forward-port port=\"80\" protocol=\"tcp\" to-port=\"80\" to-addr=\"10.0.0.5\"/>";
        List<String> zones = List.of("<zone>" + forward + "</zone>",
                "<?xml version='1.0' encoding='utf-8'?>\n<zone target='DROP'>\n  <service name=\"ssh\"/>\n  " + forward + "\n  </zone >\n<!-- </zone> -->\n",
                "<zone>\n  <rule family=\"ipv4\"><source address=\"10.9.0.0/24\"/>" + forward + "</rule>\n  <port port=\"8080\" protocol=\"tcp\"/>\n</zone>\n");
        try (Loaders loaders = loaders()) {
            String taken = loaders.refusal(Loaders.Language.FIREWALLD, "<zone/>");
            Assumptions.assumeTrue(taken == null, () -> "firewalld's reader is not here: " + taken);
            assertTrue(loaders.refusal(Loaders.Language.FIREWALLD, "<zone><masquerad/></zone>").contains("Unexpected element"));
            for (String zone : zones) {
                Rules rules = Rules.of(zone);
                Rules fixed = rules.fixed(rules.findings().stream().filter(f -> f.check().equals("NAT-006")).findFirst().orElseThrow().fixes().get(0));
                assertNull(loaders.refusal(Loaders.Language.FIREWALLD, fixed.text()), fixed.text());
                assertTrue(fixed.findings().stream().noneMatch(f -> f.check().equals("NAT-006")), fixed.text());
            }
        }
    }
}
