package org.resetscope.core.model;

/**
 * Something that went wrong without ending the analysis, for a person to read.
 *
 * @param code stable short word in kebab case: truncated, bad-record, unknown-link-type, contributor-failed, ...
 * @param text one sentence that names what (file, offset, line, plug-in) and the consequence
 * @param offset byte offset in the uncompressed input, or null where none applies
 */
public record Problem(String code, String text, Long offset) {

    /** One that no byte offset belongs to. */
    public static Problem of(String code, String text) {
        return new Problem(code, text, null);
    }
}
