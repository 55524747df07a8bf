package org.resetscope.live;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed;

/** The packets of a network interface, as they pass. */
public final class InterfaceCapture implements PacketFeed {

    /** A snap length that cuts nothing off. */
    public static final int WHOLE = PcapHandle.MOST;

    private final String name;
    private final PcapHandle handle;
    private long frame;
    private boolean ended;

    private InterfaceCapture(String name, PcapHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    /**
     * Starts to capture.
     *
     * @param name as {@link CaptureInterface#name()}; "any" for all, where the system knows that
     * @param filter in the language of pcap-filter(7); empty for everything
     * @param snapLength bytes of each packet that are kept
     * @throws CaptureFailure where that cannot be done, with the remedy
     */
    public static InterfaceCapture open(String name, String filter, int snapLength) throws CaptureFailure {
        return new InterfaceCapture(name, PcapHandle.open(name, filter, snapLength));
    }

    @Override
    public boolean next(PacketView view) throws CaptureFailure {
        ended = true; // stays so where capturing fails
        boolean there = handle.next(view, frame + 1);
        ended = false;
        frame += there ? 1 : 0;
        return there;
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
