package org.resetscope.core.model;

/**
 * The rule of a device's configuration that made a reset.
 *
 * @param file name of the configuration as the user gave it; null where a default applies that no text says
 * @param line from 1, or 0 where file is null
 * @param text the rule as written
 * @param trigger the packet that it answered
 */
public record RuleReference(String file, int line, String text, FrameRef trigger) {
}
