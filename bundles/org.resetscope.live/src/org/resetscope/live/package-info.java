/**
 * Captures from network interfaces, by the system's own libpcap (Npcap on Windows).
 *
 * @since 0.1
 */
package org.resetscope.live;
