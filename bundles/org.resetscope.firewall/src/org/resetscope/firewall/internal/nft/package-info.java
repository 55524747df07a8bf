/** Reads nft's language. */
package org.resetscope.firewall.internal.nft;
