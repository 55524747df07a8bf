package org.resetscope.cli.internal.configuration;

import java.util.List;

import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;

/**
 * What a lint of some files found.
 *
 * @param version what --version tells
 * @param files those that were judged
 * @param checks all that were made
 */
record LintReport(String version, List<String> files, List<ConfigurationFinding> findings, List<ConfigurationProblem> problems,
        List<ConfigurationCheck> checks) {

    /** Writes one. */
    @FunctionalInterface
    interface Format {
        /** Answers the report as text that ends with a line end. */
        String of(LintReport report);
    }
}
