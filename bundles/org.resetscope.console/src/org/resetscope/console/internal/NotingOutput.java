package org.resetscope.console.internal;

import org.resetscope.console.ScriptOutput;
import org.resetscope.console.Table;

/** Notes whether a script has shown anything itself. */
public final class NotingOutput implements ScriptOutput {

    private final ScriptOutput output;
    private boolean used;

    public NotingOutput(ScriptOutput output) {
        this.output = output;
    }

    public void forget() {
        used = false;
    }

    public boolean used() {
        return used;
    }

    @Override
    public void text(String text) {
        used = true;
        output.text(text);
    }

    @Override
    public void table(Table table) {
        used = true;
        output.table(table);
    }

    @Override
    public void problem(String text) {
        output.problem(text);
    }

    /** A value as it is shown at a prompt; nothing for null. */
    public void show(Object value) {
        Table table = Display.table(value);
        if (table != null) {
            String before = Display.before(value);
            if (!before.isEmpty()) {
                text(before);
            }
            table(table);
        } else if (value != null) {
            text(Display.text(value) + "\n");
        }
    }
}
