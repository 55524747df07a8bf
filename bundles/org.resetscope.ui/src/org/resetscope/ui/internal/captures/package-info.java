/** The view Captures, and opening, closing and reading them again. */
package org.resetscope.ui.internal.captures;
