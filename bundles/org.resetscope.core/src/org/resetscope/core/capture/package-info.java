/**
 * Reads packets from files: the contract of capture formats.
 *
 * @since 0.1
 */
package org.resetscope.core.capture;
