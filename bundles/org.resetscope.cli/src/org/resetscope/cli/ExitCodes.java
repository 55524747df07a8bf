package org.resetscope.cli;

/** What the process tells its caller; a contract with scripts. */
public final class ExitCodes {

    /** Done, and nothing was found that had to be reported by the exit code. */
    public static final int OK = 0;
    /** What was looked for was found: findings at --fail-on or above, errors in a firewall configuration, a script that fails. */
    public static final int FINDINGS = 1;
    /** The command line is wrong; nothing was done. */
    public static final int USAGE = 2;
    /** An input could not be read at all. */
    public static final int UNREADABLE = 3;
    /** Truncated, cancelled, or a plug-in failed; what was read is reported. */
    public static final int PARTIAL = 4;
    /** A fault of ResetScope itself. */
    public static final int INTERNAL_ERROR = 5;

    private ExitCodes() {
    }
}
