package org.resetscope.live;

import java.util.List;


/**
 * A network interface that can be watched.
 *
 * @param name by which {@link InterfaceCapture#open} knows it
 * @param description for people; empty where the system has none
 * @param addresses IPv4 and IPv6, as text
 * @param up whether it is switched on
 */
public record CaptureInterface(String name, String description, List<String> addresses, boolean up, boolean loopback) {

    /**
     * In the order of the system, which puts the likely ones first.
     *
     * @throws CaptureFailure where none can be told, with the remedy
     */
    public static List<CaptureInterface> all() throws CaptureFailure {
        return Interfaces.all();
    }
}
