/**
 * Drawings without a toolkit: shapes, texts, regions, words for those who do not see them, and SVG.
 *
 * @since 0.1
 */
package org.resetscope.core.scene;
