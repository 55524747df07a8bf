package org.resetscope.core.tests.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.report.Reporter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What core itself contributes, read from the class path as without OSGi. */
class BuiltInExtensionsTest {

    private static <T> List<String> idsOfWorking(String point, Class<T> type) {
        Extensions<T> extensions = Extensions.read(point, type);
        for (Contribution<T> contribution : extensions.all()) {
            contribution.call(Object::toString, "");
        }
        assertEquals(List.of(), extensions.problems());
        return extensions.all().stream().map(Contribution::id).toList();
    }

    @Test
    void allNamedClassesExist() {
        assertEquals(List.of("pcap", "pcapng", "snoop"), idsOfWorking(Extensions.CAPTURE_FORMATS, CaptureFormat.class));
        assertEquals(List.of("text", "json", "csv", "markdown", "html"), idsOfWorking(Extensions.REPORTERS, Reporter.class));
        assertFalse(idsOfWorking(Extensions.DETECTORS, Detector.class).isEmpty());
    }

    /** The example in each schema is what a plug-in author copies: it must be well-formed and use attributes that exist. */
    @ParameterizedTest
    @ValueSource(strings = { "advisors", "captureFormats", "configurations", "detectors", "deviceProfiles", "logFormats", "reporters", "reportSections",
            "visualizers" })
    void theExampleOfASchemaFitsIt(String point) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        Document schema;
        try (InputStream in = schema(point)) {
            schema = parser.parse(in);
        }
        String text = schema.getElementsByTagName("pre").item(0).getTextContent();
        Element example = parser.parse(new InputSource(new StringReader(text))).getDocumentElement();
        assertEquals("org.resetscope.core." + point, example.getAttribute("point"));
        NodeList children = example.getElementsByTagName("*");
        assertEquals(1, children.getLength());
        Element contribution = (Element) children.item(0);

        Set<String> used = new HashSet<>();
        for (int i = 0; i < contribution.getAttributes().getLength(); i++) {
            used.add(contribution.getAttributes().item(i).getNodeName());
        }
        Set<String> allowed = new HashSet<>();
        Set<String> required = new HashSet<>();
        NodeList attributes = element(schema, contribution.getTagName()).getElementsByTagName("attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            allowed.add(attribute.getAttribute("name"));
            if (attribute.getAttribute("use").equals("required")) {
                required.add(attribute.getAttribute("name"));
            }
        }
        required.removeAll(used);
        assertEquals(Set.of(), required, "required, not in the example");
        used.removeAll(allowed);
        assertEquals(Set.of(), used, "in the example, not in the schema");
    }

    private static Element element(Document schema, String name) {
        NodeList elements = schema.getElementsByTagName("element");
        for (int i = 0; i < elements.getLength(); i++) {
            if (((Element) elements.item(i)).getAttribute("name").equals(name)) {
                return (Element) elements.item(i);
            }
        }
        throw new AssertionError("no element " + name + " in the schema");
    }

    private static InputStream schema(String point) throws IOException {
        InputStream in = Extensions.class.getResourceAsStream("/schema/" + point + ".exsd");
        if (in == null) {
            throw new AssertionError("schema/" + point + ".exsd is not in the bundle");
        }
        return in;
    }
}
