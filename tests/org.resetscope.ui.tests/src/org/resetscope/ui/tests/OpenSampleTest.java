package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.captures.CaptureOpener;

/** A user opens captures and reads who reset what, why, and on which packets that stands. */
class OpenSampleTest {

    private final Bot bot = new Bot();

    @BeforeEach
    void open() {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        bot.untilRead();
    }

    @AfterEach
    void close() {
        bot.closeAll();
    }

    @Test
    void tableTellsWhoAndWhy() {
        Table table = bot.resets();
        assertTrue(table.getItemCount() >= 2);
        assertEquals("Device between", bot.column(table, "Sent by").get(0));
        assertEquals("Rejected by a firewall", bot.column(table, "Cause").get(0));
        assertEquals("Server", bot.column(table, "Sent by").get(3));
        assertEquals("Connection refused", bot.column(table, "Cause").get(3));
        assertTrue(bot.column(table, "Connection").get(0).contains(" \u2192 "));
        String row = bot.captures().getItem(0).getText();
        assertTrue(row.startsWith("refused-twice.pcap\n" + table.getItemCount() + " resets"), row);
        bot.screenshot("light");
    }

    @Test
    void explanationHasSentenceRemedyAndEvidence() {
        String text = bot.explanation().getText();
        assertTrue(text.lines().findFirst().orElseThrow().contains("rejects this connection by policy"), text);
        assertTrue(text.contains("What to do") && text.contains("Evidence"), text);
        assertTrue(Pattern.compile("Device between: [a-z ]+ \\(.*%\\)").matcher(text).find(), text);
    }

    @Test
    void frameLinkSelectsThePacketEverywhere() {
        StyledText explanation = bot.explanation();
        Matcher trigger = Pattern.compile("Answers\\tframe (\\d+)").matcher(explanation.getText());
        assertTrue(trigger.find());
        assertTrue(tcp().contains("RST"), tcp());
        bot.click(explanation, trigger.start(1));
        bot.until("the SYN is shown", () -> tcp().contains("SYN") && !tcp().contains("RST"));
        assertTrue(bot.bytes().getText().startsWith("0000  "));
        bot.screenshot("frame-link");
    }

    @Test
    void chosenFieldIsMarkedInTheBytes() {
        Tree fields = bot.fields();
        assertTrue(fields.getSelection()[0].getText().startsWith("TCP"));
        assertFalse(bot.bytes().getStyleRanges().length == 0);
    }

    @Test
    void anotherRowIsAnotherExplanation() {
        String first = bot.explanation().getText();
        bot.press(bot.resets(), SWT.ARROW_DOWN);
        assertFalse(first.equals(bot.explanation().getText()));
    }

    private String tcp() {
        for (var item : bot.fields().getItems()) {
            if (item.getText().startsWith("TCP")) {
                return item.getText();
            }
        }
        return "";
    }
}
