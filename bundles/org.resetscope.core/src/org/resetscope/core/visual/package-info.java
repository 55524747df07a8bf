/**
 * The contract of visualizers, and drawings for reports.
 *
 * @since 0.1
 */
package org.resetscope.core.visual;
