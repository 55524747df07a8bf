/** Reads iptables-save and what all readers share. */
package org.resetscope.firewall.internal.read;
