/** Colours of the light and the dark theme. */
package org.resetscope.ui.internal.theme;
