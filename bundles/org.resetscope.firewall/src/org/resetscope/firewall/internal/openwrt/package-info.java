/** Reads OpenWrt's configuration as the rules that it makes of it. */
package org.resetscope.firewall.internal.openwrt;
