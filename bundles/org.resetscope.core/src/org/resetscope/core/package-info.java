/**
 * The front door: {@link org.resetscope.core.ResetScope} reads captures and gives an {@link org.resetscope.core.Analysis}.
 *
 * @since 0.1
 */
package org.resetscope.core;
