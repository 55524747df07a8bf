/**
 * Device configurations (firewall rules and the like): the contract of formats, checks, traces and replays.
 *
 * @since 0.1
 */
package org.resetscope.core.configuration;
