package org.resetscope.firewall.internal.firewalld;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.nft.NftReader;
import org.resetscope.firewall.internal.read.Problems;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Reads a zone of firewalld (firewalld.zone(5)). No document type, no entity of its own is allowed in it. */
public final class ZoneReader {

    private static final Pattern RECOGNISED = Pattern.compile("<zone[\\s/>]");

    private final NftReader nft;
    private final Problems problems;

    public ZoneReader(NftReader nft, Problems problems) {
        this.nft = nft;
        this.problems = problems;
    }

    public static boolean recognises(String head) {
        return head.stripLeading().startsWith("<") && RECOGNISED.matcher(head.substring(0, Math.min(head.length(), 4096))).find();
    }

    public void read(ConfigurationText text) {
        problems.complete(text);
        Zone zone = new Zone(nft.table("inet", "firewalld", Language.FIREWALLD), text.name());
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(zone);
            reader.setErrorHandler(zone);
            reader.parse(new InputSource(new StringReader(text.text())));
        } catch (SAXParseException e) {
            problems.add("syntax", text.name(), Math.max(1, e.getLineNumber()), Math.max(1, e.getColumnNumber()),
                    "this is no well-formed zone: " + e.getMessage());
        } catch (SAXException | ParserConfigurationException | IOException e) {
            problems.add("syntax", text.name(), 1, 1, "this cannot be read: " + e.getMessage());
        }
        zone.finish();
    }
}
