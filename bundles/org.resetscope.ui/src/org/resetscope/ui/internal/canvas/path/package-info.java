/** The editor of the path: the drawing of it, whose parts GEF lets the user name, drag, attach to and remove. */
package org.resetscope.ui.internal.canvas.path;
