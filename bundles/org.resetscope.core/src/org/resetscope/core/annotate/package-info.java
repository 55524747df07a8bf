/**
 * Writes captures again with verdicts as packet comments (pcapng).
 *
 * @since 0.1
 */
package org.resetscope.core.annotate;
