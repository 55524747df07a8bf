/**
 * How a verdict came about, for those who show it.
 *
 * @since 0.1
 */
package org.resetscope.core.judge;
