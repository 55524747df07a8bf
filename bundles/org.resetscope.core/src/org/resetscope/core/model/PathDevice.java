package org.resetscope.core.model;

import java.util.List;

/**
 * A device that the user knows to stand on the path from client to server.
 *
 * @param name as the user calls it
 * @param after how many of the capture points lie between the client and it
 * @param attached what is known of it: names of the files of its rules, ids of its profiles
 */
public record PathDevice(String name, int after, List<String> attached) {

    public PathDevice {
        attached = List.copyOf(attached);
    }
}
