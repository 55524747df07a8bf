package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.cases.Case;
import org.resetscope.ui.internal.cases.Cases;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** A user bookmarks resets, writes notes, undoes that, saves a case and opens it again somewhere else. */
class CaseTest {

    private static final String BOOKMARK = "org.resetscope.ui.bookmark";
    private static final String NOTE = "org.resetscope.ui.note";
    private static final String CASE_CLOSE = "org.resetscope.ui.closeCase";
    private static final String UNDO = "org.eclipse.ui.edit.undo";
    private static final String REDO = "org.eclipse.ui.edit.redo";

    @TempDir
    Path directory;

    private final Bot bot = new Bot();
    private Path capture;

    @BeforeEach
    void open() throws IOException {
        bot.size(1400, 900);
        capture = Files.copy(Samples.get("refused-twice.pcap"), directory.resolve("refused.pcap"));
        CaptureOpener.open(List.of(capture));
        bot.untilRead();
        bot.show("org.resetscope.ui.view.resets");
        bot.resets().setFocus();
    }

    @AfterEach
    void close() {
        Session.notes().set(Map.of());
        if (Case.current().dirty()) {
            dontSave(() -> bot.run(CASE_CLOSE, Map.of()));
        } else if (Case.current().file() != null) {
            bot.run(CASE_CLOSE, Map.of());
        }
        bot.closeAll();
    }

    @Test
    void bookmarksAndNotesShowEverywhereAndCanBeUndone() {
        Table table = bot.resets();
        bot.select(table, 1);
        bot.run(BOOKMARK, Map.of());
        bot.until("the bookmark shows", () -> bot.column(table, "Note").get(1).equals("\u2605 "));
        write("Firewall of the branch office.\nAsk Kim.");
        bot.until("the note shows", () -> bot.column(table, "Note").get(1).equals("\u2605 Firewall of the branch office. Ask Kim."));
        bot.until("the explanation has it", () -> bot.explanation().getText().contains("Ask Kim."));
        Table notes = notes();
        bot.until("the view Notes has it", () -> bot.column(notes, "Note").equals(List.of("Firewall of the branch office. Ask Kim.")));
        assertEquals("Rejected by a firewall", bot.column(notes, "Cause").get(0));
        OpenReset noted = bot.selected();
        bot.select(table, 0);
        bot.select(notes, 0);
        bot.until("a chosen note selects its reset everywhere", () -> noted.equals(bot.selected()));
        bot.screenshot("notes");

        bot.run(UNDO, Map.of());
        bot.until("the note is gone", () -> bot.column(table, "Note").get(1).equals("\u2605 "));
        bot.run(UNDO, Map.of());
        bot.until("the bookmark is gone", () -> Session.notes().isEmpty());
        bot.run(REDO, Map.of());
        bot.run(REDO, Map.of());
        bot.until("both are there again", () -> bot.column(table, "Note").get(1).endsWith("Ask Kim."));
    }

    @Test
    void caseMovesWithItsCaptures(@TempDir Path elsewhere) throws IOException {
        bot.select(bot.resets(), 1);
        write("Seen at noon.");
        assertTrue(Case.current().dirty());
        Path file = directory.resolve("branch.rscase");
        assertTrue(Files.exists(save(file)));
        assertFalse(Case.current().dirty());
        bot.until("the title names the case", () -> bot.shell().getText().equals("branch.rscase \u2013 ResetScope"));
        bot.run(CASE_CLOSE, Map.of());
        bot.until("all is closed", () -> Session.captures().all().isEmpty());
        assertTrue(Session.notes().isEmpty());

        Path moved = Files.copy(file, elsewhere.resolve("branch.rscase"));
        Files.copy(capture, elsewhere.resolve("refused.pcap"));
        CaptureOpener.open(List.of(moved));
        bot.untilRead();
        assertEquals(elsewhere.resolve("refused.pcap"), Session.captures().all().get(0).input().paths().get(0));
        bot.until("the note is there", () -> bot.column(bot.resets(), "Note").get(1).equals("Seen at noon."));
        assertFalse(Case.current().dirty());
        assertTrue(Session.recent().list().contains(Input.of(moved)));
    }

