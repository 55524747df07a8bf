/** What rules do with a packet. */
package org.resetscope.firewall.internal.evaluate;
