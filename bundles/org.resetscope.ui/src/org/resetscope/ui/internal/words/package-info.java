/** How the workbench says times, numbers and names. */
package org.resetscope.ui.internal.words;
