/** The view Guide. */
package org.resetscope.ui.internal.guide;
