/** Linux's connection tracking of TCP, as the kernel does it. */
package org.resetscope.firewall.internal.conntrack;
