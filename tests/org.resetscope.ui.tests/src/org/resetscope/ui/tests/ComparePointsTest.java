package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.points.PointNames;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/** Captures of several points are compared as one entry. */
class ComparePointsTest {

    private static final String COMMAND = "org.resetscope.ui.comparePoints";
    private static final Path CLIENT = Samples.get("forged.pcap");
    private static final Path SERVER = Samples.get("forged-server.pcap");

    @TempDir
    Path directory;
    private final Bot bot = new Bot();

    @BeforeEach
    void size() {
        bot.size(1500, 950);
    }

    @AfterEach
    void close() {
        bot.show("org.resetscope.ui.view.packet");
        bot.closeAll();
    }

    private OpenCapture compare(Path client, Path server) {
        CaptureOpener.openInputs(List.of(new Input(List.of(Input.at("client", client), Input.at("server", server)))));
        bot.untilRead();
        return Session.captures().all().get(0);
    }

    @Test
    void twoSelectedCapturesAreCompared() {
        CaptureOpener.open(List.of(CLIENT, SERVER));
        bot.untilRead();
        bot.select(bot.captures(), 0, 1);
        bot.dialog(COMMAND, "Compare Points", this::namePoints);
        bot.until("one entry more is read", () -> Session.captures().all().size() == 3
                && Session.captures().all().get(2).progress().state() == State.COMPLETE);
        bot.until("its resets are shown", () -> bot.count().equals("6 resets"));
        assertEquals("client, server: 2 points\n6 resets", bot.captures().getItem(2).getText());
        bot.select(bot.resets(), row("between client and server; seen at client"));
        assertTrue(bot.explanation().getText().contains("Where\tbetween client and server"), bot.explanation().getText());
        assertTrue(bot.explanation().getText().contains("Packet\tclient frame "), bot.explanation().getText());
        bot.show("org.resetscope.ui.view.diagram");
        bot.until("the ladder is drawn", () -> bot.all(Canvas.class).stream().anyMatch(c -> c.getClass().getSimpleName().equals("FigureCanvas")
                && c.isVisible()) && Job.getJobManager().isIdle());
        bot.screenshot("points");
        assertEquals(List.of("client, server: 2 points"), Session.captures().counted().stream().map(OpenCapture::name).toList(),
                "no reset counts twice");
    }

    private int row(String where) {
        int row = bot.column(bot.resets(), "Where").indexOf(where);
        assertTrue(row >= 0, bot.column(bot.resets(), "Where").toString());
        return row;
    }

    @Test
    void theMenuOffersIt() {
        CaptureOpener.open(List.of(CLIENT, SERVER));
        bot.untilRead();
        bot.show("org.resetscope.ui.view.captures");
        bot.select(bot.captures(), 0, 1);
        Menu menu = bot.captures().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        List<String> texts = Arrays.stream(menu.getItems()).map(MenuItem::getText).toList();
        menu.notifyListeners(SWT.Hide, new Event());
        assertTrue(texts.contains("Compare Points\u2026"), texts.toString());
    }

    private void namePoints(Shell dialog) {
        List<Combo> names = bot.all(dialog, Combo.class);
        assertEquals(List.of("forged", "server"), names.stream().map(Combo::getText).toList());
        Button compare = bot.all(dialog, Button.class).stream().filter(b -> b.getText().equals("Compare")).findFirst().orElseThrow();
        names.get(0).setText("Server");
        assertFalse(compare.isEnabled(), "two of one name");
        names.get(0).setText(" ");
        assertFalse(compare.isEnabled(), "no name");
        bot.screenshot("points-dialog-mistake");
        names.get(0).setText("client");
        bot.screenshot("points-dialog");
        bot.push(dialog, "Compare");
    }

    @Test
    void fewerThanTwoAreNotCompared() {
        CaptureOpener.open(List.of(CLIENT, SERVER));
        bot.untilRead();
        bot.select(bot.captures(), 0, 1);
        bot.dialog(COMMAND, "Compare Points", dialog -> {
            bot.push(dialog, "Remove");
            assertEquals(1, bot.all(dialog, Combo.class).size());
            assertFalse(bot.all(dialog, Button.class).stream().filter(b -> b.getText().equals("Compare")).findFirst().orElseThrow().isEnabled());
            bot.push(dialog, "Cancel");
        });
        assertEquals(2, Session.captures().all().size());
    }

