/** Captures from network interfaces, by the system's own libpcap (Npcap on Windows). */
package org.resetscope.live;
