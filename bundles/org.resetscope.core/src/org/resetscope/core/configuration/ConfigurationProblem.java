package org.resetscope.core.configuration;

/**
 * Something in a configuration's text that could not be read, or that the device would refuse.
 *
 * @param code stable short word in kebab case: unknown-option, no-such-chain, ...
 * @param text one sentence for a person, without file and line
 * @param file name of the text
 * @param line from 1
 * @param column from 1, in characters
 */
public record ConfigurationProblem(String code, String text, String file, int line, int column) {
}
