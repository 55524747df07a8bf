package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.export.Exports;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What can be done with a row, wherever it stands: to Wireshark, filter, export. */
class RowMenuTest {

    private static final String WIRESHARK = "org.resetscope.ui.openInWireshark";

    @TempDir
    Path directory;

    private final Bot bot = new Bot();

    @BeforeEach
    void open() {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap"), Samples.get("forged.pcap")));
        bot.untilRead();
        bot.show("org.resetscope.ui.view.resets");
    }

    @AfterEach
    void close() {
        Preferences.store().setToDefault(Preferences.WIRESHARK);
        bot.closeAll();
    }

    @Test
    void everyRowHasTheSameActions() {
        for (String view : List.of("org.resetscope.ui.view.resets", "org.resetscope.ui.view.captures")) {
            bot.show(view);
            Table table = view.endsWith("resets") ? bot.resets() : bot.captures();
            bot.select(table, 0);
            List<String> items = menu(table).stream().map(item -> item.getText().replaceAll("&|\t.*", "")).toList();
            assertTrue(items.containsAll(List.of("Bookmark", "Note\u2026", "Copy as Wireshark Display Filter", "Open in Wireshark", "Filter by This",
                    "Export Selected Resets\u2026")), view + " " + items);
        }
    }

    @Test
    void aDiagramHasThemToo() {
        bot.select(bot.resets(), 0);
        bot.show(Diagram.VIEW);
        Diagram diagram = new Diagram(bot);
        diagram.untilDrawn();
        List<String> items = menu(diagram.canvas()).stream().map(item -> item.getText().replaceAll("&|\t.*", "")).toList();
        assertTrue(items.containsAll(List.of("Print\u2026", "Bookmark", "Copy as Wireshark Display Filter", "Open in Wireshark")), items::toString);
        bot.screenshot("diagram-menu");
    }

    @Test
    void wiresharkOpensAtThePacket() throws IOException {
        Path told = directory.resolve("arguments");
        Path program = Files.writeString(directory.resolve("wireshark"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + told + ".new'; mv '" + told + ".new' '"
                + told + "'\n");
        assertTrue(program.toFile().setExecutable(true));
        Preferences.store().setValue(Preferences.WIRESHARK, program.toString());
        bot.select(bot.resets(), 1);
        OpenReset reset = Session.captures().all().get(0).resets().get(1);
        bot.run(WIRESHARK, Map.of());
        bot.until("Wireshark runs", () -> Files.exists(told));
        assertEquals(List.of("-r", Samples.get("refused-twice.pcap").toString(), "-g", Long.toString(reset.frame().frame().frame())),
                Files.readAllLines(told));
    }

    @Test
    void whereWiresharkIsMissingTheCommandIsTold() {
        Preferences.store().setValue(Preferences.WIRESHARK, directory.resolve("none").toString());
        bot.select(bot.resets(), 1);
        bot.dialog(WIRESHARK, "Open in Wireshark", dialog -> {
            bot.screenshot("no-wireshark");
            bot.push(dialog, "Copy Command");
        });
        Clipboard clipboard = new Clipboard(bot.shell().getDisplay());
        String command = (String) clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        assertTrue(command.matches("wireshark -r .*refused-twice\\.pcap -g \\d+"), command);
    }

    @Test
    void filterByTheCapturesFirstSenderNarrows() {
        bot.show("org.resetscope.ui.view.resets");
        bot.select(bot.resets(), 0);
        bot.run("org.resetscope.ui.filterBy", Map.of("org.resetscope.ui.filterBy.key", "cause"));
        assertEquals("cause=middlebox.reject", bot.filter().getText());
    }

    /** Resets of captures that were opened one by one, in one report. */
    @Test
    void reportsHoldAllThatIsOpenOrWhatIsSelected() throws IOException {
        int all = Session.captures().all().stream().mapToInt(c -> c.resets().size()).sum();
        JsonObject report = JsonParser.parseString(export(Exports.all(directory.resolve("all.json")), "all.json")).getAsJsonObject();
        assertEquals(2, report.getAsJsonArray("captures").size());
        assertEquals(all, ids(report.getAsJsonArray("resets")).size());
        JsonObject forged = report.getAsJsonArray("resets").get(all - 1).getAsJsonObject();
        String capture = report.getAsJsonArray("captures").get(1).getAsJsonObject().get("id").getAsString();
        assertTrue(forged.toString().contains("\"" + capture + "\""), forged::toString);

        List<OpenReset> two = Session.captures().all().stream().map(c -> c.resets().get(0)).toList();
        JsonObject some = JsonParser.parseString(export(Exports.of(two, directory.resolve("two.json")), "two.json")).getAsJsonObject();
        assertEquals(2, some.getAsJsonArray("resets").size());

        String html = export(Exports.all(directory.resolve("all.html")), "all.html");
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.contains("refused-twice.pcap") && html.contains("forged.pcap") && html.contains("<svg"));
        assertTrue(export(Exports.of(two, directory.resolve("two.md")), "two.md").contains("Rejected by a firewall")
                || Files.readString(directory.resolve("two.md")).contains("rejected by a firewall"));
        assertFalse(Files.list(directory).anyMatch(f -> f.toString().endsWith(".tmp")));
    }

    private String export(Job job, String name) throws IOException {
        bot.until(name + " is written", () -> job.getResult() != null && Files.exists(directory.resolve(name)));
        assertTrue(job.getResult().isOK(), job.getResult()::toString);
        return Files.readString(directory.resolve(name));
    }

    private static List<String> ids(JsonArray resets) {
        return StreamSupport.stream(resets.spliterator(), false).map(r -> r.getAsJsonObject().get("id").getAsString()).distinct()
                .collect(Collectors.toList());
    }

    private static List<MenuItem> menu(Control control) {
        Menu menu = control.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return List.of(menu.getItems());
    }
}
