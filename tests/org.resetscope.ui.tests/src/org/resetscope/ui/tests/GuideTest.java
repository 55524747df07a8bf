package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.resetscope.core.guide.Step;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The cheat sheet that leads to who reset a connection. */
class GuideTest {

    private final Bot bot = new Bot();

    @Test
    void itsStepsAreThoseOfTheCommand() throws Exception {
        List<String> titles = new ArrayList<>();
        try (InputStream content = Platform.getBundle("org.resetscope.ui").getEntry("cheatsheets/guide.xml").openStream()) {
            NodeList items = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content).getElementsByTagName("item");
            for (int i = 0; i < items.getLength(); i++) {
                titles.add(((Element) items.item(i)).getAttribute("title"));
            }
        }
        assertEquals(Arrays.stream(Step.values()).map(Step::title).toList(), titles);
    }
}
