package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.internal.captures.CaptureOpener;

/** Which hosts produce the resets: a table that sorts, and whose rows filter the resets. */
class PatternsTest {

    private static final String VIEW = "org.resetscope.ui.view.patterns";
    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.closeAll();
    }

    private Table table() {
        return bot.all(Table.class).stream().filter(t -> t.isVisible() && t.getColumnCount() > 0
                && List.of("Host", "Service", "Cause", "From", "Pattern").contains(t.getColumn(0).getText()) && t.getParent().getChildren()[1] instanceof Combo)
                .findFirst().orElse(null);
    }

    private void choose(int kind) {
        Combo combo = (Combo) table().getParent().getChildren()[1];
        combo.select(kind);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void hostsAreCountedAndFilterTheResets() {
        bot.size(1400, 900);
        bot.show(VIEW);
        bot.until("the view says that there is nothing", () -> bot.says("No resets yet"));
        CaptureOpener.open(List.of(Samples.get("refused-twice.pcap"), Samples.get("forged.pcap")));
        bot.untilRead();
        bot.until("the hosts are there", () -> table() != null && table().getItemCount() == 4);
        bot.screenshot("patterns-hosts");
        List<String> hosts = bot.column(table(), "Host");
        List<String> sent = bot.column(table(), "Sent");
        assertEquals("10.186.5.31", hosts.get(0), "who sends most comes first");
        assertTrue(Integer.parseInt(sent.get(0)) >= Integer.parseInt(sent.get(3)));

        table().getColumn(4).notifyListeners(SWT.Selection, new Event());
        List<String> received = bot.column(table(), "Received");
        assertTrue(Integer.parseInt(received.get(0)) >= Integer.parseInt(received.get(3)), received::toString);

        String host = bot.column(table(), "Host").get(0);
        table().setSelection(0);
        table().notifyListeners(SWT.DefaultSelection, new Event());
        bot.until("the resets of the host are shown", () -> bot.filter().getText().equals("address=" + host));
        bot.filter().setText("");

        bot.show(VIEW);
        choose(3);
        assertEquals("From", table().getColumn(0).getText());
        bot.screenshot("patterns-times");
        for (String id : new String[] { "dark", "light" }) {
            bot.run("org.resetscope.ui.theme", Map.of("org.resetscope.ui.theme.id", id));
            bot.settle(200);
            bot.screenshot("patterns-" + id);
        }
    }
}
