package org.resetscope.live;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Waits for packets with a time limit. Linux's libpcap waits for ever where none come, whatever limit it was given (TPACKET_V3 ends a
 * block in time only if there is something in it); that of other systems keeps it.
 */
final class Poll {

    private static final short POLLIN = 1;

    static {
        Native.register(Poll.class, Platform.C_LIBRARY_NAME);
    }

    private Poll() {
    }

    /** @param descriptors struct pollfd of poll(2) */
    private static native int poll(long descriptors, long count, int millis);

    /** @param at 8 bytes of native memory */
    static void readable(int descriptor, long at, int millis) {
        Memory.put(at, descriptor, POLLIN);
        poll(at, 1, millis);
    }
}
