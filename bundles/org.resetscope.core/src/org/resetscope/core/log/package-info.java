/**
 * The contract of log formats.
 *
 * @since 0.1
 */
package org.resetscope.core.log;
