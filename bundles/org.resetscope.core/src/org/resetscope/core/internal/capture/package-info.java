/** The capture formats pcap, pcapng and snoop, compressed or not. */
package org.resetscope.core.internal.capture;
