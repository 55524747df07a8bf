/** What views make of the resets of all open captures together. */
package org.resetscope.ui.internal.derived;
