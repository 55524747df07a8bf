/** Runs the packets of captures through connection tracking and rules. */
package org.resetscope.firewall.internal.replay;
