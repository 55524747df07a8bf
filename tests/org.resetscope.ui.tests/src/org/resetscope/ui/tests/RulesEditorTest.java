package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.rules.RulesOpener;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/** A user opens the rules of a firewall, sees what is wrong with them, and mends it. */
class RulesEditorTest {

    private static final String THEME = "org.resetscope.ui.theme";
    private static final String REJECT = "-A INPUT -p tcp -j REJECT --reject-with tcp-reset";
    private static final String DROP = "-A INPUT -m conntrack --ctstate INVALID -j DROP\n";

    @TempDir
    Path directory;
    private final Bot bot = new Bot();

    @BeforeEach
    void size() {
        bot.size(1400, 900);
    }

    @AfterEach
    void close() {
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.closeAll();
    }

    @Test
    void folkRulesAreMarkedInEditorAndProblems() {
        openFolk();
        int line = bot.rules().getText().lines().toList().indexOf(REJECT) + 1;
        assertTrue(markers().contains(line + " RST-001: INVALID segments are answered with a reset"), markers().toString());
        Table problems = bot.problems();
        bot.until("it is among the problems", () -> bot.column(problems, "Problem").stream()
                .anyMatch(t -> t.startsWith("RST-001: ") && t.contains("nothing drops INVALID")));
        assertEquals("folk-rules.v4", bot.column(problems, "File").get(0));
        assertEquals("line " + line, bot.column(problems, "Where").get(0));
        assertTrue(head().startsWith("1 error"), head());
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        bot.untilRead();
        assertTrue(bot.resets().getSize().y > 150, "the table of resets stays usable: " + bot.resets().getSize());
        bot.select(problems, 0);
        problems.notifyListeners(SWT.DefaultSelection, new Event());
        bot.rules().setSelection(bot.rules().getSelection().x);
        bot.screenshot("rules");
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.until("the editor is dark", () -> Palette.of(bot.rules()) == Palette.DARK);
        bot.screenshot("rules-dark");
    }

    @Test
    void correctedRulesAreClean() {
        CaptureOpener.open(List.of(Samples.get("corrected-rules.v4")));
        bot.until("they are checked", () -> bot.editor() != null && head().equals("Nothing found."));
        assertEquals(List.of(), markers());
        assertEquals(0, bot.problems().getItemCount());
    }

    @Test
    void typedFixTakesTheMarkerAway() throws IOException {
        Path copy = Files.copy(Samples.get("folk-rules.v4"), directory.resolve("my.v4"));
        CaptureOpener.open(List.of(copy));
        untilMarked();
        StyledText text = bot.rules();
        text.replaceTextRange(text.getText().indexOf(REJECT), 0, DROP);
        assertTrue(bot.editor().isDirty());
        bot.until("the error goes", () -> markers().stream().noneMatch(m -> m.contains("RST-001")));
        Table problems = bot.problems();
        bot.until("the problem goes", () -> bot.column(problems, "Problem").stream().noneMatch(t -> t.startsWith("RST-001")));
        page().activate(bot.editor());
        bot.run("org.eclipse.ui.file.save", Map.of());
        assertFalse(bot.editor().isDirty());
        assertTrue(Files.readString(copy).contains(DROP + REJECT));
        bot.run("org.eclipse.ui.edit.undo", Map.of());
        bot.until("the error is back", () -> markers().stream().anyMatch(m -> m.contains("RST-001")));
        assertTrue(bot.editor().isDirty());
    }

    @Test
    void problemLeadsToItsLineHoverExplainsAndQuickFixMends() {
        openFolk();
        Table problems = bot.problems();
        bot.until("they are among the problems", () -> problems.getItemCount() > 0);
        bot.select(problems, 0);
        problems.notifyListeners(SWT.DefaultSelection, new Event());
        bot.settle(300);
        assertEquals(REJECT, bot.rules().getSelectionText());
        bot.run("org.eclipse.ui.edit.text.showInformation", Map.of());
        bot.until("it is explained", () -> bot.hover().startsWith("RST-001"));
        assertTrue(bot.hover().contains("The packet's way\n    line 11  " + REJECT + "  \u2192 reset"), bot.hover());
        bot.screenshot("rules-hover");
        page().activate(bot.editor());
        bot.settle(300);
        bot.run("org.resetscope.ui.quickFix", Map.of());
        bot.until("fixes are offered", () -> proposals() != null && proposals().getItemCount() > 0);
        bot.screenshot("rules-fix");
        proposals().setSelection(0);
        proposals().notifyListeners(SWT.DefaultSelection, new Event());
        bot.until("the error goes", () -> markers().stream().noneMatch(m -> m.contains("RST-001")));
        assertTrue(bot.rules().getText().contains(DROP + REJECT), bot.rules().getText());
    }

