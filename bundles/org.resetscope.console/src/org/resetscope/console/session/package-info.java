/**
 * The session that serves the workbench's console, the terminal's and scripts alike.
 *
 * @since 0.1
 */
package org.resetscope.console.session;
