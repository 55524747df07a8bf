/** The view Diagram: scenes drawn with draw2d. */
package org.resetscope.ui.internal.diagram;
