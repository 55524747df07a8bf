/** The commands run and console, which connect a session to the terminal. */
package org.resetscope.console.internal.command;
