package org.resetscope.live;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.function.Consumer;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed;

/** The packets of a network interface, as they pass. */
public final class InterfaceCapture implements PacketFeed {

    /** A snap length that cuts nothing off. */
    public static final int WHOLE = InterfaceHandle.MOST;

    private static final long LOOK_NANOS = 1_000_000_000;

    private final String name;
    private final InterfaceHandle handle;
    private final Consumer<String> notes;
    private long frame;
    private boolean ended;
    private boolean up = true;
    private long looked = System.nanoTime();

    private InterfaceCapture(String name, InterfaceHandle handle, Consumer<String> notes) {
        this.name = name;
        this.handle = handle;
        this.notes = notes;
    }

    /**
     * Starts to capture.
     *
     * @param name as {@link CaptureInterface#name()}; "any" for all, where the system knows that
     * @param filter in the language of pcap-filter(7); empty for everything
     * @param snapLength bytes of each packet that are kept
     * @param notes takes sentences for the user: that the interface went down, and that it is up again
     * @throws CaptureFailure where that cannot be done, with the remedy
     */
    public static InterfaceCapture open(String name, String filter, int snapLength, Consumer<String> notes) throws CaptureFailure {
        return new InterfaceCapture(name, InterfaceHandle.open(name, filter, snapLength), notes);
    }

    @Override
    public boolean next(PacketView view) throws CaptureFailure {
        ended = true; // stays so where capturing fails
        boolean there = handle.next(view, frame + 1);
        ended = false;
        if (there) {
            frame++;
        } else if (System.nanoTime() - looked > LOOK_NANOS) {
            looked = System.nanoTime();
            look();
        }
        return there;
    }

    /** The system's capture of an interface that went down just stays silent, and goes on when it is up again. */
    private void look() {
        try {
            NetworkInterface known = NetworkInterface.getByName(name);
            boolean now = known == null || known.isUp();
            if (now != up) {
                up = now;
                notes.accept(up ? "The interface " + name + " is up again." : Failures.isDown(name) + " Watching goes on when it is up again.");
            }
        } catch (SocketException e) {
            // it cannot be told; should it be gone, the next read says so
        }
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return "live";
    }

    @Override
    public Losses losses() {
        return handle.losses();
    }

    @Override
    public void close() {
        handle.close();
    }
}
