package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