    @Test
    void captureThatChangedIsTold() throws IOException {
        Path file = save(directory.resolve("a.rscase"));
        bot.run(CASE_CLOSE, Map.of());
        Files.copy(Samples.get("forged.pcap"), capture, StandardCopyOption.REPLACE_EXISTING);
        CaptureOpener.open(List.of(file));
        bot.untilRead();
        bot.until("Problems tells it", () -> bot.column(bot.problems(), "Problem").stream().anyMatch(p -> p.contains("when the case was saved")));
    }

    @Test
    void askedBeforeNotesAreLost() {
        bot.select(bot.resets(), 0);
        bot.run(BOOKMARK, Map.of());
        bot.dialog(CASE_CLOSE, "Save Case", dialog -> {
            bot.screenshot("case-save-prompt");
            bot.push(dialog, "Cancel");
        });
        assertEquals(1, Session.captures().all().size());
        dontSave(() -> bot.run(CASE_CLOSE, Map.of()));
        assertTrue(Session.captures().all().isEmpty() && Session.notes().isEmpty());
    }

    /** Whatever a case holds: it is told, and what can be used is used. */
    @Test
    void hostileCasesDoNoHarm() throws IOException {
        Path file = directory.resolve("bad.rscase");
        for (String bad : List.of("", "[]", "{\"format\":\"other\"}", "[".repeat(100_000), "{\"format\":\"resetscope-case\",\"version\":99}",
                "\u0000\u0001", "{\"format\":\"resetscope-case\",\"version\":1,}")) {
            Files.writeString(file, bad);
            bot.answer("Open Case", "OK", () -> CaptureOpener.open(List.of(file)));
            assertEquals(1, Session.captures().all().size(), bad);
        }
        Files.writeString(file, """
                {"format": "resetscope-case", "version": 1, "captures": [
                  7, {"files": 1}, {"files": [{"path": "/dev/zero"}]}, {"files": [{"path": "//host/share/a.pcap"}]},
                  {"files": [{"path": "refused.pcap", "sha256": "<script>"}, {"path": "b.pcap"}]},
                  {"files": [{"path": "\\u0000"}]}, {"files": [{"path": "refused.pcap"}]}],
                 "notes": [{"file": "refused.pcap", "frame": 1e99, "text": "x"}, {"file": "refused.pcap", "frame": 9, "text": "%s"}, {}]}
                """.formatted("&<b>\\n\\u202e" + "x".repeat(Note.LONGEST)));
        bot.answer("Open Case", "OK", () -> CaptureOpener.open(List.of(file)));
        bot.untilRead();
        assertEquals(List.of(Input.of(capture)), Session.captures().all().stream().map(c -> c.input()).toList());
        assertEquals(1, Session.notes().all().size());
        assertEquals(Note.LONGEST, Session.notes().all().values().iterator().next().text().length());
    }

    private void write(String text) {
        bot.dialog(NOTE, "Note", dialog -> {
            bot.all(dialog, Text.class).get(0).setText(text);
            bot.screenshot("note-dialog");
            bot.push(dialog, "OK");
        });
    }

    private Path save(Path file) {
        assertTrue(Cases.save(bot.shell(), file));
        return file;
    }

    private void dontSave(Runnable run) {
        bot.answer("Save Case", "Don\u2019t Save", run);
    }

    private Table notes() {
        bot.show("org.resetscope.ui.view.notes");
        return bot.all(Table.class).stream().filter(t -> t.getColumnCount() == 4 && t.getColumn(0).getText().equals("Connection")).findFirst()
                .orElseThrow();
    }
}
