/** Scenes on the screen, in pictures and on paper; the one place that knows GEF. */
package org.resetscope.ui.internal.canvas;
