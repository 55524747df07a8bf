/** Reads firewalld's zones as the rules that it makes of them. */
package org.resetscope.firewall.internal.firewalld;
