/**
 * Opens captures, packet by packet, for those who need more than an analysis.
 *
 * @since 0.1
 */
package org.resetscope.core.reading;
