/**
 * The language that chooses resets: {@code port=443 and sender=intermediary}.
 *
 * @since 0.1
 */
package org.resetscope.core.filter;
