/**
 * What commands of plug-ins are connected to on the command line: {@link org.resetscope.cli.ContributedCommand} and its surroundings, the
 * exit codes.
 *
 * @since 0.1
 */
package org.resetscope.cli;
