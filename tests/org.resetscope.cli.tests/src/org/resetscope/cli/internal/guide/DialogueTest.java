package org.resetscope.cli.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.guide.Answers;
import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Step;
import org.resetscope.core.tests.flow.Scene;

/** The guide on a terminal. */
class DialogueTest {

    private static final String IDLE = Path.of("..", "..", "samples", "idle-firewall.pcap").toString();

    @TempDir
    private Path directory;

    private final StringWriter shown = new StringWriter();
    private final Notes notes = new Notes();

    private Guide talk(String typed) throws IOException {
        return new Dialogue(new BufferedReader(new StringReader(typed)), new PrintWriter(shown), 100, DialogueTest::look).hold(notes);
    }

    private static Guide look(Notes notes) {
        Answers known = notes.answers();
        return new Guide(known, known.captures().isEmpty() ? null : new ResetScope().analyze(known.captures(), Settings.DEFAULT, null));
    }

    @Test
    void leadsFromTheFirstCaptureToTheCure() throws IOException {
        Guide end = talk("10.0.0.5\n192.0.2.7:443\neth0\nclient=" + IDLE + "\n\nopenwrt-conntrack\n");
        assertEquals(Step.CURE, end.next());
        String text = shown.toString();
        assertTrue(text.indexOf("[next] Capture here") < text.indexOf("[next] Fetch the rules"), text);
        assertTrue(text.indexOf("[next] Fetch the rules") < text.indexOf("[next] Name the router"), text);
        assertTrue(text.indexOf("[next] Name the router") < text.indexOf("[next] Change what is to be changed"), text);
        assertTrue(text.contains("tcpdump -i eth0"), text);
    }

    /** What cannot be read is no answer: it would be part of every command from then on. */
    @Test
    void asksAgainWhereAnAnswerCannotBeUsed() throws IOException {
        Guide end = talk("\n\n\nclient=no-such.pcap\n" + IDLE + "\nq\n");
        assertEquals(Step.RULES, end.next());
        assertEquals(1, end.known().captures().size());
        assertEquals("resetscope analyze " + IDLE, end.analyze());
    }

    @Test
    void aSecondCaptureMakesTheFirstAPoint() throws IOException {
        Path unclear = Scene.flow().with(p -> p.ttl(100)).serverRst().end().write(directory, "unclear.pcap");
        Guide end = talk("\n\n\n" + unclear + "\nserver=" + directory.resolve("none.pcap") + "\nserver=" + IDLE + "\nq\n");
        assertTrue(shown.toString().contains("[next] Capture there"), shown::toString);
        assertEquals(List.of(new CaptureFile(unclear.toString(), "client"), new CaptureFile(IDLE, "server")), end.known().captures());
        assertTrue(notes.all("capture").isEmpty());
    }

    @Test
    void canBeLeftAtAnyQuestion() throws IOException {
        assertEquals(Step.HERE, talk("10.0.0.5\nq\n").next());
        assertEquals("10.0.0.5", notes.answers().ends().client());
        assertEquals(Step.HERE, talk("").next());
    }
}
