package org.resetscope.core.configuration;

/**
 * One thing that a lint looks for.
 *
 * @param id stable, as in findings: RST-001
 * @param level of its findings, unless a finding says otherwise
 * @param title a few words
 * @param explanation what goes wrong and what cures it, a few sentences
 */
public record ConfigurationCheck(String id, Level level, String title, String explanation) {

    /** As in SARIF, from harmless to grave. */
    public enum Level {
        /** Worth knowing; often deliberate. */
        NOTE,
        /** Can make or hide resets in some circumstances. */
        WARNING,
        /** Makes resets that nobody wants, or makes what it says do nothing. */
        ERROR
    }
}
