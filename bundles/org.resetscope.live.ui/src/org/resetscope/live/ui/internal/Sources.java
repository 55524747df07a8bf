package org.resetscope.live.ui.internal;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.resetscope.core.live.PacketFeed;
import org.resetscope.live.CaptureInterface;
import org.resetscope.live.InterfaceCapture;

/** What can be watched: the interfaces of this machine, or a stand-in for tests. */
public interface Sources {

    Sources INTERFACES = new Sources() {
        @Override
        public List<CaptureInterface> all() throws IOException {
            return CaptureInterface.all();
        }

        @Override
        public PacketFeed open(String name, String filter, Consumer<String> notes) throws IOException {
            return InterfaceCapture.open(name, filter, InterfaceCapture.WHOLE, notes);
        }
    };

    /** @throws IOException whose message tells the user what is in the way */
    List<CaptureInterface> all() throws IOException;

    /** As {@link InterfaceCapture#open}. */
    PacketFeed open(String name, String filter, Consumer<String> notes) throws IOException;
}
