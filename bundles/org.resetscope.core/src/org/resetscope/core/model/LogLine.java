package org.resetscope.core.model;

/**
 * A line of a log that tells of the connection of a reset, at its time.
 *
 * @param file name of the log, without its directory
 * @param line from 1
 * @param time by the clock of the captures: the log's own less the offset that was found; 0 digits where the log has whole seconds
 * @param place whose log it seems to be: client or server, intermediary for firewalls and whatever else stands beside both
 * @param text what it says, made harmless to a terminal, cut where it is long
 */
public record LogLine(String file, long line, Timestamp time, Sender place, String text) {
}
