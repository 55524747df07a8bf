/** The dialog that compares captures of several points. */
package org.resetscope.ui.internal.points;
