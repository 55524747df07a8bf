package org.resetscope.cli.internal.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.Fix;

/** Mends one file, fault by fault: after each fix the rules are judged anew, so that none is made for what another cured. */
final class Correction {

    private static final int MOST_FIXES = 100;

    private final List<ConfigurationText> texts;
    private final Circumstances circumstances;
    private final List<String> made = new ArrayList<>();
    private List<ConfigurationFinding> left = List.of();

    /** @param texts the first is mended, the others say what else the machine has */
    Correction(List<ConfigurationText> texts, Circumstances circumstances) {
        this.texts = new ArrayList<>(texts);
        this.circumstances = circumstances;
    }

    void run(Configurations configurations, IProgressMonitor monitor) {
        Set<String> seen = new HashSet<>(Set.of(texts.get(0).text()));
        for (int i = 0; i < MOST_FIXES; i++) {
            left = findings(configurations, monitor);
            if (!mendOne(seen)) {
                return;
            }
        }
    }

    private List<ConfigurationFinding> findings(Configurations configurations, IProgressMonitor monitor) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        for (ConfiguredDevice device : configurations.devices(texts)) {
            findings.addAll(device.lint(circumstances, monitor).findings());
        }
        findings.removeIf(f -> f.level() == Level.NOTE);
        return findings;
    }

    /** @param seen texts there were: a fix that leads back to one is none */
    private boolean mendOne(Set<String> seen) {
        ConfigurationText text = texts.get(0);
        for (ConfigurationFinding finding : left) {
            for (Fix fix : finding.fixes()) {
                boolean here = fix.edits().stream().allMatch(e -> e.file().equals(text.name()));
                String mended = here ? fix.applied(text.name(), text.text()) : null;
                if (mended != null && seen.add(mended)) {
                    texts.set(0, ConfigurationText.of(text.name(), mended));
                    made.add(text.name() + ":" + finding.line() + ": " + finding.check() + ": " + fix.description());
                    return true;
                }
            }
        }
        return false;
    }

    /** The first file as it is now. */
    String text() {
        return texts.get(0).text();
    }

    /** What was done, as sentences. */
    List<String> made() {
        return made;
    }

    /** Faults that have no fix. */
    List<ConfigurationFinding> left() {
        return left;
    }
}
