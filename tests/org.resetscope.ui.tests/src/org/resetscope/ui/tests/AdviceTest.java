package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.captures.CaptureOpener;

/** The view Advice has configuration to copy, for what the user chooses. */
class AdviceTest {

    private static final String VIEW = "org.resetscope.ui.view.advice";
    private static final String THEME = "org.resetscope.ui.theme";
    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.show("org.resetscope.ui.view.packet");
        bot.closeAll();
    }

    private Table targets() {
        return bot.all(Table.class).stream().filter(t -> t.isVisible() && t.getItemCount() > 0 && t.getItem(0).getText().startsWith("Linux")).findFirst()
                .orElse(null);
    }

    private void choose(String title) {
        for (int i = 0; i < targets().getItemCount(); i++) {
            if (targets().getItem(i).getText().startsWith(title)) {
                targets().setSelection(i);
                targets().notifyListeners(SWT.Selection, new Event());
                assertTrue(bot.says("Why these values"));
                return;
            }
        }
        throw new AssertionError(title + " is no target");
    }

    @Test
    void aConfigurationIsChosenAndCopied() {
        bot.size(1400, 900);
        bot.show(VIEW);
        bot.until("the view says that there is nothing", () -> bot.says("No resets yet"));
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap")));
        bot.untilRead();
        bot.until("the view says that no timer is to blame", () -> bot.says("No timer caused a reset here"));
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap")));
        bot.until("the targets are there", () -> targets() != null);
        assertTrue(bot.says("net.ipv4.tcp_keepalive_time = 2"));
        assertTrue(bot.says("Trade-off: Works only for sockets"));
        bot.screenshot("advice");
        for (String target : List.of("HAProxy", "Azure", "OpenWrt", "nginx")) {
            choose(target);
            bot.screenshot("advice-" + target.toLowerCase(Locale.ROOT));
        }
        bot.all(Button.class).stream().filter(b -> b.isVisible() && b.getText().equals("Copy")).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            assertEquals("listen 19572 so_keepalive=2s:1s:4;\nkeepalive_timeout 2s;\nproxy_socket_keepalive on;\n", clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.settle(300);
        bot.screenshot("advice-dark");
    }
}