    @Test
    void aFrameIsShownFromItsOwnFile() {
        compare(CLIENT, SERVER);
        bot.select(bot.resets(), row("between client and server; seen at server"));
        StyledText text = bot.explanation();
        int link = text.getText().indexOf("server frame ");
        assertTrue(link > 0, text.getText());
        bot.click(text, link + 2);
        String frame = text.getText().substring(link + 13).replaceFirst("(?s)\\D.*", "");
        bot.until("the packet of the server's capture is shown", () -> ((ViewPart) bot.show("org.resetscope.ui.view.packet"))
                .getContentDescription().startsWith("Frame " + frame + " of forged-server.pcap (server), "));
    }

    @Test
    void theStoryLeadsToTheOtherResets() {
        compare(CLIENT, SERVER);
        bot.select(bot.resets(), row("between client and server; seen at server"));
        StyledText text = bot.explanation();
        assertTrue(text.getText().contains("What happened\n"), text.getText());
        int story = text.getText().indexOf("What happened\n");
        String other = text.getText().substring(story).replaceFirst("(?s).*?\\+0\\.000 s  (r\\d+):.*", "$1");
        assertTrue(text.getText().contains("Follows from\t" + other + ":"), text.getText());
        bot.click(text, text.getText().indexOf(other + ":", story));
        bot.screenshot("points-story");
        assertTrue(bot.explanation().getText().startsWith(Session.captures().all().get(0).resets().stream().map(o -> o.reset())
                .filter(r -> r.id().equals(other)).findFirst().orElseThrow().verdict().summary()), other);
    }

    @Test
    void oneUnreadablePointLeavesTheOther() throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "call the network team\n");
        OpenCapture capture = compare(CLIENT, notes);
        assertEquals(State.COMPLETE, capture.progress().state());
        assertTrue(bot.captures().getItem(0).getText().endsWith("4 resets, read in part"), bot.captures().getItem(0).getText());
        assertTrue(bot.column(bot.problems(), "Problem").stream().anyMatch(p -> p.startsWith("notes.txt ")),
                bot.column(bot.problems(), "Problem").toString());
        bot.closeAll();
        capture = compare(directory.resolve("nowhere.pcap"), notes);
        assertEquals(State.FAILED, capture.progress().state());
        bot.screenshot("points-unreadable");
    }

    @Test
    void strangersAreTold() {
        OpenCapture capture = compare(CLIENT, Samples.get("idle-firewall.pcap"));
        assertEquals(State.COMPLETE, capture.progress().state());
        assertTrue(capture.problems().stream().anyMatch(p -> p.code().equals("unrelated")), capture.problems().toString());
        assertTrue(bot.column(bot.problems(), "Problem").stream().anyMatch(p -> p.contains("shares no connection")));
    }

    @Test
    void comparisonsAreKeptFromRunToRun() {
        OpenCapture capture = compare(CLIENT, SERVER);
        Input alone = Input.of(CLIENT);
        Session.lastOpen().set(List.of(capture.input(), alone));
        assertEquals(List.of(capture.input(), alone), Session.lastOpen().list());
        assertEquals(capture.input(), Session.recent().list().get(0));
        bot.closeAll();
        CaptureOpener.openInputs(Session.lastOpen().list());
        bot.untilRead();
        assertEquals(List.of("client, server: 2 points", "forged.pcap"), Arrays.stream(bot.captures().getItems())
                .map(i -> i.getText().replaceFirst("(?s)\n.*", "")).toList());
        assertEquals(2, Session.captures().all().size());
        assertEquals(capture.input(), Session.captures().open(capture.input()).input());
        assertEquals(2, Session.captures().all().size(), "it is open already");
    }

    @Test
    void namesAreSuggestedByWhatTellsFilesApart() {
        assertEquals(List.of("client", "dmz"), suggest("/a/run-7-Client.pcap.gz", "/a/run-7-dmz.pcapng"));
        assertEquals(List.of("a", "b"), suggest("/x/a.pcap", "/y/b.pcap"));
        assertEquals(List.of("same", "same 2"), suggest("/x/same.pcap", "/y/same.pcap"));
        assertEquals(List.of("client 2"), PointNames.suggest(List.of(Path.of("/x/client.cap")), Set.of("client")));
    }

    private static List<String> suggest(String one, String other) {
        return PointNames.suggest(List.of(Path.of(one), Path.of(other)), Set.of());
    }
}
