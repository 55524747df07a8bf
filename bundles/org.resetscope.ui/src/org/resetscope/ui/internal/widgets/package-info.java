/** Small helpers for widgets that several views share. */
package org.resetscope.ui.internal.widgets;
