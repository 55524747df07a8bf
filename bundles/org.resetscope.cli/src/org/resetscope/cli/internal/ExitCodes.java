package org.resetscope.cli.internal;

/** What the process tells its caller; a contract with scripts. */
final class ExitCodes {

    static final int OK = 0;
    /** Findings at --fail-on or above. */
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    /** An input could not be read at all. */
    static final int UNREADABLE = 3;
    /** Truncated, cancelled, or a plug-in failed; what was read is reported. */
    static final int PARTIAL = 4;
    static final int INTERNAL_ERROR = 5;

    private ExitCodes() {
    }
}
