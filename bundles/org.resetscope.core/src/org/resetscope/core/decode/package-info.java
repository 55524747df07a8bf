/**
 * Decodes packets from the link layer to TCP's options, without allocating.
 *
 * @since 0.1
 */
package org.resetscope.core.decode;
