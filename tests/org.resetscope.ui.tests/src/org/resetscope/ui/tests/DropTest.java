package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.util.List;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Files may be dropped anywhere on the window. */
class DropTest {

    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.closeAll();
    }

    @Test
    void droppedFilesOpen() throws ReflectiveOperationException {
        DropTarget target = (DropTarget) bot.shell().getData(DND.DROP_TARGET_KEY);
        assertTrue(List.of(target.getTransfer()).contains(FileTransfer.getInstance()));
        DropTargetEvent event = event(target);
        event.data = new String[] {Samples.get("forged.pcap").toString(), Samples.get("unread-data.pcap").toString()};
        target.getDropListeners()[0].drop(event);
        assertEquals(List.of("forged.pcap", "unread-data.pcap"), Session.captures().all().stream().map(OpenCapture::name).toList());
        bot.untilRead();
        assertTrue(bot.resets().getItemCount() > 1);
    }

    /** SWT keeps the making of such an event to itself; a real drag needs a second application. */
    static DropTargetEvent event(DropTarget target) throws ReflectiveOperationException {
        Class<?> raw = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTargetEvent.class.getClassLoader());
        Constructor<?> makeRaw = raw.getDeclaredConstructor();
        makeRaw.setAccessible(true);
        Object inner = makeRaw.newInstance();
        raw.getSuperclass().getField("widget").set(inner, target);
        Constructor<DropTargetEvent> make = DropTargetEvent.class.getDeclaredConstructor(raw);
        make.setAccessible(true);
        return make.newInstance(inner);
    }
}
