package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;
import org.resetscope.core.visual.ReportDrawings;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.session.Session;

/** A visualizer of a vendor's plug-in is offered by the workbench and stands in the HTML report, though neither knows of it. */
class VendorVisualizerTest {

    private final Bot bot = new Bot();
    private final Diagram diagram = new Diagram(bot);

    @Test
    void isOfferedAndReported() throws IOException, BundleException {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("forged.pcap")));
        bot.untilRead();
        Bundle bundle = FrameworkUtil.getBundle(Session.class).getBundleContext().installBundle("reset-size.jar", new ByteArrayInputStream(plugin()));
        try {
            bundle.start();
            bot.show("org.resetscope.ui.view.packet");
            bot.show(Diagram.VIEW);
            bot.until("it is offered", () -> diagram.kinds().contains("Reset & Size"));
            assertTrue(diagram.kinds().get(0).equals("Ladder"), "the workbench's own come first");
            diagram.choose("Reset & Size");
            assertTrue(diagram.words().contains("drawn by a vendor <b>"), diagram.words());
            bot.screenshot("vendor");
            String html = report(Session.captures().all().get(0).analysis());
            assertTrue(html.contains("<figcaption>Reset &amp; Size</figcaption>"), html);
            assertTrue(html.contains("drawn by a vendor &lt;b&gt;"), html);
        } finally {
            bundle.uninstall();
            bot.show("org.resetscope.ui.view.packet");
            bot.show(Diagram.VIEW);
            bot.closeAll();
        }
        bot.until("it is gone", () -> !diagram.kinds().contains("Reset & Size"));
        assertFalse(diagram.kinds().isEmpty());
    }

    private static String report(Analysis analysis) throws IOException {
        StringBuilder out = new StringBuilder();
        Extensions.read(Extensions.REPORTERS, Reporter.class).find("html").orElseThrow().callIo(r -> {
            r.write(analysis, out, ReportOptions.PLAIN.with(new ReportDrawings(analysis, null, problem -> { })));
            return null;
        }, null);
        return out.toString();
    }

    private static byte[] plugin() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String type = VendorVisualizer.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(bytes); InputStream in = VendorVisualizer.class.getResourceAsStream("/" + type)) {
            entry(jar, "META-INF/MANIFEST.MF", """
                    Manifest-Version: 1.0
                    Bundle-ManifestVersion: 2
                    Bundle-SymbolicName: com.example.size;singleton:=true
                    Bundle-Version: 1.0.0
                    Require-Bundle: org.resetscope.core
                    """.getBytes(StandardCharsets.UTF_8));
            entry(jar, "plugin.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <?eclipse version="3.4"?>
                    <plugin>
                      <extension point="org.resetscope.core.visualizers">
                        <visualizer id="com.example.size" label="Reset &amp; Size" class="%s"/>
                      </extension>
                    </plugin>
                    """.formatted(VendorVisualizer.class.getName()).getBytes(StandardCharsets.UTF_8));
            entry(jar, type, in.readAllBytes());
        }
        return bytes.toByteArray();
    }

    private static void entry(JarOutputStream jar, String name, byte[] contents) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(contents);
        jar.closeEntry();
    }
}
