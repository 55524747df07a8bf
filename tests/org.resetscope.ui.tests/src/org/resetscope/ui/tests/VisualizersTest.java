package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.diagram.Export;

/** Each kind of diagram, used by mouse, keyboard and menu. */
class VisualizersTest {

    private static final String THEME = "org.resetscope.ui.theme";

    private final Bot bot = new Bot();
    private final Diagram diagram = new Diagram(bot);

    @TempDir
    private Path directory;

    @BeforeEach
    void size() {
        bot.size(1400, 900);
    }

    @AfterEach
    void close() {
        diagram.choose("Ladder");
        diagram.maximize(false);
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.closeAll();
    }

    private void open(Path capture) {
        CaptureOpener.open(List.of(capture));
        bot.untilRead();
        bot.show(Diagram.VIEW);
        diagram.untilDrawn();
    }

    /** In both themes, as large as the window. */
    private void pictures(String name) {
        diagram.maximize(true);
        bot.screenshot(name);
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.settle(500);
        bot.screenshot(name + "-dark");
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        diagram.maximize(false);
    }

    @Test
    void evidenceLeadsToItsPackets() {
        open(Samples.get("idle-firewall.pcap"));
        diagram.choose("Evidence");
        assertTrue(diagram.words().startsWith("Evidence on the reset in frame "), diagram.words());
        diagram.key(SWT.ARROW_DOWN, '\0');
        bot.until("its packet is shown", () -> bot.show("org.resetscope.ui.view.packet").getTitle() != null && bot.bytes().getText().startsWith("0000"));
        bot.show(Diagram.VIEW);
        pictures("evidence");
    }

    @Test
    void aStretchOfTheTimeSequenceIsShownLarger() {
        open(Samples.get("idle-firewall.pcap"));
        diagram.choose("Time-Sequence");
        diagram.maximize(true);
        bot.screenshot("sequence");
        String all = diagram.words();
        int y = diagram.canvas().getSize().y / 2;
        diagram.drag(120, y, 300, y + 5);
        diagram.untilDrawn();
        String part = diagram.words();
        assertNotEquals(all, part);
        assertTrue(part.lines().count() < all.lines().count(), part);
        bot.screenshot("sequence-stretch");
        diagram.key(SWT.HOME, '\0');
        diagram.untilDrawn();
        assertEquals(all, diagram.words());
        diagram.maximize(false);
        pictures("sequence");
    }

    @Test
    void brushingTheTimelineSelectsItsResets() throws IOException {
        open(ManyResets.write(directory));
        diagram.choose("Timeline");
        assertTrue(diagram.words().contains("Every 30.0 s"), diagram.words());
        pictures("timeline");
        int width = diagram.canvas().getSize().x;
        diagram.drag(width / 2, 110, width * 3 / 4, 112);
        int selected = bot.resets().getSelectionCount();
        assertTrue(selected > 5, selected + " selected");
        bot.screenshot("timeline-brushed");
    }

    @Test
    void theMatrixFiltersTheTable() throws IOException {
        open(ManyResets.write(directory));
        diagram.choose("Who Resets Whom");
        pictures("overview");
        diagram.key(SWT.ARROW_DOWN, '\0');
        diagram.key(SWT.CR, SWT.CR);
        assertEquals("address=10.0.1.0", bot.filter().getText());
        bot.until("the others are gone", () -> bot.count().startsWith("60 of "));
    }

    /** GTK's printer that writes a file; other systems have none that asks nobody. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "prints to a file, which only GTK can do without a dialog")
    void aLongDrawingIsPrinted() {
        open(Samples.get("forged.pcap"));
        PrinterData printer = Arrays.stream(Printer.getPrinterList()).filter(p -> p.name.equals("Print to File")).findFirst().orElseThrow();
        Path file = directory.resolve("drawing.pdf");
        printer.printToFile = true;
        printer.fileName = file.toString();
        Scene scene = new SceneBuilder().text(20, 2980, "the end", Anchor.START, Font.bold(17), Role.TEXT).build("long", "", 800, 3000);
        Export.print(bot.shell().getDisplay(), scene, printer);
        bot.until("the file is complete", () -> pdf(file).contains("%%EOF"));
        assertTrue(pdf(file).startsWith("%PDF"), file::toString);
    }

    private static String pdf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDrawingIsCopiedAsAPicture() {
        open(Samples.get("forged.pcap"));
        diagram.menu("Copy as Picture");
        ImageData picture = assertInstanceOf(ImageData.class, diagram.clipboard(ImageTransfer.getInstance()));
        assertTrue(picture.width > 1000 && picture.height > 500, picture.width + " x " + picture.height);
        assertEquals(new RGB(255, 255, 255), picture.palette.getRGB(picture.getPixel(1, 1)), "on white, whatever the theme");
    }
}
