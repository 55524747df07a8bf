/** The view Console: prompt, transcript, and the table of the last result. */
package org.resetscope.console.ui.internal;
