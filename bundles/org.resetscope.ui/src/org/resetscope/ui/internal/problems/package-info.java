/** The view Problems. */
package org.resetscope.ui.internal.problems;
