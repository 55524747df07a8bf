package org.resetscope.console.tests;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.console.ScriptOutput;
import org.resetscope.console.Table;

/** What a session has shown. */
final class RecordedOutput implements ScriptOutput {

    final StringBuilder text = new StringBuilder();
    final List<Table> tables = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    @Override
    public void text(String shown) {
        text.append(shown);
    }

    @Override
    public void table(Table table) {
        tables.add(table);
        text.append(table).append('\n');
    }

    @Override
    public void problem(String shown) {
        problems.add(shown);
    }
}
