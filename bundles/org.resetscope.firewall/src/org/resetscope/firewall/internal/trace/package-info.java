/** Follows one packet through the rules. */
package org.resetscope.firewall.internal.trace;
