/** The view Patterns. */
package org.resetscope.ui.internal.patterns;
