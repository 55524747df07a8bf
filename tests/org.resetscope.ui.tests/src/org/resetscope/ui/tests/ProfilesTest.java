package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The browser of router profiles follows the plug-ins that bring them. */
class ProfilesTest {

    private static final String VIEW = "org.resetscope.ui.view.profiles";
    private final Bot bot = new Bot();

    @Test
    void profilesComeAndGoWithTheirPlugins() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
        bot.show(VIEW);
        search("example router");
        bot.until("nobody has it", () -> tree().getItemCount() == 0);
        Bundle bundle = context.installBundle("test:com.example.profiles", new ByteArrayInputStream(plugin()));
        try {
            bundle.start();
            bot.until("the profiles are there", () -> tree().getItemCount() == 1);
            assertEquals("Example", tree().getItem(0).getText());
            assertEquals("Router 9", tree().getItem(0).getItem(0).getText());

            search("other firewall 7440");
            bot.until("one is left", () -> tree().getItemCount() == 1 && tree().getItem(0).getText().equals("Other"));
            TreeItem setting = tree().getItem(0).getItem(0).getItem(0);
            assertEquals("7440 s = 2 h 4 min", setting.getText(1));
            assertEquals("medium, unverified", setting.getText(2));
            assertTrue(bot.says("Change: set forget 7440"), "the only device found is shown");

            search("example router");
            bot.until("the other is back", () -> tree().getItemCount() == 1 && tree().getItem(0).getText().equals("Example"));
            choose(tree().getItem(0).getItem(0).getItem(0));
            assertTrue(bot.says("Source: the manual"));
            assertTrue(bot.says("At expiry: unknown"));
        } finally {
            bundle.uninstall();
        }
        bot.until("the profiles are gone", () -> tree().getItemCount() == 0);
        search("");
    }

    /** Its owners may have any of four firmwares; what nobody has measured is no number. */
    @Test
    void theWrt54gHasAPageForEachFirmware() {
        bot.size(1400, 900);
        bot.show(VIEW);
        bot.until("profiles are there", () -> tree() != null && tree().getItemCount() > 20);
        bot.screenshot("profiles");
        for (String[] page : List.of(new String[] {"wrt54g stock", "linksys-wrt54g", "Nobody has verified a time-out of the stock firmware"},
                new String[] {"dd-wrt services", "dd-wrt", "IP Filter Settings"}, new String[] {"tomato shibby", "tomato", "Conntrack/Netfilter"},
                new String[] {"openwrt conntrack base", "openwrt-conntrack", "resetscope advise --for openwrt"})) {
            search(page[0]);
            bot.until(page[1] + " is found", () -> tree().getItemCount() == 1);
            choose(tree().getItem(0).getItem(0));
            assertTrue(bot.says("(" + page[1] + ")"), page[1]);
            assertTrue(bot.says("Step by step\n1. "), page[1]);
            assertTrue(bot.says(page[2]), page[1]);
            bot.screenshot("profiles-" + page[1]);
        }
        search("");
    }

    private void choose(TreeItem item) {
        item.getParentItem().setExpanded(true);
        tree().setSelection(item);
        tree().notifyListeners(SWT.Selection, new Event());
    }

    private void search(String words) {
        field().setText(words);
        bot.settle(500);
    }

    private Tree tree() {
        return bot.all(Tree.class).stream().filter(t -> t.isVisible() && t.getColumnCount() == 3).findFirst().orElse(null);
    }

    private Text field() {
        return bot.all(Text.class).stream().filter(t -> t.getMessage().startsWith("Search")).findFirst().orElseThrow();
    }

    /** Of three devices. */
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
                    vendor: Quick
                    profile: quick-1
                    device: Forgetter
                    setting: idle
                    default: 5
                    seconds: 5
                    timer: established
                    then: forgets
                    change: set idle 7440
                    source: not found
                    confidence: low
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