    @Test
    void nftIsColouredMarkedOutlinedAndMended() throws IOException, PartInitException {
        Path nft = Files.writeString(directory.resolve("rules.nft"), """
                #!/usr/sbin/nft -f
                # Rules as many guides write them.
                table inet filter {
                \tchain input {
                \t\ttype filter hook input priority filter; policy drop;
                \t\tiif "lo" accept
                \t\tct state established,related accept
                \t\ttcp dport { 22, 80, 443 } accept
                \t\tmeta l4proto tcp reject with tcp reset
                \t}
                \tchain forward {
                \t\ttype filter hook forward priority filter; policy drop;
                \t}
                }
                """);
        CaptureOpener.open(List.of(nft));
        untilMarked();
        assertTrue(markers().contains("9 RST-001: INVALID segments are answered with a reset"), markers().toString());
        int drop = bot.rules().getText().indexOf("drop;");
        assertEquals(Palette.of(bot.rules()).contra(), bot.rules().getStyleRangeAtOffset(drop).foreground);
        IViewPart outline = page().showView(IPageLayout.ID_OUTLINE);
        page().activate(bot.editor());
        bot.until("the outline is there", () -> tree(outline) != null && tree(outline).getItemCount() == 1);
        TreeItem table = tree(outline).getItem(0);
        assertEquals("inet filter", table.getText());
        assertEquals("input \u2013 priority 0, policy drop, 4 rules", table.getItem(0).getText());
        bot.settle(300);
        bot.screenshot("rules-nft");
        page().hideView(outline);
        bot.rules().setSelection(bot.rules().getText().indexOf("meta l4proto"));
        bot.until("fixes are offered", () -> {
            if (proposals() == null) { // what takes the focus closes them, and a person asks again
                page().activate(bot.editor());
                bot.run("org.resetscope.ui.quickFix", Map.of());
            }
            return proposals() != null && proposals().getItemCount() > 0;
        });
        proposals().setSelection(0);
        proposals().notifyListeners(SWT.DefaultSelection, new Event());
        bot.until("the error goes", () -> markers().stream().noneMatch(m -> m.contains("RST-001")));
        assertTrue(bot.rules().getText().contains("\t\tct state invalid drop\n\t\tmeta l4proto tcp reject"), bot.rules().getText());
    }

    /** Of the languages that rules are made of. */
    @Test
    void otherLanguagesAreColouredAndMendedToo() throws IOException {
        Path router = Files.writeString(directory.resolve("firewall"), """
                # the router at home
                config defaults
                \toption input 'REJECT'
                \toption forward 'REJECT'

                config zone
                \toption name 'wan'
                \tlist network 'wan'
                \toption masq '1'
                """);
        CaptureOpener.open(List.of(router));
        untilMarked();
        assertEquals(Palette.of(bot.rules()).contra(), colour("REJECT"));
        assertEquals(Palette.of(bot.rules()).muted(), colour("# the router"));
        mend("NFT-001");
        bot.screenshot("rules-openwrt");
        assertTrue(bot.rules().getText().contains("config defaults\n\toption drop_invalid '1'\n"), bot.rules().getText());
        page().closeAllEditors(false);
        Path zone = Files.writeString(directory.resolve("public.xml"), """
                <?xml version="1.0" encoding="utf-8"?>
                <zone>
                  <!-- the shop,
                       which moved -->
                  <service name="ssh"/>
                  <forward-port port="80" protocol="tcp" to-port="80" to-addr="10.0.0.5"/>
                </zone>
                """);
        CaptureOpener.open(List.of(zone));
        untilMarked();
        assertEquals(Palette.of(bot.rules()).muted(), colour("which moved"));
        assertEquals(SWT.BOLD, style("forward-port"));
        assertEquals(SWT.NORMAL, style("port=\"80\" protocol"), "an attribute has the name of an element");
        mend("NAT-006");
        bot.rules().replaceTextRange(bot.rules().getText().indexOf("which"), 0, "x");
        assertEquals(Palette.of(bot.rules()).muted(), colour("xwhich moved"), "also after a change within");
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.until("the editor is dark", () -> Palette.of(bot.rules()) == Palette.DARK);
        bot.screenshot("rules-firewalld-dark");
        assertTrue(bot.rules().getText().contains("  <masquerade/>\n</zone>"), bot.rules().getText());
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        page().saveAllEditors(false);
        page().closeAllEditors(false);
        Path json = Files.writeString(directory.resolve("rules.json"), """
                {"nftables": [
                  {"table": {"family": "inet", "name": "f"}},
                  {"chain": {"family": "inet", "table": "f", "name": "c", "type": "filter", "hook": "input", "prio": 0, "policy": "accept"}},
                  {"rule": {"family": "inet", "table": "f", "chain": "c", "expr": [
                    {"match": {"op": "in", "left": {"ct": {"key": "state"}}, "right": ["established", "related"]}}, {"accept": null}]}},
                  {"rule": {"family": "inet", "table": "f", "chain": "c", "expr": [
                    {"match": {"op": "==", "left": {"meta": {"key": "l4proto"}}, "right": "tcp"}}, {"reject": {"type": "tcp reset"}}]}}
                ]}
                """);
        CaptureOpener.open(List.of(json));
        untilMarked();
        assertEquals(Palette.of(bot.rules()).contra(), colour("reject"));
        mend("RST-001");
        bot.screenshot("rules-json");
        assertTrue(bot.rules().getText().contains("\"right\": \"invalid\"}}, {\"drop\": null}]}},\n  {\"rule\""), bot.rules().getText());
    }

