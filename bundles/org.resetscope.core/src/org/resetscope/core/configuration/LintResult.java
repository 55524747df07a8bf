package org.resetscope.core.configuration;

import java.util.List;

/**
 * What a lint found.
 *
 * @param findings by file and line
 * @param problems what could not be judged (the configuration is too large, say)
 */
public record LintResult(List<ConfigurationFinding> findings, List<ConfigurationProblem> problems) {

    public LintResult {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }
}
