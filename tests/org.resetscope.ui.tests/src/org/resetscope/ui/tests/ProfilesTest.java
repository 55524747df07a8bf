package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The browser of router profiles follows the plug-ins that bring them. */
class ProfilesTest {

    private static final String VIEW = "org.resetscope.ui.view.profiles";
    private final Bot bot = new Bot();

    @Test
    void withoutProfilesItSaysSoAndWithThemTheyAreFound() throws Exception {
        bot.show(VIEW);
        bot.until("the view says that there is nothing", () -> bot.says("No router profiles are installed"));
        Bundle bundle = FrameworkUtil.getBundle(getClass()).getBundleContext().installBundle("test:com.example.profiles",
                new ByteArrayInputStream(plugin()));
        try {
            bundle.start();
            bot.until("the profiles are there", () -> tree() != null && tree().getItemCount() == 2);
            assertEquals("Example", tree().getItem(0).getText());
            assertEquals("Router 9", tree().getItem(0).getItem(0).getText());

            search().setText("other 7440");
            bot.until("one is left", () -> tree().getItemCount() == 1);
            TreeItem setting = tree().getItem(0).getItem(0).getItem(0);
            assertEquals("7440 s = 2 h 4 min", setting.getText(1));
            assertEquals("medium, unverified", setting.getText(2));
            assertTrue(bot.says("Change: set forget 7440"), "the only device found is shown");
            bot.screenshot("profiles");

            search().setText("");
            bot.until("all are back", () -> tree().getItemCount() == 2);
            tree().getItem(0).getItem(0).setExpanded(true);
            tree().setSelection(tree().getItem(0).getItem(0).getItem(0));
            tree().notifyListeners(SWT.Selection, new Event());
            assertTrue(bot.says("Source: the manual"));
            assertTrue(bot.says("At expiry: unknown"));
        } finally {
            bundle.uninstall();
        }
        bot.until("the profiles are gone", () -> bot.says("No router profiles are installed"));
    }

    private Tree tree() {
        return bot.all(Tree.class).stream().filter(t -> t.isVisible() && t.getColumnCount() == 3).findFirst().orElse(null);
    }

    private Text search() {
        return bot.all(Text.class).stream().filter(t -> t.getMessage().startsWith("Search")).findFirst().orElseThrow();
    }

    /** Of two devices. */
    static byte[] plugin() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            entry(jar, "META-INF/MANIFEST.MF", """
                    Manifest-Version: 1.0
                    Bundle-ManifestVersion: 2
                    Bundle-SymbolicName: com.example.profiles;singleton:=true
                    Bundle-Version: 1.0.0
                    """);
            entry(jar, "plugin.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <?eclipse version="3.4"?>
                    <plugin>
                      <extension point="org.resetscope.core.deviceProfiles">
                        <deviceProfiles id="com.example.x" file="x.profile"/>
                      </extension>
                    </plugin>
                    """);
            entry(jar, "x.profile", """
                    vendor: Example
                    profile: example-9
                    device: Router 9
                    setting: idle
                    default: 350
                    seconds: 350
                    source: the manual
                    confidence: high
                    vendor: Other
                    profile: other-1
                    device: Firewall
                    setting: forget
                    default: 7440
                    seconds: 7440
                    change: set forget 7440
                    source: general knowledge
                    confidence: medium
                    """);
        }
        return bytes.toByteArray();
    }

    private static void entry(JarOutputStream jar, String name, String contents) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(contents.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
