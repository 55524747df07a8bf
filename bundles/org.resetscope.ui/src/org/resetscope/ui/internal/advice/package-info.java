/** The view Advice. */
package org.resetscope.ui.internal.advice;
