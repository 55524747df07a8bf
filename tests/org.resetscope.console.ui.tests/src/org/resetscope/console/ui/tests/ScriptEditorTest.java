package org.resetscope.console.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.console.ui.internal.ConsoleView;
import org.resetscope.console.ui.internal.editor.ScriptEditor;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;
import org.resetscope.ui.text.TextMark;

/** Writing a script in an editor, and running it. */
class ScriptEditorTest {

    private static final String RUN = "org.resetscope.console.ui.runEditor";

    private final Hand hand = new Hand();
    private ConsoleView console;

    @BeforeEach
    void open() {
        hand.size(1400, 900);
        console = (ConsoleView) hand.show(ConsoleView.ID);
        console.clear();
    }

    @AfterEach
    void close() {
        console.stop();
        hand.window().getActivePage().closeAllEditors(false);
        hand.settle(300);
    }

    private ScriptEditor editor() {
        return (ScriptEditor) hand.window().getActivePage().getActiveEditor();
    }

    private StyledText text() {
        return (StyledText) editor().getAdapter(Control.class);
    }

    /** Begins an empty script with this text. */
    private void begin(String script) {
        hand.menu("org.resetscope.console.ui.new.empty");
        text().setText(script);
        text().setCaretOffset(script.length());
    }

    private void untilHeader(String words) {
        hand.until("\"" + words + "\" above the script", () -> hand.has(Label.class, label -> label.isVisible() && label.getText().equals(words)));
    }

    /** "line: message" of each mark. */
    private List<String> marks() {
        IAnnotationModel model = editor().getDocumentProvider().getAnnotationModel(editor().getEditorInput());
        List<String> marks = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            if (all.next() instanceof TextMark mark) {
                try {
                    int line = editor().getDocumentProvider().getDocument(editor().getEditorInput()).getLineOfOffset(model.getPosition(mark).getOffset());
                    marks.add(line + 1 + ": " + mark.getText());
                } catch (BadLocationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return marks;
    }

    @Test
    void anExampleIsAScriptToBeginWith() {
        hand.menu("org.resetscope.console.ui.new.folder");
        assertTrue(text().getText().startsWith("args = ['FOLDER']"), text().getText());
        assertFalse(editor().isDirty());
        StyleRange comment = text().getStyleRangeAtOffset(text().getText().indexOf("//"));
        StyleRange quoted = text().getStyleRangeAtOffset(text().getText().indexOf("'FOLDER"));
        assertTrue(comment != null && quoted != null && !comment.foreground.equals(quoted.foreground), "comment and text differ in colour");
        hand.screenshot("script-editor");
        text().setText(text().getText().replace("FOLDER", Hand.sample("forged.pcap").getParent().toString()));
        hand.run(RUN, Map.of());
        untilHeader("It has run. What it shows is in the console.");
        StyledText output = hand.text(t -> !t.getEditable() && t.isVisible() && t.getText().startsWith("> run folder.groovy\n"));
        hand.until("the result is in the console", () -> output.getText().contains("refused-twice.pcap        4      3"));
        assertEquals(List.of(), marks());
        hand.run("org.resetscope.ui.theme", Map.of("org.resetscope.ui.theme.id", "dark"));
        hand.screenshot("script-editor-dark");
        hand.run("org.resetscope.ui.theme", Map.of("org.resetscope.ui.theme.id", "light"));
    }

    /** Dropped files, those of the command line and recent ones all go this way. */
    @Test
    void aScriptFileOpensInTheEditor(@TempDir Path directory) throws IOException {
        Path script = Files.writeString(directory.resolve("mine.groovy"), "x = 1\n");
        int captures = Session.captures().all().size();
        Session.recent().add(List.of(Input.of(script)));
        hand.run("org.resetscope.ui.openRecent", Map.of("org.resetscope.ui.openRecent.index", "0"));
        assertEquals("x = 1\n", text().getText());
        assertEquals("mine.groovy", editor().getTitle());
        assertEquals(captures, Session.captures().all().size(), "it is no capture");
    }

    @Test
    void whatFailsIsMarkedInItsLine() {
        begin("x = 1\nfoo(2)\n");
        hand.run(RUN, Map.of());
        untilHeader("Line 2: there is no foo(Integer)");
        assertEquals(List.of("2: there is no foo(Integer)"), marks());
        hand.screenshot("script-editor-error");
        assertEquals(1, marks().size(), "the check leaves it");
        text().append("y = [1,");
        hand.until("the syntax is checked while it is typed", () -> marks().equals(List.of("3: Unexpected input: '<EOF>'")));
        text().setText("x = 1");
        hand.until("the mark goes", () -> marks().isEmpty());
    }

    @Test
    void theTextIsNotRunByItsCheck(@TempDir Path directory) {
        Path trace = directory.resolve("ran");
        begin("@groovy.transform.ASTTest(value = { new File('" + trace + "').text = 'x' })\nclass A { }\ny = [1,");
        hand.until("it is checked", () -> !marks().isEmpty());
        text().setText(text().getText().replace("y = [1,", "y = 1"));
        hand.until("it is checked", () -> marks().isEmpty());
        assertFalse(Files.exists(trace));
    }

    @Test
    void namesAreCompleted() {
        begin("captu");
        text().forceFocus();
        ((ITextOperationTarget) editor().getAdapter(ITextOperationTarget.class)).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        hand.until("captures", () -> text().getText().equals("captures"));
    }

    @Test
    void anEndlessScriptStops() {
        begin("while (true) { }");
        hand.run(RUN, Map.of());
        untilHeader("Running…");
        hand.settle(300);
        hand.run("org.resetscope.console.ui.stop", Map.of());
        untilHeader("Stopped.");
    }

    @Test
    void aScriptIsSavedToAnyFile(@TempDir Path directory) throws IOException {
        begin("1 + 1");
        assertTrue(editor().isDirty());
        Path file = directory.resolve("sum.groovy");
        assertTrue(editor().saveAs(file, new NullProgressMonitor()));
        assertEquals("1 + 1", Files.readString(file));
        assertEquals("sum.groovy", editor().getTitle());
        assertFalse(editor().isDirty());
        text().append(" + 1");
        editor().doSave(new NullProgressMonitor());
        assertEquals("1 + 1 + 1", Files.readString(file));
    }
}
