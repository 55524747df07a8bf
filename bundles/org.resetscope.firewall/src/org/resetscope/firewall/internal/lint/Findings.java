package org.resetscope.firewall.internal.lint;

import java.util.List;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.fix.Place;
import org.resetscope.firewall.internal.model.Source;

/** Puts findings together. */
final class Findings {

    private Findings() {
    }

    static ConfigurationFinding of(String check, boolean certain, String message, Source place, List<PathStep> witness, List<Fix> fixes) {
        return new ConfigurationFinding(check, Catalog.level(check), certain, message, place.file(), place.line(), place.column(),
                place.endColumn(), witness, fixes);
    }

    /** Where the rule is that took packets. */
    static Place place(Outcome outcome) {
        return new Place(outcome.table(), outcome.chain(), outcome.rule());
    }

    /** Where a rule is, for people. */
    static String line(Source source) {
        return "line " + source.line();
    }

    /** What had to be assumed for some packets to get where they are; empty where nothing had. */
    static String assumptions(Outcome outcome) {
        if (outcome.packets().assumed().isEmpty()) {
            return outcome.packets().exact() ? "" : " (unless one of many address conditions says otherwise)";
        }
        List<String> parts = outcome.packets().assumed().entrySet().stream().limit(3)
                .map(e -> "'" + e.getKey().replaceAll(" @@.*", "") + (e.getValue() ? "' matches" : "' does not match")).sorted().toList();
        return " (where " + String.join(" and ", parts) + (outcome.packets().assumed().size() > 3 ? " and so on" : "") + ")";
    }
}
