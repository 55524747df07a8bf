/** The command line: finds the command, parses its options, runs it, turns what comes of it into streams and an exit code. */
package org.resetscope.cli.internal;
