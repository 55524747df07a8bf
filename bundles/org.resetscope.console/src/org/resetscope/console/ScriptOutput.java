package org.resetscope.console;

/** Where a session shows things; called on the thread that evaluates. */
public interface ScriptOutput {

    /** What a script prints; ends with a line break only where the script says so. */
    void text(String text);

    /** A result with rows and columns. */
    void table(Table table);

    /** One sentence on what went wrong without ending the script, such as a truncated capture. */
    void problem(String text);
}
