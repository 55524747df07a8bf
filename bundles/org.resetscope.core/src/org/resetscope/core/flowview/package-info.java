/**
 * The packets of one connection around a reset, read from the capture again for those who show them.
 *
 * @since 0.1
 */
package org.resetscope.core.flowview;
