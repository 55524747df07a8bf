/**
 * Reads what plug-ins contribute: lazily, isolated, with and without OSGi.
 *
 * @since 0.1
 */
package org.resetscope.core.extension;
