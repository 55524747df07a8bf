package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resetscope.core.live.FollowedCapture;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.live.CaptureFailure;
import org.resetscope.live.CaptureInterface;
import org.resetscope.live.ui.internal.LiveView;
import org.resetscope.live.ui.internal.Sources;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/** Watching interfaces; a recorded capture stands in for the packets. */
class LiveViewTest {

    private final Bot bot = new Bot();

    /** eth0 has the packets of a sample, and then none for as long as it is watched; eth1 may not be watched. */
    private static final Sources FAKE = new Sources() {
        @Override
        public List<CaptureInterface> all() {
            return List.of(new CaptureInterface("eth0", "", List.of("192.0.2.17", "fe80::1"), true, false),
                    new CaptureInterface("eth1", "Second interface", List.of(), false, false));
        }

        @Override
        public PacketFeed open(String name, String filter, Consumer<String> notes) throws IOException {
            if (name.equals("eth1")) {
                throw new CaptureFailure(CaptureFailure.Kind.NOT_PERMITTED, "You are not permitted to capture on eth1. Use sudo.");
            }
            return FollowedCapture.open(Samples.get("forged.pcap").toString(), notes);
        }
    };

    @BeforeEach
    void open() {
        LiveView.use(FAKE);
        bot.closeAll();
        bot.size(1500, 950);
        bot.show(LiveView.ID);
        bot.until("interfaces are listed", () -> combo() != null && combo().getItemCount() == 2);
        combo().select(0);
    }

    @AfterEach
    void close() {
        bot.closeAll();
        LiveView.use(Sources.INTERFACES);
    }

    private Combo combo() {
        return bot.all(Combo.class).stream().filter(c -> c.isVisible() && List.of(c.getItems()).contains("eth0  (192.0.2.17)")).findFirst().orElse(null);
    }

    private Button button(String text) {
        return bot.all(Button.class).stream().filter(b -> b.isVisible() && b.getText().equals(text)).findFirst().orElseThrow();
    }

    private void push(String text) {
        button(text).notifyListeners(SWT.Selection, new Event());
        bot.settle(100);
    }

    private Table latest() {
        return bot.all(Table.class).stream().filter(t -> t.isVisible() && t.getColumnCount() == 4 && t.getColumn(3).getText().equals("What happened"))
                .findFirst().orElseThrow();
    }

    private static OpenCapture watched() {
        return Session.captures().all().get(0);
    }

    @Test
    void resetsComeWhileItIsWatched() {
        push("Start");
        bot.until("four resets came", () -> latest().getItemCount() == 4);
        assertEquals(State.WATCHING, watched().progress().state());
        assertEquals(4, watched().resets().size());
        bot.until("the view Resets has them", () -> bot.resets().getItemCount() == 4);
        bot.until("they are counted", () -> bot.says("29 packets, 2 TCP connections, 4 resets; lost: 0 by the kernel, 0 by the device"));
        assertFalse(combo().isEnabled());
        latest().setSelection(3);
        latest().notifyListeners(SWT.Selection, new Event());
        bot.until("it is explained", () -> bot.explanation().getText().contains("A device between client and server forged this reset"));
        bot.screenshot("live");

        push("Stop");
        bot.until("it has stopped", () -> watched().progress().state() == State.COMPLETE);
        bot.until("it can be started again", () -> button("Start").isEnabled());
        Path recorded = watched().input().paths().get(0);
        assertTrue(Files.exists(recorded));
        Session.captures().readAgain(watched());
        bot.untilRead();
        assertEquals(4, watched().resets().size());
        bot.closeAll();
        assertEquals(0, latest().getItemCount());
    }

    @Test
    void whatIsInTheWayIsToldWithItsRemedy() {
        combo().select(1);
        push("Start");
        bot.until("the reason is told", () -> bot.says("You are not permitted to capture on eth1. Use sudo."));
        bot.until("it can be tried again", () -> button("Start").isEnabled() && combo().isEnabled());
        bot.until("nothing is left open", () -> Session.captures().all().isEmpty());
        bot.screenshot("live-not-permitted");
    }

    @Test
    void closingTheRowStopsTheWatching() {
        push("Start");
        bot.until("resets came", () -> latest().getItemCount() > 0);
        bot.closeAll();
        bot.until("it has stopped", () -> button("Start").isEnabled());
    }
}