    private org.eclipse.swt.graphics.Color colour(String words) {
        return bot.rules().getStyleRangeAtOffset(bot.rules().getText().indexOf(words)).foreground;
    }

    private int style(String words) {
        return bot.rules().getStyleRangeAtOffset(bot.rules().getText().indexOf(words)).fontStyle;
    }

    /** Takes the first fix of a check's first finding. */
    private void mend(String check) {
        String marker = markers().stream().filter(m -> m.contains(check)).findFirst().orElseThrow(() -> new AssertionError(markers()));
        int line = Integer.parseInt(marker.substring(0, marker.indexOf(' ')));
        bot.rules().setSelection(bot.rules().getOffsetAtLine(line - 1));
        bot.until("fixes are offered", () -> {
            if (proposals() == null) { // what takes the focus closes them, and a person asks again
                page().activate(bot.editor());
                bot.run("org.resetscope.ui.quickFix", Map.of());
            }
            return proposals() != null && proposals().getItemCount() > 0;
        });
        proposals().setSelection(0);
        proposals().notifyListeners(SWT.DefaultSelection, new Event());
        bot.until(check + " goes", () -> markers().stream().noneMatch(m -> m.contains(check)));
    }

    private static Tree tree(IViewPart outline) {
        return ((ContentOutline) outline).getCurrentPage().getControl() instanceof Tree tree ? tree : null;
    }

    @Test
    void textThatNoPluginKnowsIsPlain() throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "call the network team\n");
        RulesOpener.open(List.of(notes));
        bot.until("it says so", () -> bot.editor() != null && head().startsWith("Plain text: no installed plug-in"));
        assertEquals("call the network team\n", bot.rules().getText());
        assertEquals(List.of(), markers());
    }

    @Test
    void savingChangesNothingElse() throws IOException {
        byte[] bytes = "\uFEFF*filter\r\n:INPUT ACCEPT [0:0]\r\nCOMMIT\r\n".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(directory.resolve("windows.rules"), bytes);
        RulesOpener.open(List.of(file));
        bot.until("it is open", () -> bot.editor() != null && head().equals("Nothing found."));
        bot.rules().replaceTextRange(0, 0, "# mine\r\n");
        bot.run("org.eclipse.ui.file.save", Map.of());
        assertEquals("\uFEFF# mine\r\n*filter\r\n:INPUT ACCEPT [0:0]\r\nCOMMIT\r\n", Files.readString(file));
    }

    @Test
    void editorsLeaveTheRoomToTheResets() {
        openFolk();
        assertTrue(page().isEditorAreaVisible());
        page().closeAllEditors(false);
        bot.until("the room is free", () -> !page().isEditorAreaVisible());
        Table problems = bot.problems();
        bot.until("nothing is left among the problems", () -> problems.getItemCount() == 0);
        assertTrue(Session.recent().list().contains(Input.of(Samples.get("folk-rules.v4"))));
    }

    private void openFolk() {
        CaptureOpener.open(List.of(Samples.get("folk-rules.v4")));
        untilMarked();
        assertEquals(List.of(), Session.captures().all());
    }

    private void untilMarked() {
        bot.until("the rules are marked", () -> bot.editor() != null && !markers().isEmpty());
    }

    private IWorkbenchPage page() {
        return bot.editor() != null ? bot.editor().getSite().getPage()
                : org.eclipse.ui.PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    private String head() {
        return bot.all(Label.class).stream().filter(l -> l.isVisible() && l.getText().matches(".*(found\\.|mends\\.|explains\\.|checked\\.)"))
                .map(Label::getText).findFirst().orElse("");
    }

    /** Each as line and title. */
    private List<String> markers() {
        ITextEditor editor = (ITextEditor) bot.editor();
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        List<String> markers = new ArrayList<>();
        for (var all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            try {
                markers.add(document.getLineOfOffset(model.getPosition(annotation).getOffset()) + 1 + " " + title(annotation));
            } catch (org.eclipse.jface.text.BadLocationException e) {
                throw new AssertionError(e);
            }
        }
        return markers;
    }

    private static String title(Annotation annotation) {
        return org.resetscope.ui.internal.rules.RulesFindings.all().stream().filter(r -> r.text().endsWith(annotation.getText()))
                .map(r -> r.text().substring(0, r.text().length() - annotation.getText().length() - 2)).findFirst().orElse("");
    }

    private Table proposals() {
        return Arrays.stream(bot.shell().getDisplay().getShells()).filter(s -> s != bot.shell() && s.isVisible()).map(RulesEditorTest::table)
                .filter(t -> t != null).findFirst().orElse(null);
    }

    private static Table table(Shell shell) {
        return find(shell.getChildren());
    }

    private static Table find(org.eclipse.swt.widgets.Control[] controls) {
        for (var control : controls) {
            Table found = control instanceof Table table ? table
                    : control instanceof org.eclipse.swt.widgets.Composite composite ? find(composite.getChildren()) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
