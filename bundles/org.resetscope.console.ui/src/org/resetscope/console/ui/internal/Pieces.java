package org.resetscope.console.ui.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.resetscope.console.ScriptOutput;
import org.resetscope.console.Table;

/**
 * What a script has shown and the view has not yet. A script writes faster than a screen: of what does not fit, the oldest goes, and
 * the number of characters lost is told. Thread-safe.
 */
final class Pieces implements ScriptOutput {

    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_ROWS = 1000;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final Runnable added;
    private final Consumer<Table> tables;
    private int characters;
    private long lost;

    /**
     * @param added called on any thread whenever there is something new
     * @param tables takes tables, on any thread
     */
    Pieces(Runnable added, Consumer<Table> tables) {
        this.added = added;
        this.tables = tables;
    }

    @Override
    public void text(String text) {
        add(text, Ink.PLAIN);
    }

    @Override
    public void table(Table table) {
        tables.accept(table);
        List<String> lines = table.lines(MOST_ROWS);
        int rows = Math.min(MOST_ROWS, table.rows().size());
        add(lines.get(0) + "\n", Ink.TITLE);
        add(lines.get(1) + "\n", Ink.MUTED);
        if (rows > 0) {
            add(String.join("\n", lines.subList(2, rows + 2)) + "\n", Ink.PLAIN);
        }
        if (lines.size() > rows + 2) {
            add(lines.get(rows + 2) + "\n", Ink.MUTED);
        }
    }

    @Override
    public void problem(String text) {
        add(text + "\n", Ink.ERROR);
    }

    void add(String text, Ink ink) {
        synchronized (pieces) {
            String kept = text.length() > MOST_CHARACTERS ? text.substring(text.length() - MOST_CHARACTERS) : text;
            lost += text.length() - kept.length();
            pieces.add(new Piece(kept, ink));
            characters += kept.length();
            while (characters > MOST_CHARACTERS) {
                int gone = pieces.remove().text().length();
                characters -= gone;
                lost += gone;
            }
        }
        added.run();
    }

    /** All there is, oldest first, in few pieces: each costs the widget as much as a long text does. */
    List<Piece> take() {
        synchronized (pieces) {
            List<Piece> taken = new ArrayList<>();
            if (lost > 0) {
                taken.add(new Piece(String.format("%n… %,d characters left out …%n", lost), Ink.MUTED));
                lost = 0;
            }
            while (!pieces.isEmpty()) {
                Ink ink = pieces.peek().ink();
                StringBuilder text = new StringBuilder();
                while (!pieces.isEmpty() && pieces.peek().ink() == ink) {
                    text.append(pieces.remove().text());
                }
                taken.add(new Piece(text.toString(), ink));
            }
            characters = 0;
            return taken;
        }
    }

    void forget() {
        take();
    }
}
