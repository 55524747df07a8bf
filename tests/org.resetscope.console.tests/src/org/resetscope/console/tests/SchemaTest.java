package org.resetscope.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The example in each schema is what a plug-in author copies: it must fit the schema. */
class SchemaTest {

    @ParameterizedTest
    @ValueSource(strings = { "org.resetscope.console.modules", "org.resetscope.cli.commands" })
    void theExampleFits(String point) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        Document schema;
        try (InputStream in = getClass().getResourceAsStream("/schema/" + point.substring(point.lastIndexOf('.') + 1) + ".exsd")) {
            schema = parser.parse(in);
        }
        String text = schema.getElementsByTagName("pre").item(0).getTextContent();
        Element example = parser.parse(new InputSource(new StringReader(text))).getDocumentElement();
        assertEquals(point, example.getAttribute("point"));
        Element contribution = (Element) example.getElementsByTagName("*").item(0);
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < contribution.getAttributes().getLength(); i++) {
            used.add(contribution.getAttributes().item(i).getNodeName());
        }
        NodeList elements = schema.getElementsByTagName("element");
        for (int i = 0; i < elements.getLength(); i++) {
            if (((Element) elements.item(i)).getAttribute("name").equals(contribution.getTagName())) {
                assertEquals(attributes((Element) elements.item(i)), used);
            }
        }
    }

    /** All of them are required in these two. */
    private static Set<String> attributes(Element element) {
        Set<String> names = new TreeSet<>();
        NodeList attributes = element.getElementsByTagName("attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            names.add(((Element) attributes.item(i)).getAttribute("name"));
        }
        return names;
    }
}
