package org.resetscope.core.model;

/**
 * One incarnation of a TCP connection.
 *
 * @param client the side that sent the SYN
 * @param inferred true where no SYN was seen and the client is a guess
 * @param history Zeek's letters (conn.log "history"): upper case from the client, lower case from the server
 */
public record Flow(Endpoint client, Endpoint server, boolean inferred, String history) {
}
