package org.resetscope.cli.internal.configuration;

/** Text from files, made safe for a terminal. */
final class Plain {

    private Plain() {
    }

    /** On one line and without control characters, which could do things to a terminal. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", "?");
    }
}
