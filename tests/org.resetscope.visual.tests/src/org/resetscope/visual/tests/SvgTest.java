package org.resetscope.visual.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Palette;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.SvgWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The SVG is well-formed, complete in itself and harmless, whatever the scene says. */
class SvgTest {

    private static final String HOSTILE = "</text><script>alert(1)</script>&amp;\"'\u0000\u001b[2J\u202e\ufffe\ud800]]>\ud83d\ude00";

    @TempDir
    private Path directory;

    private static String svg(Scene scene) throws IOException {
        StringBuilder out = new StringBuilder();
        SvgWriter.adaptive().write(scene, out);
        return out.toString();
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void isWellFormedAndNeedsNothingElse(Traffic traffic) throws Exception {
        String svg = svg(Drawing.ladder(traffic.capture().write(directory, "a.pcap")));
        Element root = parse(svg).getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertFalse(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").matches("(?s).*(http|url\\(|<script|<image|href).*"));
    }

    @Test
    void hostileTextIsText() throws Exception {
        Scene scene = new SceneBuilder().text(10, 20, HOSTILE, Anchor.START, Font.plain(12), Role.TEXT)
                .region(new Bounds(0, 0, 10, 10), new FrameRef(HOSTILE, 1), HOSTILE, HOSTILE).build(HOSTILE, HOSTILE, 100, 100);
        Document parsed = parse(svg(scene));
        assertEquals(0, parsed.getElementsByTagName("script").getLength());
        String text = parsed.getElementsByTagName("text").item(0).getTextContent();
        assertTrue(text.startsWith("</text><script>alert(1)</script>&amp;\"'"), text);
        assertTrue(text.contains("\\x1b[2J<U+202E>"), text);
        assertTrue(text.endsWith("]]>\ud83d\ude00"), text);
    }

    @Test
    void tellsAScreenReaderWhatItShows() throws Exception {
        Document parsed = parse(svg(Drawing.ladder(Traffic.REFUSED.capture().write(directory, "a.pcap"))));
        Element root = parsed.getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        assertEquals("title desc", root.getAttribute("aria-labelledby"));
        NodeList titles = parsed.getElementsByTagName("title");
        assertEquals("Ladder of the reset in frame 2: 10.0.0.1:40000 to 10.0.0.2:80", titles.item(0).getTextContent());
        assertTrue(titles.getLength() > 4, "each part has words of its own");
    }

    @Test
    void oneFileServesLightAndDark() throws IOException {
        Scene scene = new SceneBuilder().box(new Bounds(1, 1, 8, 8), 2, Role.SURFACE, Role.AXIS, 1, Dash.DASHED).build("t", "d", 10, 10);
        String svg = svg(scene);
        int dark = svg.indexOf("@media (prefers-color-scheme:dark)");
        assertTrue(dark > svg.indexOf(".f-surface{fill:" + Palette.LIGHT.css(Role.SURFACE)));
        assertTrue(dark < svg.indexOf(".f-surface{fill:" + Palette.DARK.css(Role.SURFACE)));
        StringBuilder only = new StringBuilder();
        SvgWriter.with(Palette.DARK).write(scene, only);
        assertFalse(only.toString().contains(Palette.LIGHT.css(Role.SURFACE)));
    }
}
